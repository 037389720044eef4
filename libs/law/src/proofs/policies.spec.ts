import { describe, expect, it } from '@jest/globals';
import { Rejection } from '#kernel';
import { type BenefitPolicy, refuse } from '../kernel/refusal.js';
import { provePolicies } from './policies.js';

interface Facts {
  readonly age: number;
  readonly married?: boolean;
}

const PROVISION = { law: 'PP 44/2015', article: 'Art. 1', sources: [], confidence: 'H' } as const;
const CITED = { law: 'PP 44/2015', article: 'Art. 1' };
const refusal = (code: string) => refuse(code, PROVISION, { id: code, en: code });

const old: BenefitPolicy<Facts> = {
  name: 'old',
  check: ({ age }) => (age >= 23 ? refusal('OLD') : undefined),
};
const wed: BenefitPolicy<Facts> = {
  name: 'wed',
  check: ({ married }) => (married ? refusal('WED') : undefined),
};

const prove = (...policies: readonly BenefitPolicy<Facts>[]) =>
  provePolicies<Facts>({
    name: 'A_LIST',
    what: { id: 'daftar', en: 'list' },
    policies,
    edges: { age: [22, 23], married: [undefined, false, true] },
    walks: { age: [20, 21, 22, 23, 24] },
  });

describe('the proof of a list', () => {
  it('holds of policies that answer everything, and says which facts each reads', () => {
    const { faults, policies } = prove(old, wed);
    expect(faults).toEqual([]);
    expect(policies).toEqual([
      { name: 'old', facts: ['age'], outcomes: { PASSES: 1, OLD: 1 }, cites: [CITED] },
      { name: 'wed', facts: ['married'], outcomes: { PASSES: 2, WED: 1 }, cites: [CITED] },
    ]);
  });

  it('counts an impossible request as an answer', () => {
    const strict: BenefitPolicy<Facts> = {
      name: 'strict',
      check: ({ age, married }) => {
        if (age >= 23 && married)
          throw new Rejection({ code: 'ODD', kind: 'CONFLICT', words: { id: '', en: '' } });
        return married ? refusal('WED') : undefined;
      },
    };
    const { faults, policies } = prove(strict);
    expect(faults).toEqual([]);
    expect(policies[0]!.outcomes).toEqual({ PASSES: 4, WED: 1, ODD: 1 });
  });

  it.each([
    [
      'a policy that breaks',
      {
        name: 'broken',
        check: ({ age }: Facts) =>
          age > 22 ? (undefined as unknown as typeof old).check({ age }) : undefined,
      },
    ],
    ['a policy that never objects', { name: 'idle', check: () => undefined }],
    ['a policy behind one that says the same', { ...old, name: 'older' }],
    ['a policy that objects to everybody', { name: 'stern', check: () => refusal('NO') }],
    [
      'an edge that nobody named',
      {
        name: 'hidden',
        check: ({ age, married }: Facts) => (age < 21 || married ? refusal('YOUNG') : undefined),
      },
    ],
  ])('finds %s', (_what, policy) => {
    expect(prove(old, policy as BenefitPolicy<Facts>).faults).not.toEqual([]);
  });
});
