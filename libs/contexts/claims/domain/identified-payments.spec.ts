import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { type Rejection, fold, localDate, rupiah, totalOf } from '#kernel';
import { testContext } from '#testing/decisions';
import { CLAIM, COMPLETED, JKK_SUBMITTED } from './claim.examples.js';
import type { ClaimEvent } from './claim.events.js';
import type { ApprovedPayment } from './decision.events.js';
import { claims, knownClaim } from './claim.js';
import { type CalculateInterimInput, calculateInterim } from './calculate-interim.js';
import { NEW_LAW, month, paidMonthly, treated } from './interim.examples.js';
import { notDueOf } from './identified-payments.js';
import { interimAskedBack } from './interim.js';
import type { InterimPaidTooMuch } from './interim.events.js';
import { FACTORY } from './wage-earner.examples.js';
import { withdrawClaim } from './withdraw-claim.js';

const NOV_20 = localDate('2026-11-20');
const { participantId } = JKK_SUBMITTED.data;

/** An approval as the log has it: with the id by which its payments are ordered. */
const approved = (id: string, ...payments: readonly ApprovedPayment[]): ClaimEvent =>
  ({
    id,
    type: 'InterimApproved',
    data: {
      claimId: CLAIM,
      participantId,
      programme: 'JKK',
      approverId: 'sita',
      totalIdr: rupiah(payments.reduce((sum, { amountIdr }) => sum + amountIdr, 0)),
      payments,
      payBy: NOV_20,
      authority: { level: 2 },
      effectiveOn: NOV_20,
      person: { account: { bank: 'BRI', number: '1', holder: 'Peserta Contoh' } },
    },
  }) as unknown as ClaimEvent;

const own = (amountIdr: number): ApprovedPayment => ({
  payee: 'PARTICIPANT',
  componentCodes: ['JKK_STMB'],
  amountIdr: rupiah(amountIdr),
});
const toFactory = (amountIdr: number): ApprovedPayment => ({
  ...own(amountIdr),
  payee: 'EMPLOYER',
  employerId: FACTORY,
});

const PAID_MONTHLY: ClaimEvent[] = [
  JKK_SUBMITTED,
  COMPLETED,
  approved('first', own(1_000_000)),
  approved('second', own(1_000_000)),
];

const askedBack = (history: readonly ClaimEvent[], dueIdr: number) =>
  interimAskedBack(knownClaim(fold(claims, history)), rupiah(dueIdr), testContext());

const ofPayments = (found: readonly InterimPaidTooMuch[]) =>
  found.map(({ data: { ofPayments: payments } }) =>
    payments?.map(({ approvalId, amountIdr }) => [approvalId, amountIdr]),
  );

describe('what was paid before the end of a treatment and is not due', () => {
  it('names every payment where the claim is withdrawn, by what makes its identity', () => {
    const input = { claimId: CLAIM, reason: 'WISH_OF_CLAIMANT', letter: 'archive/letter' } as const;
    const [, found] = withdrawClaim(input, fold(claims, PAID_MONTHLY), testContext());
    expect(found).toMatchObject({
      type: 'InterimPaidTooMuch',
      data: {
        amountIdr: 2_000_000,
        ofPayments: [
          { approvalId: 'second', payee: 'PARTICIPANT', amountIdr: 1_000_000 },
          { approvalId: 'first', payee: 'PARTICIPANT', amountIdr: 1_000_000 },
        ],
      },
    });
  });

  it('is of the last payments first, where a part of it is due', () => {
    expect(ofPayments(askedBack(PAID_MONTHLY, 500_000))).toEqual([
      [
        ['second', 1_000_000],
        ['first', 500_000],
      ],
    ]);
  });

  it('is of the payments to an employer before those to whoever claimed, each for itself', () => {
    const history = [
      JKK_SUBMITTED,
      COMPLETED,
      approved('first', toFactory(1_000_000)),
      approved('second', own(1_000_000)),
    ];
    expect(ofPayments(askedBack(history, 0))).toEqual([[['first', 1_000_000]], [['second', 1_000_000]]]);
    expect(ofPayments(askedBack(history, 1_000_000))).toEqual([[['first', 1_000_000]]]);
  });

  it('names no payment twice: what was found before is found no more', () => {
    const some = [...PAID_MONTHLY, ...askedBack(PAID_MONTHLY, 500_000)];
    expect(ofPayments(askedBack(some, 0))).toEqual([[['first', 500_000]]]);
    expect(askedBack([...some, ...askedBack(some, 0)], 0)).toEqual([]);
  });

  it('was found by an earlier release without its payments: the last ones, as well', () => {
    const old = askedBack(PAID_MONTHLY, 500_000).map(
      ({ data: { ofPayments: _unknown, ...data }, ...event }) => ({
        ...event,
        data,
      }),
    );
    expect(ofPayments(askedBack([...PAID_MONTHLY, ...old], 0))).toEqual([[['first', 500_000]]]);
  });

  it('is of heirs who were paid at once, each for their share', () => {
    const toHeir = (heirId: string, amountIdr: number) => ({
      ...own(amountIdr),
      payee: 'HEIR' as const,
      heirId,
    });
    const history = [
      JKK_SUBMITTED,
      COMPLETED,
      approved('first', toHeir('widow', 500_000), toHeir('son', 500_000)),
      approved('second', toHeir('widow', 500_001), toHeir('son', 250_000)),
    ];
    const shares = (dueIdr: number) =>
      askedBack(history, dueIdr).map(({ data }) =>
        data.ofPayments?.map(({ approvalId, heirId, amountIdr }) => [approvalId, heirId, amountIdr]),
      );
    expect(shares(1_250_001)).toEqual([
      [
        ['second', 'widow', 333_334],
        ['second', 'son', 166_666],
      ],
    ]);
    expect(shares(500_000)).toEqual([
      [
        ['second', 'widow', 500_001],
        ['second', 'son', 250_000],
        ['first', 'widow', 250_000],
        ['first', 'son', 250_000],
      ],
    ]);
  });

  it('makes no share larger than its payment, nor leaves a rupiah of it out', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 90_000_000 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(amounts, fc.double({ min: 0, max: 1, noNaN: true }), (shares, part) => {
        const payments = shares.map((amountIdr, place) => ({
          approvalId: 'first',
          payee: 'HEIR' as const,
          heirId: `heir-${place}`,
          amountIdr: rupiah(amountIdr),
        }));
        const amountIdr = rupiah(Math.floor(totalOf(payments) * part));
        const notDue = notDueOf(payments, { amountIdr });
        expect(totalOf(notDue)).toBe(amountIdr);
        for (const one of notDue) {
          const paid = payments.find(({ heirId }) => heirId === one.heirId)!.amountIdr;
          expect(one.amountIdr).toBeLessThanOrEqual(paid);
          expect(Math.abs(one.amountIdr - paid * part)).toBeLessThan(shares.length + 1);
        }
      }),
    );
  });
});

describe('a month that was paid before the end of a treatment', () => {
  /** @param paid what of it is due after all */
  const again = (dueIdr: number) => {
    const [first, second] = [month(NEW_LAW, 0), month(NEW_LAW, 1)];
    const history = paidMonthly(NEW_LAW, 2).map((event, place) => ({ ...event, id: `event-${place}` }));
    history.push(...askedBack(history, dueIdr).map((event) => ({ ...event, id: 'asked-back' })));
    const asked = (input: CalculateInterimInput) => {
      try {
        return calculateInterim(input, fold(claims, history), testContext(), treated(NEW_LAW)).map(
          ({ type }) => type,
        );
      } catch (error) {
        return (error as Rejection).code;
      }
    };
    return [asked(first), asked(second)];
  };

  it('is paid again where all of it was asked back, and only there', () => {
    expect(again(2_000_000)).toEqual(['DAYS_ALREADY_PAID', 'DAYS_ALREADY_PAID']);
    expect(again(1_500_000)).toEqual(['DAYS_ALREADY_PAID', 'DAYS_ALREADY_PAID']);
    expect(again(1_000_000)).toEqual(['DAYS_ALREADY_PAID', ['InterimCalculated']]);
    expect(again(0)).toEqual([['InterimCalculated'], ['InterimCalculated']]);
  });
});
