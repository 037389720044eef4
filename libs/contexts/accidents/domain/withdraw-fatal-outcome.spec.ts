import { describe, expect, it } from '@jest/globals';
import { fold } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import {
  ACCIDENT_ID,
  PARTICIPANT_ID,
  concluded,
  concludedNot,
  dead,
  healed,
  notified,
  referral,
  stageOne,
  stageTwo,
  statement,
} from './accident.examples.js';
import type { AccidentEvent } from './accident.events.js';
import { accidents } from './accident.js';
import type { AccidentState } from './accident-state.js';
import { withdrawFatalOutcome } from './withdraw-fatal-outcome.js';

const given = decisionSpec(accidents);
const context = testContext();
const withdraw =
  (livesAfterAll = true) =>
  (state: AccidentState) =>
    withdrawFatalOutcome({ accidentId: ACCIDENT_ID }, state, context, { livesAfterAll });

const died = [
  notified(),
  stageOne({ effect: 'DEATH' }),
  referral(),
  concluded(),
  statement({ health: dead('2026-09-03') }),
];

const withdrawn = (backTo: 'REFERRED'): AccidentEvent => ({
  type: 'FatalOutcomeWithdrawn',
  data: {
    accidentId: ACCIDENT_ID,
    participantId: PARTICIPANT_ID,
    backTo,
    withdrawerId: context.actor.id,
    effectiveOn: context.today,
  },
});

describe('Withdrawing that an accident killed its victim', () => {
  it.each([
    ['before stage II', died],
    ['after it', [...died, stageTwo()]],
  ])('is possible %s, once the death was taken back: the care goes on where it was', (_when, history) => {
    given(history)
      .when(withdraw())
      .thenRecorded([withdrawn('REFERRED')]);
    const state = fold(accidents, [...history, withdrawn('REFERRED')]);
    expect(state).toMatchObject({ situation: 'REFERRED', conclusion: { conclusion: 'WORK_ACCIDENT' } });
    expect(state).not.toHaveProperty('statement');
    expect(state).not.toHaveProperty('stageTwo');
    expect(
      fold(accidents, [...history, withdrawn('REFERRED'), statement({ health: healed }), stageTwo()]),
    ).toMatchObject({ situation: 'STAGE_II_REPORTED', stageOne: { effect: 'INJURY' } });
  });

  it('is refused while the death stands, and where nobody died', () => {
    given(died).when(withdraw(false)).thenRejected('DEATH_STANDS');
    given([notified(), stageOne(), statement({ health: healed })])
      .when(withdraw())
      .thenRejected('NOT_FATAL');
    given([...died, withdrawn('REFERRED')])
      .when(withdraw())
      .thenRejected('NOT_FATAL');
  });

  it('is refused where JKK has no more to do with it, and where there is no accident', () => {
    given([notified(), stageOne({ effect: 'DEATH' }), concludedNot()])
      .when(withdraw())
      .thenRejected('NOT_A_WORK_ACCIDENT');
    given([]).when(withdraw()).thenRejected('ACCIDENT_NOT_FOUND');
  });
});
