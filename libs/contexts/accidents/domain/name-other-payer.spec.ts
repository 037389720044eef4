import { describe, expect, it } from '@jest/globals';
import { fold, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { ACCIDENT_ID, notified, stageOne } from './accident.examples.js';
import { accidents, knownAccident } from './accident.js';
import { type NameOtherPayerInput, nameOtherPayer } from './name-other-payer.js';

const given = decisionSpec(accidents);

const said = (changes: Partial<NameOtherPayerInput> = {}): NameOtherPayerInput => ({
  accidentId: ACCIDENT_ID,
  payer: 'JASA_RAHARJA',
  status: 'ASKED',
  reference: 'JR/0917/2026',
  ...changes,
});

describe('another payer of an accident', () => {
  it('is named with what it answered; what is said last counts', () => {
    const asked = nameOtherPayer(said(), fold(accidents, [notified(), stageOne()]), testContext());
    const guaranteed = said({ status: 'GUARANTEED', amountIdr: rupiah(12_000_000) });
    const state = fold(accidents, [notified(), stageOne(), ...asked]);
    const answered = nameOtherPayer(guaranteed, state, testContext());
    expect(answered).toMatchObject([
      {
        type: 'OtherPayerNamed',
        data: { payer: 'JASA_RAHARJA', status: 'GUARANTEED', amountIdr: 12_000_000 },
      },
    ]);
    const after = fold(accidents, [notified(), stageOne(), ...asked, ...answered]);
    expect(knownAccident(after).otherPayer).toEqual({
      code: 'JASA_RAHARJA',
      status: 'GUARANTEED',
      amountIdr: 12_000_000,
    });
  });

  it.each([
    ['guarantees without a sum', said({ status: 'GUARANTEED' }), 'OTHER_PAYER_SAYS_NO_AMOUNT'],
    ['is asked abroad without a sum', said({ payer: 'LOCAL_INSURANCE' }), 'OTHER_PAYER_SAYS_NO_AMOUNT'],
    ['refuses a sum', said({ status: 'REFUSED', amountIdr: rupiah(1_000_000) }), 'OTHER_PAYER_BEARS_NOTHING'],
  ])('is not taken that %s', (_what, input, code) => {
    given([notified(), stageOne()])
      .when((state) => nameOtherPayer(input, state, testContext()))
      .thenRejected(code);
  });

  it('is named once stage I is reported', () => {
    given([notified()])
      .when((state) => nameOtherPayer(said(), state, testContext()))
      .thenRejected('STAGE_ONE_MISSING');
  });
});
