import { describe, expect, it } from '@jest/globals';
import { ROLES_OF_TURN } from '#kernel';
import { expectedAfter } from '#testing/decisions';
import { SECOND_PERSON } from './correction-rules.js';
import {
  CORRECTION,
  birthDateAsked,
  birthDateCorrected,
  childAsked,
  childCorrected,
  contributionReversed,
  correctionRefused,
  nameCorrected,
  nikAsked,
  nikCorrected,
  reversalAsked,
  reversalRefused,
} from './correction.examples.js';
import { correctionSteps, reversalSteps } from './correction-steps.js';

describe('A correction that somebody asked for', () => {
  it('waits for a second person, who is not the first', () => {
    const step = expectedAfter(correctionSteps, birthDateAsked);
    expect(step).toMatchObject({
      step: 'CONFIRM_CORRECTION',
      notBy: [birthDateAsked.data.requesterId],
    });
    expect(ROLES_OF_TURN[step!.turn]).toEqual(SECOND_PERSON);
  });

  it.each([
    ['refused', birthDateAsked, correctionRefused],
    ['made', birthDateAsked, birthDateCorrected],
    ['made of a NIK', nikAsked, nikCorrected],
    ['made of a child', childAsked, childCorrected],
  ])('waits no more once it is %s', (_how, asked, ended) => {
    expect(expectedAfter(correctionSteps, asked, ended)).toBeUndefined();
  });

  it('is one of several, each with a time of its own', () => {
    expect(correctionSteps.idIn?.(birthDateAsked.data as never)).toBe(CORRECTION);
  });

  it('is none where one person may make it alone', () => {
    expect(correctionSteps.concerns(nameCorrected.data, nameCorrected.type)).toBe(
      nameCorrected.data.confirmerId !== undefined,
    );
    expect(expectedAfter(correctionSteps, nameCorrected)).toBeUndefined();
  });
});

describe('A month that is to be taken back', () => {
  it('waits for a second person until it is, or they refuse', () => {
    expect(expectedAfter(reversalSteps, reversalAsked)).toMatchObject({
      step: 'CONFIRM_REVERSAL',
      turn: 'SUPERVISOR',
      notBy: [reversalAsked.data.requesterId],
    });
    expect(expectedAfter(reversalSteps, reversalAsked, contributionReversed)).toBeUndefined();
    expect(expectedAfter(reversalSteps, reversalAsked, reversalRefused)).toBeUndefined();
  });
});
