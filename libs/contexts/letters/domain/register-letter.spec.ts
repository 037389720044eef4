import { describe, it } from '@jest/globals';
import { localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import type { LetterEvent } from './letter.events.js';
import { letters } from './letter.js';
import { registerLetter } from './register-letter.js';

const given = decisionSpec(letters);

const input = { letterId: 'letter-1', name: 'Contoh' };

const registered: LetterEvent = {
  type: 'LetterRegistered',
  data: { ...input, effectiveOn: localDate('2026-11-20') },
};

describe('registering a letter', () => {
  it('makes it known', () => {
    given()
      .when((state) => registerLetter(input, state, testContext()))
      .thenRecorded([registered]);
  });

  it('is done once', () => {
    given([registered])
      .when((state) => registerLetter(input, state, testContext()))
      .thenRejected('LETTER_ALREADY_REGISTERED');
  });
});
