import { describe, expect, it } from '@jest/globals';
import { fold, localDate, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { correctPayoutAccount } from './correct-payout-account.js';
import {
  ACCOUNT,
  EMPLOYER_ACCOUNT,
  FACILITY_ACCOUNT,
  MARCH_13,
  MARCH_14,
  PAYOUT_ID,
  TOMORROW,
  accepted,
  confirmed,
  corrected,
  erased,
  instructed,
  ordered,
  returned,
  settled,
  toTheEmployer,
  toThePlkk,
} from './payout.examples.js';
import { type InstructPayoutInput, type InstructionFacts, instructPayout } from './instruct-payout.js';
import type { PayoutEvent } from './payout.events.js';
import { payoutSteps } from './payout-steps.js';
import type { PayoutState } from './payout-state.js';
import { payouts } from './payout.js';

const given = decisionSpec(payouts);

const instruct =
  (change: Partial<InstructPayoutInput> = {}, facts: InstructionFacts = {}) =>
  (state: PayoutState) =>
    instructPayout(
      { payoutId: PAYOUT_ID, instructedOn: MARCH_13, instructionNumber: 'INS-1', ...change },
      state,
      testContext(),
      facts,
    );

describe('instructing the bank', () => {
  it('records the number and the day of the instruction', () => {
    given([ordered()])
      .when(instruct())
      .thenRecorded([instructed(MARCH_13)]);
  });

  it('records the account that the PLKK has at this moment', () => {
    given([ordered(toThePlkk)])
      .when(instruct({}, { facilityAccount: FACILITY_ACCOUNT }))
      .thenRecorded([
        {
          type: 'PayoutInstructed',
          data: {
            payoutId: PAYOUT_ID,
            instructorId: 'user-1',
            instructedOn: MARCH_13,
            instructionNumber: 'INS-1',
            facilityAccount: FACILITY_ACCOUNT,
            effectiveOn: MARCH_13,
          },
        },
      ]);
  });

  it('is not done of what came back to an employer and is not due at all: that is stopped', () => {
    const notDue = (amountIdr: number): PayoutEvent => ({
      type: 'PaymentNotDue',
      data: {
        payoutId: PAYOUT_ID,
        participantId: toTheEmployer.participantId,
        claimId: 'claim-id',
        amountIdr: rupiah(amountIdr),
        findingId: 'withdrawal',
        finderId: 'ani',
        effectiveOn: MARCH_13,
      },
    });
    const again = instruct({ instructionNumber: 'INS-2' }, { employerAccount: EMPLOYER_ACCOUNT });
    const { amountIdr } = toTheEmployer;
    const back = (notDueIdr: number) => [
      ordered(toTheEmployer),
      instructed(MARCH_13),
      notDue(notDueIdr),
      returned(MARCH_13),
    ];
    given(back(amountIdr)).when(again).thenRejected('NOT_TO_BE_INSTRUCTED');
    expect(again(fold(payouts, back(amountIdr - 1)))).toMatchObject([{ type: 'PayoutInstructed' }]);
  });

  it('is not done by whoever decided that it is paid, or gave the account', () => {
    const me = testContext().actor.id;
    given([ordered()])
      .when(instruct({}, { deciderIds: ['other', me] }))
      .thenRejected('DECIDER_CANNOT_INSTRUCT');
    given([ordered()])
      .when(instruct({}, { accountGiverIds: [me] }))
      .thenRejected('ACCOUNT_GIVER_CANNOT_INSTRUCT');
    const again = [
      ordered(),
      instructed(MARCH_13, 'INS-0'),
      returned(MARCH_13),
      corrected(MARCH_13, me),
      confirmed(MARCH_13, 'finance-2'),
    ];
    given(again).when(instruct()).thenRejected('ACCOUNT_GIVER_CANNOT_INSTRUCT');
    expect(fold(payoutSteps, again).expected).toMatchObject({ step: 'INSTRUCT_PAYOUT', notBy: [me] });
    given([ordered(toThePlkk)])
      .when(instruct({}, { facilityAccount: FACILITY_ACCOUNT, deciderIds: [me] }))
      .thenRejected('DECIDER_CANNOT_INSTRUCT');
    const [told] = instruct(
      {},
      { facilityAccount: FACILITY_ACCOUNT, accountGiverIds: [me] },
    )(fold(payouts, [ordered(toThePlkk)]));
    expect(told?.type).toBe('PayoutInstructed');
  });

  it('changes nothing when the same instruction is recorded again', () => {
    given([ordered(), instructed(MARCH_13)])
      .when(instruct())
      .thenNothing();
  });

  it('is possible again after the account of a returned payment was corrected and confirmed', () => {
    given([
      ordered(),
      instructed(MARCH_13),
      returned(MARCH_13),
      corrected(MARCH_14, 'user-3'),
      confirmed(MARCH_14),
    ])
      .when(instruct({ instructedOn: MARCH_14, instructionNumber: 'INS-2' }))
      .thenRecorded([instructed(MARCH_14, 'INS-2')]);
  });

  it('pays an employer to the account that it has at this moment, and not before somebody named it', () => {
    const events = [ordered(toTheEmployer)];
    given(events).when(instruct()).thenRejected('EMPLOYER_ACCOUNT_UNKNOWN');
    const [paid] = instruct({}, { employerAccount: EMPLOYER_ACCOUNT })(fold(payouts, events));
    expect(paid?.data).toMatchObject({ employerAccount: EMPLOYER_ACCOUNT });
    expect(paid?.data).not.toHaveProperty('facilityAccount');
    const back = [...events, instructed(MARCH_13), returned(MARCH_14)];
    given(back)
      .when((state) =>
        correctPayoutAccount({ payoutId: PAYOUT_ID, person: { account: ACCOUNT } }, state, testContext()),
      )
      .thenRejected('EMPLOYER_IS_PAID');
    const again = { instructionNumber: 'INS-2', instructedOn: MARCH_14 };
    expect(instruct(again, { employerAccount: EMPLOYER_ACCOUNT })(fold(payouts, back))).toHaveLength(1);
  });

  it('is possible again for a PLKK without a correction here', () => {
    const decision = given([ordered(toThePlkk), instructed(MARCH_13), returned(MARCH_13)]).when(
      instruct({ instructionNumber: 'INS-2' }, { facilityAccount: FACILITY_ACCOUNT }),
    );
    expect(() => decision.thenNothing()).toThrow('PayoutInstructed');
  });

  it('refuses a payment that was never ordered', () => {
    given().when(instruct()).thenRejected('PAYOUT_NOT_FOUND');
  });

  it('refuses a payment that is under way, settled or returned, and says what may follow', () => {
    const again = instruct({ instructionNumber: 'INS-2' });
    const underWay = [ordered(), instructed(MARCH_13)];
    given(underWay).when(again).thenRejected('NOT_TO_BE_INSTRUCTED');
    given([...underWay, accepted(MARCH_13)])
      .when(again)
      .thenRejected('NOT_TO_BE_INSTRUCTED');
    given([...underWay, accepted(MARCH_13), settled(MARCH_14)])
      .when(again)
      .thenRejected('NOT_TO_BE_INSTRUCTED');
    const refusal = given([...underWay, returned(MARCH_13)])
      .when(again)
      .thenRejected('NOT_TO_BE_INSTRUCTED');
    expect(refusal.details.allowed).toEqual(['correct the account']);
  });

  it('refuses the number of an earlier instruction', () => {
    given([
      ordered(),
      instructed(MARCH_13),
      returned(MARCH_13),
      corrected(MARCH_14, 'user-3'),
      confirmed(MARCH_14),
    ])
      .when(instruct({ instructedOn: MARCH_14 }))
      .thenRejected('INSTRUCTION_NUMBER_USED');
  });

  it('may be today, and on the day of the order', () => {
    for (const day of [localDate('2026-11-20'), localDate('2026-03-12')]) {
      given([ordered()])
        .when(instruct({ instructedOn: day }))
        .thenRecorded([instructed(day)]);
    }
  });

  it('refuses to pay a person who was erased: nobody knows where to any more', () => {
    given([erased(ordered())])
      .when(instruct())
      .thenRejected('PERSONAL_DATA_ERASED');
    given([
      erased(ordered()),
      instructed(MARCH_13),
      returned(MARCH_13),
      erased(corrected(MARCH_14, 'user-3')),
      confirmed(MARCH_14),
    ])
      .when(instruct({ instructedOn: MARCH_14, instructionNumber: 'INS-2' }))
      .thenRejected('PERSONAL_DATA_ERASED');
  });

  it('changes nothing of an erased person whose payment is under way already', () => {
    given([erased(ordered()), instructed(MARCH_13)])
      .when(instruct())
      .thenNothing();
  });

  it('refuses a day in the future, and a day before the order', () => {
    given([ordered()])
      .when(instruct({ instructedOn: TOMORROW }))
      .thenRejected('INSTRUCTED_IN_FUTURE');
    given([ordered()])
      .when(instruct({ instructedOn: localDate('2026-03-11') }))
      .thenRejected('DATES_OUT_OF_ORDER');
  });

  it('refuses to pay a PLKK whose account is not known', () => {
    given([ordered(toThePlkk)])
      .when(instruct())
      .thenRejected('FACILITY_ACCOUNT_UNKNOWN');
  });
});
