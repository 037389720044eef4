import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { jkkFacts } from './claim.examples.js';
import { isRevokedFor } from './event-revoked.js';

describe('What was approved of an accident', () => {
  it('is no payment to an heir of somebody who lives, whoever claims; the injury happened all the same', () => {
    const lives = jkkFacts({}, { livesAfterAll: true });
    expect(isRevokedFor('HEIR', lives)).toBe(true);
    expect(isRevokedFor('PARTICIPANT', lives)).toBe(false);
  });

  it('is paid to the heir of somebody who has died', () => {
    const dead = jkkFacts({}, { diedOn: localDate('2026-11-01') });
    expect(isRevokedFor('HEIR', dead)).toBe(false);
  });
});
