import { describe, it } from '@jest/globals';
import { decisionSpec, testContext } from '#testing/decisions';
import { ACCIDENT_ID, concludedNot, evidence, notified, stageOne } from './accident.examples.js';
import { accidents } from './accident.js';
import { receiveEvidence } from './receive-evidence.js';

const given = decisionSpec(accidents);
const letter = { accidentId: ACCIDENT_ID, evidence: ['POLICE_LETTER'] } as const;

describe('evidence that comes in later', () => {
  it('is added to what is there, at any time after the notice', () => {
    for (const history of [
      [notified()],
      [notified(), stageOne()],
      [notified(), stageOne(), concludedNot()],
    ]) {
      given(history)
        .when((state) => receiveEvidence(letter, state, testContext()))
        .thenRecorded([evidence()]);
    }
  });

  it('that is there already changes nothing', () => {
    given([notified(), stageOne({ evidence: ['POLICE_LETTER'] })])
      .when((state) => receiveEvidence(letter, state, testContext()))
      .thenNothing();
  });

  it('of an unknown accident is refused', () => {
    given()
      .when((state) => receiveEvidence(letter, state, testContext()))
      .thenRejected('ACCIDENT_NOT_FOUND');
  });
});
