import { describe, expect, it } from '@jest/globals';
import { type Policy, enforce, firstRefusal } from './policy.js';

const notEmpty: Policy<string> = {
  name: 'notEmpty',
  check: (text) => (text === '' ? { code: 'EMPTY', detail: 'Something is needed' } : undefined),
};

const short: Policy<string> = {
  name: 'short',
  check: (text) =>
    text.length > 3
      ? { code: 'TOO_LONG', detail: 'Too long', article: 'Art. 3', allowed: ['three letters'] }
      : undefined,
};

describe('a list of policies', () => {
  it('says nothing when no rule objects', () => {
    expect(firstRefusal([notEmpty, short], 'abc')).toBeUndefined();
    expect(() => enforce([notEmpty, short], 'abc')).not.toThrow();
  });

  it('lets the first refusal win', () => {
    const alsoShort: Policy<string> = { ...short, name: 'alsoShort' };
    expect(firstRefusal([short, alsoShort], 'abcd')?.rule).toBe('short');
  });

  it('refuses a command with code, words, rule, article and what is allowed', () => {
    expect(() => enforce([notEmpty, short], 'abcd')).toThrow(
      expect.objectContaining({
        code: 'TOO_LONG',
        detail: 'Too long',
        details: { allowed: ['three letters'], facts: { rule: 'short', article: 'Art. 3' } },
      }),
    );
  });
});
