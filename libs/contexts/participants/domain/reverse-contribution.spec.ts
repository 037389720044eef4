import { describe, expect, it } from '@jest/globals';
import { ERASED, fold, localDate } from '#kernel';
import { arrearsOfEvent, coverageOn } from '#law';
import { contextBy, decisionSpec } from '#testing/decisions';
import {
  CORRECTION,
  REGISTRAR,
  SUPERVISOR,
  contributionReversed,
  reversalAsked,
  reversalRefused,
} from './correction.examples.js';
import { contributions } from './contributions.js';
import { coverWith, coverWithout } from './cover.js';
import type { ContributionEvent } from './contribution.events.js';
import { SITI, contributionPaid, sitiRegistered } from './participant.examples.js';
import { participants } from './participant.js';
import { paymentsOf } from './payments.js';
import { confirmReversal, refuseReversal, requestReversal } from './reverse-contribution.js';

const given = decisionSpec(paymentsOf);

const asFinance = contextBy(REGISTRAR, 'finance');
const asSupervisor = contextBy(SUPERVISOR, 'supervisor');
const facts = { participant: fold(participants, [sitiRegistered()]) };
const correction = { participantId: SITI, correctionId: CORRECTION };
const { period, receipt, reason, bankReference } = reversalAsked.data;
const request = { ...correction, period, receipt, reason, bankReference };

const october = contributionPaid('2026-10', 1, '2026-10-02', { receipt: 'R-0' });
const november = contributionPaid('2026-11', 1, '2026-11-02');

describe('Taking a payment back', () => {
  it('is asked for with the line of the bank, and waits for a second person', () => {
    given([october, november])
      .when((state) => requestReversal(request, state, asFinance, facts))
      .thenRecorded([reversalAsked]);
    given([october, november, reversalAsked])
      .when((state) => confirmReversal(correction, state, asSupervisor, facts))
      .thenRecorded([contributionReversed]);
  });

  it('is not confirmed by whoever asked, and is decided on once', () => {
    given([november, reversalAsked])
      .when((state) => confirmReversal(correction, state, contextBy(REGISTRAR, 'supervisor'), facts))
      .thenRejected('ENTERED_BY_YOU');
    for (const decision of [contributionReversed, reversalRefused]) {
      given([november, reversalAsked, decision])
        .when((state) => confirmReversal(correction, state, asSupervisor, facts))
        .thenRejected('CORRECTION_NOT_FOUND');
    }
  });

  it('is refused by a supervisor; the payment counts on, and it can be asked for again', () => {
    const refusal = { ...correction, reason: 'EVIDENCE_NOT_ENOUGH' } as const;
    given([november, reversalAsked])
      .when((state) => refuseReversal(refusal, state, asSupervisor))
      .thenRecorded([reversalRefused]);
    given([november, reversalAsked])
      .when((state) => refuseReversal(refusal, state, contextBy('finance-2', 'finance')))
      .thenRejected('CORRECTION_OF_ANOTHER');
    given([november, reversalAsked, reversalRefused])
      .when((state) => requestReversal(request, state, asFinance, facts))
      .thenRecorded([reversalAsked]);
  });

  it.each<[string, readonly ContributionEvent[]]>([
    ['PAYMENT_NOT_FOUND', [october]],
    ['PAYMENT_NOT_FOUND', [november, reversalAsked, contributionReversed]],
    ['CORRECTION_PENDING', [november, reversalAsked]],
  ])('is refused with %s', (code, history) => {
    given(history)
      .when((state) => requestReversal(request, state, asFinance, facts))
      .thenRejected(code);
  });

  it('is refused of months that were deducted from a benefit: no money came that could go back', () => {
    const setOff = contributionPaid('2026-11', 1, '2026-11-02', { setOffClaimId: 'claim' });
    given([setOff])
      .when((state) => requestReversal(request, state, asFinance, facts))
      .thenRejected('PAYMENT_WAS_SET_OFF');
  });

  it('is refused of somebody who was erased', () => {
    const erased = { participant: fold(participants, [sitiRegistered({ person: ERASED })]) };
    given([november])
      .when((state) => requestReversal(request, state, asFinance, erased))
      .thenRejected('PERSONAL_DATA_ERASED');
  });

  it('can be done once more for the same month that was paid anew', () => {
    given([november, reversalAsked, contributionReversed, november])
      .when((state) => requestReversal(request, state, asFinance, facts))
      .thenRecorded([reversalAsked]);
  });
});

describe('What is left after a payment was taken back', () => {
  const september = contributionPaid('2026-09', 1, '2026-09-02', { receipt: 'R-S' });
  const paidOf = (...events: ContributionEvent[]) => fold(contributions, events).paid;

  it('is cover as if it had never been made, from the first day on', () => {
    const day = localDate('2026-12-20');
    const all = paidOf(september, october, november);
    expect(coverageOn(day, all, 'BPU').status).toBe('PENDING_ARREARS');
    expect(arrearsOfEvent(day, all, 'BPU').unpaid).toEqual(['2026-12']);
    const left = paidOf(september, october, november, reversalAsked, contributionReversed);
    expect(left).toEqual(paidOf(september, october));
    expect(arrearsOfEvent(day, left, 'BPU').unpaid).toEqual(['2026-11', '2026-12']);
  });

  it('takes the place of the month in between: what came later counts for the oldest unpaid one', () => {
    const reversed = {
      ...contributionReversed,
      data: {
        ...contributionReversed.data,
        period: october.data.period,
        receipt: 'R-0',
        paidOn: localDate('2026-10-02'),
      },
    };
    const left = paidOf(september, october, november, reversed);
    expect(coverageOn(localDate('2026-11-10'), left, 'BPU').paidThrough).toBe('2026-10');
  });

  it('is nothing where it was the only one, also in the cover that lists show', () => {
    expect(paidOf(november, contributionReversed)).toEqual([]);
    const cover = coverWith(undefined, november.data, 'BPU');
    expect(coverWithout(cover, contributionReversed.data, 'BPU')).toBeUndefined();
    const both = coverWith(coverWith(undefined, october.data, 'BPU'), november.data, 'BPU');
    expect(coverWithout(both, contributionReversed.data, 'BPU')).toEqual(
      coverWith(undefined, october.data, 'BPU'),
    );
  });
});
