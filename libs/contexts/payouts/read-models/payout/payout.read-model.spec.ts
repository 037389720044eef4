import { describe, expect, it } from '@jest/globals';
import { STANDSTILL_TYPES } from '#contexts/claims/facts';
import { on, readModelSpec } from '#testing';
import { event, fold, localDate, rupiah } from '#kernel';
import { testContext } from '#testing/decisions';
import { noteNotDue, endNotDue, stoppablePayouts } from '../../domain/note-not-due.js';
import { recordMoneyBack } from '../../domain/record-money-back.js';
import { payouts } from '../../domain/payout.js';
import type { PayoutEvent } from '../../domain/payout.events.js';
import {
  ACCOUNT,
  EMPLOYER_ACCOUNT,
  EMPLOYER_ID,
  FACILITY_ACCOUNT,
  FACILITY_ID,
  MARCH_13,
  MARCH_14,
  OTHER_ACCOUNT,
  PAYOUT_ID,
  accepted,
  cameBack,
  cancelled,
  confirmed,
  corrected,
  erased,
  instructed,
  ordered,
  returned,
  settled,
  toTheEmployer,
  toTheHeir,
  toThePlkk,
} from '../../domain/payout.examples.js';
import { payoutSteps } from '../../domain/payout-steps.js';
import { payoutReadModel } from './payout.read-model.js';

const folded = readModelSpec(payoutReadModel);
const MARCH_20 = localDate('2026-03-20');
const payout = (...events: PayoutEvent[]) => on(`payout-${PAYOUT_ID}`, ...events);

describe('the payout read model', () => {
  it('follows a payment from the order to the settlement', () => {
    folded(payout(ordered()))
      .thenRows('payouts', [
        { payoutId: PAYOUT_ID, status: 'ORDERED', bank: 'BRI', accountMasked: '****7890', revision: 0 },
      ])
      .and(payout(instructed(MARCH_13)))
      .thenRows('payouts', [{ status: 'INSTRUCTED', instructionNumber: 'INS-1', bankReference: null }])
      .and(payout(accepted(MARCH_13), settled(MARCH_20)))
      .thenRows('payouts', [
        { status: 'SETTLED', bankReference: 'BANK-1', settledOn: MARCH_20, returns: 0, revision: 3 },
      ])
      .thenUnknownEventsAreIgnored();
  });

  it.each([
    ['HeirsWantedNoMore', {}],
    ['ClaimTakenOver', { claimant: 'PARTICIPANT' }],
  ])('waits for no heirs of a participant who lives after all: %s', (type, data) => {
    const said = { claimId: 'claim-id', participantId: 'siti', effectiveOn: MARCH_13 };
    const claim = (name: string, more: object) => on('claim-claim-id', event(name, { ...said, ...more }));
    folded(claim('ClaimTakenOver', { claimant: 'HEIR' })).thenRows('disputes', []);
    folded(claim('DisputeReported', { until: MARCH_20 }))
      .thenRows('disputes', [{ isOpen: true }])
      .and(claim('DisputeEnded', { how: 'JUDGED', outcome: 'OTHERWISE' }))
      .thenRows('disputes', [{ isOpen: true }])
      .and(claim(type, data))
      .thenRows('disputes', [{ isOpen: false, openFor: null, givenUp: [], named: null }]);
  });

  it('knows every event by which a claim says when its payments are not to be made', () => {
    expect(STANDSTILL_TYPES.filter((type) => payoutReadModel.on[type] === undefined)).toEqual([]);
  });

  it('is to be paid as many days later as what it is made in place of stood still', () => {
    const stopped = [{ from: MARCH_13, to: MARCH_20 }];
    const inPlace = ordered({ ...toTheHeir, payBy: localDate('2026-03-16'), stopped, orderedOn: MARCH_20 });
    folded(payout(inPlace)).thenRows('payouts', [{ status: 'ORDERED', payBy: MARCH_20 }]);
  });

  it('is to be paid again within the days that finance has for it, where it had arrived and came back', () => {
    const paid = folded(payout(ordered(), instructed(MARCH_13), accepted(MARCH_13), settled(MARCH_13)));
    paid.thenRows('payouts', [{ payBy: toTheHeir.payBy }]);
    const { expected } = fold(payoutSteps, [ordered(), settled(MARCH_13), cameBack(MARCH_20)]);
    paid
      .and(payout(cameBack(MARCH_20)))
      .thenRows('payouts', [{ status: 'RETURNED', payBy: localDate('2026-04-03') }]);
    expect(expected?.dueDays).toEqual(['2026-04-03']);
  });

  it('counts how often the money came back, and knows the new account', () => {
    folded(payout(ordered(), instructed(MARCH_13), returned(MARCH_13)))
      .thenRows('payouts', [{ status: 'RETURNED', returnReason: 'ACCOUNT_CLOSED', returns: 1 }])
      .and(payout(corrected(MARCH_20)))
      .thenRows('payouts', [
        { status: 'ACCOUNT_CORRECTED', bank: 'BNI', instructionNumber: null, returns: 1 },
      ])
      .and(payout(confirmed(MARCH_20)))
      .thenRows('payouts', [{ status: 'ORDERED', bank: 'BNI' }])
      .and(payout(instructed(MARCH_20), returned(MARCH_20)))
      .thenRows('payouts', [{ returns: 2 }]);
  });

  it('tells what is owed of a payment once, where the bank returned all of it and it was paid again', () => {
    const kept = (events: readonly PayoutEvent[]) =>
      folded(payout(...events)).rows.payouts.get(PAYOUT_ID)?.keptIdr;
    const asked = { payoutId: PAYOUT_ID, claimId: 'claim-id', findingId: 'f1', finderId: 'ani' };
    const arrived = [ordered(), instructed(MARCH_13), accepted(MARCH_13), settled(MARCH_14)];
    const owed = [
      ...arrived,
      ...noteNotDue(
        { ...asked, amountIdr: rupiah(10_000_000) },
        fold(stoppablePayouts, arrived),
        testContext(),
      ),
    ];
    const back = {
      from: 'BANK',
      reason: 'ACCOUNT_CLOSED',
      bankReference: 'B-9',
      on: MARCH_20,
      amountIdr: toTheHeir.amountIdr,
      reference: 'R',
    } as const;
    const returned = [
      ...owed,
      ...recordMoneyBack({ payoutId: PAYOUT_ID, ...back }, fold(payouts, owed), testContext()),
    ];
    const paidAgain = [
      ...returned,
      corrected(MARCH_20),
      confirmed(MARCH_20),
      instructed(MARCH_20, 'INS-2'),
      accepted(MARCH_20, 'BANK-2'),
      settled(MARCH_20, 'BANK-2'),
    ];
    const owedAnew = [
      ...paidAgain,
      ...endNotDue({ payoutId: PAYOUT_ID }, fold(stoppablePayouts, paidAgain), testContext()),
    ];
    expect([owed, returned, owedAnew].map(kept)).toEqual([10_000_000, 0, 10_000_000]);
  });

  it('says why a payment was given up, and keeps no account for it', () => {
    folded(payout(erased(ordered()), cancelled(MARCH_20)))
      .thenRows('payouts', [{ status: 'CANCELLED', cancelReason: 'SETTLED_BY_PAPERS', bank: null }])
      .thenRows('accounts', []);
  });

  it('keeps the account of a person until the bank was told, and that of a facility for good', () => {
    const toAPerson = folded(payout(ordered())).thenRows('accounts', [{ ...ACCOUNT, ownerId: PAYOUT_ID }]);
    toAPerson.and(payout(instructed(MARCH_13), returned(MARCH_13))).thenRows('accounts', []);
    toAPerson.and(payout(corrected(MARCH_20))).thenRows('accounts', [OTHER_ACCOUNT]);
    folded(
      on(`facility-${FACILITY_ID}`, {
        type: 'FacilityRegistered',
        data: { facilityId: FACILITY_ID, account: FACILITY_ACCOUNT },
      }),
      payout(ordered(toThePlkk), instructed(MARCH_13)),
    )
      .thenRows('accounts', [{ ...FACILITY_ACCOUNT, ownerId: FACILITY_ID }])
      .and(
        on(`facility-${FACILITY_ID}`, {
          type: 'PlkkAgreementAmended',
          data: { facilityId: FACILITY_ID, terms: { beds: 9 } },
        }),
      )
      .thenRows('accounts', [{ ...FACILITY_ACCOUNT, ownerId: FACILITY_ID }])
      .and(
        on(`facility-${FACILITY_ID}`, {
          type: 'PlkkAgreementAmended',
          data: { facilityId: FACILITY_ID, terms: {}, account: OTHER_ACCOUNT },
        }),
      )
      .thenRows('accounts', [{ ...OTHER_ACCOUNT, ownerId: FACILITY_ID }]);
    const named = { employerId: EMPLOYER_ID, account: EMPLOYER_ACCOUNT };
    folded(
      on(`employer-${EMPLOYER_ID}`, { type: 'EmployerAccountNamed', data: named }),
      payout(ordered(toTheEmployer)),
    ).thenRows('accounts', [{ ...EMPLOYER_ACCOUNT, ownerId: EMPLOYER_ID }]);
  });

  it('tells every event of a payment, and none of a facility', () => {
    const { rows } = folded(payout(ordered(), instructed(MARCH_13), accepted(MARCH_13), settled(MARCH_20)));
    expect(
      [...rows.timeline.values()].map(({ subjectId, type, effectiveOn }) => [subjectId, type, effectiveOn]),
    ).toEqual([
      [PAYOUT_ID, 'PayoutOrdered', '2026-03-12'],
      [PAYOUT_ID, 'PayoutInstructed', '2026-03-13'],
      [PAYOUT_ID, 'PayoutAccepted', '2026-03-13'],
      [PAYOUT_ID, 'PayoutSettled', '2026-03-20'],
    ]);
  });

  it('says which event it could not apply, not what it says', () => {
    expect(() => folded(payout(settled(MARCH_20)))).toThrow(
      /^payout_v\d+ could not apply PayoutSettled \(payout-.* revision 0, position \d+\): Error: payouts has no row for it$/,
    );
  });
});
