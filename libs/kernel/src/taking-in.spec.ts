import { describe, expect, it } from '@jest/globals';
import { TEST_ACTOR, testContext } from '#testing/decisions';
import { Rejection } from './rejection.js';
import { putForward } from './second-signature.js';
import { officeTakingIn } from './taking-in.js';

const OF_NONE = { ...TEST_ACTOR, office: '' };

function refusedWith(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error instanceof Rejection ? error.refusal.code : error;
  }
}

describe('What an office works on', () => {
  it('is of the office where it was taken in', () => {
    expect(officeTakingIn({ office: 'Bekasi' })).toBe('Bekasi');
  });

  it('is not taken in, nor put forward, by whoever works at none', () => {
    expect(refusedWith(() => officeTakingIn(OF_NONE))).toBe('OFFICE_NOT_NAMED');
    expect(refusedWith(() => putForward(testContext({ actor: OF_NONE })))).toBe('OFFICE_NOT_NAMED');
  });
});
