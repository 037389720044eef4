import { describe, expect, it } from '@jest/globals';
import { type Policy, enforce, firstRefusal } from './policy.js';
import { conflict, refusals } from './refusal.js';

const kinds = refusals({
  EMPTY: conflict({ en: 'Something is needed', id: 'Harus diisi' }),
  TOO_LONG: conflict(
    { en: 'Too long', id: 'Terlalu panjang' },
    { article: 'Art. 3', allowed: [{ en: 'three letters', id: 'tiga huruf' }] },
  ),
});

const notEmpty: Policy<string> = {
  name: 'notEmpty',
  check: (text) => (text === '' ? kinds.EMPTY() : undefined),
};

const short: Policy<string> = {
  name: 'short',
  check: (text) => (text.length > 3 ? kinds.TOO_LONG() : undefined),
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
