import { describe, expect, it } from '@jest/globals';
import { Rejection, fold, localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import type { AccidentEvent } from './accident.events.js';
import {
  ACCIDENT_ID,
  CLAIM_ID,
  PARTICIPANT_ID,
  billingClosed,
  concluded,
  concludedNot,
  interestNoted,
  notified,
  stageOne,
  wholeStory,
} from './accident.examples.js';
import { accidents } from './accident.js';
import type { AccidentState } from './accident-state.js';
import { interestedIn, requireNoInterest } from './interest.js';
import { noteInterest } from './note-interest.js';

const given = decisionSpec(accidents);

const note = (state: AccidentState) =>
  noteInterest(
    {
      accidentId: ACCIDENT_ID,
      claimId: CLAIM_ID,
      declarerId: 'niece',
      declaredOn: localDate('2026-11-05'),
    },
    state,
    testContext(),
  );

const withdrawn: AccidentEvent = {
  type: 'NoticeWithdrawn',
  data: {
    accidentId: ACCIDENT_ID,
    participantId: PARTICIPANT_ID,
    fault: 'WRONG_DAY',
    withdrawerId: 'rina',
    effectiveOn: localDate('2026-09-02'),
  },
};

describe('An interest in the claim of an accident', () => {
  it.each<[string, AccidentEvent[]]>([
    ['that is only noticed', [notified()]],
    ['that is under way', [notified(), stageOne()]],
    ['that was concluded', wholeStory()],
    ['that was none of work', [notified(), stageOne(), concludedNot()]],
    ['whose claim was approved', [...wholeStory(), billingClosed()]],
    ['whose notice was taken back', [notified(), withdrawn]],
  ])('is noted of one %s', (_what, history) => {
    given(history).when(note).thenRecorded([interestNoted()]);
  });

  it('is noted once for each who has one', () => {
    given([notified(), interestNoted()]).when(note).thenRecorded([]);
    given([notified(), interestNoted({ declarerId: 'cousin' })])
      .when(note)
      .thenRecorded([interestNoted()]);
  });

  it('of an accident that nobody told of is refused', () => {
    given().when(note).thenRejected('ACCIDENT_NOT_FOUND');
  });

  it('stays known, also where the notice is taken back and given again', () => {
    for (const history of [
      [notified(), interestNoted(), stageOne(), concluded()],
      [notified(), interestNoted(), withdrawn],
      [notified(), withdrawn, interestNoted(), notified()],
    ]) {
      expect(interestedIn(fold(accidents, history))).toEqual(['niece']);
    }
  });

  it('keeps from deciding on it whoever has it, and nobody else', () => {
    const state = fold(accidents, [notified(), stageOne(), interestNoted()]);
    const actor = (id: string) => ({ id, roles: ['adjudicator' as const], office: 'Bekasi' });
    expect(() => requireNoInterest(state, actor('niece'))).toThrow(Rejection);
    expect(() => requireNoInterest(state, actor('ani'))).not.toThrow();
  });
});
