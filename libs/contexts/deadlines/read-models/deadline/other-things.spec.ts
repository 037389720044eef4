import { describe, expect, it } from '@jest/globals';
import { type DomainEvent, ERASED, event, localDate, rupiah } from '#kernel';
import {
  childRegistered,
  sitiDied,
  sitiRegistered,
  SITI,
} from '#contexts/participants/domain/participant.examples';
import { closed, opened, REVIEW } from '#contexts/reviews/domain/review.examples';
import { logOf, on, readModelSpec } from '#testing';
import { expectedOf } from '../../steps/step-folds.js';
import { deadlineReadModel } from './deadline.read-model.js';

const folded = readModelSpec(deadlineReadModel);

const ACCIDENT = '6a0c7f0e-1111-5000-8000-000000000001';
const OF = { accidentId: ACCIDENT, participantId: SITI };
/** The day on which specs record. */
const TODAY = localDate('2026-11-20');

const submitted = (invoiceId: string, submitterId = 'desk'): DomainEvent =>
  event('InvoiceSubmitted', {
    ...OF,
    invoiceId,
    totalIdr: rupiah(900_000),
    verifyBy: localDate('2026-12-04'),
    submitterId,
    effectiveOn: TODAY,
  });

const verified = (invoiceId: string, lines: readonly object[] = []): DomainEvent =>
  event('InvoiceVerified', {
    ...OF,
    invoiceId,
    lines,
    acceptedIdr: rupiah(800_000),
    payBy: localDate('2026-12-10'),
    verifierId: 'ani',
    effectiveOn: TODAY,
  });

const approved = (invoiceId: string): DomainEvent =>
  event('InvoiceApproved', { ...OF, invoiceId, effectiveOn: TODAY });

const [ONE, OTHER] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];

describe('The invoices of an accident', () => {
  it('wait each for somebody, until a day, and not for whoever sent or verified them', () => {
    folded(on(`billing-${ACCIDENT}`, submitted(ONE), submitted(OTHER), verified(OTHER))).thenRows(
      'deadlines',
      [
        {
          subjectId: ONE,
          within: ACCIDENT,
          step: 'VERIFY_INVOICE',
          dueOn: localDate('2026-12-04'),
          notBy: ['desk'],
        },
        {
          subjectId: OTHER,
          step: 'APPROVE_INVOICE',
          turn: 'SUPERVISOR',
          dueOn: localDate('2026-12-10'),
          notBy: ['desk', 'ani'],
          amountIdr: rupiah(800_000),
        },
      ],
    );
  });

  it('wait no more once they are approved, but for a line that needs its letter', () => {
    const open = [{ line: 1, acceptedIdr: 0, reason: 'V-09', open: true }];
    folded(
      on(`billing-${ACCIDENT}`, submitted(ONE), verified(ONE), approved(ONE)),
      on(`billing-${ACCIDENT}`, submitted(OTHER), verified(OTHER, open), approved(OTHER)),
    ).thenRows('deadlines', [
      { subjectId: ONE, step: null, dueOn: null },
      { subjectId: OTHER, step: 'BRING_LETTER', turn: 'FACILITY', dueOn: localDate('2026-12-20') },
    ]);
  });

  it('are known by the log as well, each by itself', async () => {
    const log = logOf({ [`billing-${ACCIDENT}`]: [submitted(ONE), submitted(OTHER), verified(OTHER)] });
    const of = { kind: 'INVOICE', slot: 'invoice', within: ACCIDENT } as const;
    expect(await expectedOf(log, { ...of, subjectId: ONE })).toMatchObject({ step: 'VERIFY_INVOICE' });
    expect(await expectedOf(log, { ...of, subjectId: OTHER })).toMatchObject({ step: 'APPROVE_INVOICE' });
  });
});

describe('A review', () => {
  it('waits for somebody who corrected nothing, until it is closed', () => {
    const waiting = { subjectId: REVIEW, within: SITI, step: 'CLOSE_REVIEW', dueOn: localDate('2026-12-20') };
    folded(on(`review-${SITI}`, opened)).thenRows('deadlines', [
      { ...waiting, notBy: ['registrar-1', 'supervisor-1'] },
    ]);
    folded(on(`review-${SITI}`, opened, closed)).thenRows('deadlines', [{ subjectId: REVIEW, step: null }]);
  });
});

describe('A late entry', () => {
  const late = (changes: object) => sitiRegistered({ ...changes, backDatedBy: 'rina' });
  const confirmed = event('BackDatedRegistrationConfirmed', {
    participantId: SITI,
    confirmerId: 'sita',
    effectiveOn: TODAY,
  });

  it('waits for another person for seven days from the day on which it was entered', () => {
    folded(on(`participant-${SITI}`, late({}))).thenRows('deadlines', [
      {
        kind: 'PARTICIPANT',
        subjectId: SITI,
        step: 'CONFIRM_REGISTRATION',
        turn: 'REGISTRAR',
        since: TODAY,
        dueOn: localDate('2026-11-27'),
        notBy: ['rina'],
      },
    ]);
    folded(on(`participant-${SITI}`, late({}), confirmed)).thenRows('deadlines', [{ step: null }]);
  });

  it('of a payment waits likewise, once for all of them, until it is confirmed', () => {
    const paid = (month: string, by?: string) =>
      event('ContributionPaid', {
        participantId: SITI,
        period: month,
        effectiveOn: localDate('2026-06-10'),
        ...(by && { backDatedBy: by }),
      });
    const ofMonths = event('BackDatedContributionsConfirmed', {
      participantId: SITI,
      confirmerId: 'sita',
      effectiveOn: TODAY,
    });
    const late = [paid('2026-05'), paid('2026-06', 'rina'), paid('2026-07', 'budi')];
    folded(on(`contribution-${SITI}`, ...late)).thenRows('deadlines', [
      { subjectId: SITI, step: 'CONFIRM_CONTRIBUTIONS', since: TODAY, notBy: [] },
    ]);
    folded(on(`contribution-${SITI}`, ...late, ofMonths)).thenRows('deadlines', [{ step: null }]);
  });

  it('is nothing where it came in time', () => {
    folded(
      on(`participant-${SITI}`, sitiRegistered(), childRegistered(ONE), sitiDied('2026-11-19')),
    ).thenRows('deadlines', []);
  });
});

describe('A payment to heirs', () => {
  const CLAIM = '4a5b6c7d-8e9f-4a0b-9c1d-2e3f4a5b6c7d';
  const [FOR_ONE, FOR_OTHER] = [ONE, OTHER];
  const ordered = (payoutId: string, changes: object = {}) =>
    event('PayoutOrdered', {
      payoutId,
      participantId: SITI,
      source: { kind: 'CLAIM', id: CLAIM, eventId: 'e' },
      payee: 'HEIR',
      heirId: payoutId,
      componentCodes: ['JKM_SANTUNAN'],
      amountIdr: rupiah(21_000_000),
      payBy: localDate('2026-11-25'),
      effectiveOn: TODAY,
      person: { account: { bank: 'BRI', number: '002301004567890', holder: 'Ahli Waris' } },
      ...changes,
    });
  const said = { claimId: CLAIM, participantId: SITI, effectiveOn: TODAY };
  const disagree = event('DisputeReported', { ...said, reporterId: 'ani', until: localDate('2027-02-20') });
  const ended = (outcome: string) =>
    event('DisputeEnded', { ...said, enderId: 'ani', how: 'AGREED', outcome });
  const inherits = (...heirIds: readonly string[]) =>
    event('HeirsEstablished', {
      ...said,
      establisherId: 'budi',
      heirs: heirIds.map((heirId) => ({ heirId })),
    });

  const log = (...ofClaim: readonly DomainEvent[]) =>
    logOf({
      [`payout-${FOR_ONE}`]: [ordered(FOR_ONE)],
      [`payout-${FOR_OTHER}`]: [ordered(FOR_OTHER)],
      [`claim-${CLAIM}`]: ofClaim,
    });
  /** What waits with both payments: first whoever is paid, then whether they are paid at all. */
  const waiting = async (...ofClaim: readonly DomainEvent[]) => {
    const steps = [FOR_ONE, FOR_OTHER].map(async (subjectId) => {
      const of = { kind: 'PAYOUT', subjectId } as const;
      const found = [
        await expectedOf(log(...ofClaim), { ...of, slot: 'payout' }),
        await expectedOf(log(...ofClaim), { ...of, slot: 'redirection' }),
      ];
      return found.flatMap((one) => one?.step ?? []).join();
    });
    return Promise.all(steps);
  };

  it('stands with finance, and with nobody while they disagree, nor before it is known who inherits', async () => {
    expect(await waiting()).toEqual(['INSTRUCT_PAYOUT', 'INSTRUCT_PAYOUT']);
    expect(await waiting(disagree)).toEqual(['', '']);
    expect(await waiting(disagree, ended('AS_APPROVED'))).toEqual(['INSTRUCT_PAYOUT', 'INSTRUCT_PAYOUT']);
    expect(await waiting(disagree, ended('OTHERWISE'))).toEqual(['', '']);
  });

  it('stands with a supervisor, and never with finance, where others inherit', async () => {
    const found = [disagree, ended('OTHERWISE'), inherits(FOR_ONE)];
    expect(await waiting(...found)).toEqual(['INSTRUCT_PAYOUT', 'REDIRECT_PAYOUT']);
    expect(await waiting(...found, disagree)).toEqual(['', '']);
    expect(await waiting(...found, disagree, ended('AS_APPROVED'))).toEqual([
      'INSTRUCT_PAYOUT',
      'REDIRECT_PAYOUT',
    ]);
    expect(await waiting(inherits(FOR_ONE))).toEqual(['INSTRUCT_PAYOUT', 'INSTRUCT_PAYOUT']);
  });

  it('of somebody who was erased is given up by a supervisor, whatever the heirs agree on', async () => {
    const erased = logOf({
      [`payout-${FOR_ONE}`]: [ordered(FOR_ONE, { person: ERASED })],
      [`claim-${CLAIM}`]: [disagree],
    });
    const of = { kind: 'PAYOUT', subjectId: FOR_ONE } as const;
    expect(await expectedOf(erased, { ...of, slot: 'payout' })).toMatchObject({
      step: 'CANCEL_PAYOUT',
      turn: 'SUPERVISOR',
    });
    expect(await expectedOf(erased, { ...of, slot: 'redirection' })).toBeUndefined();
  });
});
