import { describe, expect, it } from '@jest/globals';
import { type BenefitPolicy, refusalOf, refuse } from './refusal.js';

const PROVISION = { law: 'PP 44/2015', article: 'Art. 26', sources: ['S13'], confidence: 'V' } as const;

const refusing = (name: string, above: number): BenefitPolicy<{ readonly value: number }> => ({
  name,
  check: ({ value }) =>
    value > above ? refuse(`OVER_${above}`, PROVISION, { id: 'terlalu besar', en: 'too much' }) : undefined,
});

describe('a list of policies', () => {
  const policies = [refusing('below-ten', 10), refusing('below-five', 5)];

  it('refuses with the first that objects, which names itself', () => {
    expect(refusalOf(policies, { value: 11 })).toMatchObject({ rule: 'below-ten', code: 'OVER_10' });
    expect(refusalOf(policies, { value: 7 })).toMatchObject({ rule: 'below-five', code: 'OVER_5' });
  });

  it('keeps the provision and the words of both languages', () => {
    expect(refusalOf(policies, { value: 11 })).toMatchObject({
      article: 'PP 44/2015, Art. 26',
      detail: 'too much',
      provision: PROVISION,
      words: { id: 'terlalu besar' },
    });
  });

  it('has no objection when no policy has one', () => {
    expect(refusalOf(policies, { value: 5 })).toBeUndefined();
  });
});
