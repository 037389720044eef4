import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import {
  childIsAmongTheRegistered,
  childIsNotWorking,
  childIsUnmarried,
  childIsYoungEnough,
  levelIsNotExhausted,
  schoolingIsEvident,
  type SchoolYearFacts,
} from './scholarship.policies.js';

const year = (facts: Partial<SchoolYearFacts> = {}): SchoolYearFacts => ({
  eventDate: localDate('2023-03-01'),
  claimYear: 2025,
  childIndex: 0,
  level: 'SMA',
  yearInLevel: 1,
  evidence: true,
  ageAtClaim: 16,
  ...facts,
});

describe.each([
  [childIsAmongTheRegistered, { childIndex: 2 }, { childIndex: 1 }, 'REJECTED_MAX_CHILDREN'],
  [childIsYoungEnough, { ageAtClaim: 23 }, { ageAtClaim: 22 }, 'REJECTED_AGE_23'],
  [childIsUnmarried, { married: true }, { married: false }, 'REJECTED_MARRIED'],
  [childIsNotWorking, { working: true }, { working: false }, 'REJECTED_WORKING'],
  [schoolingIsEvident, { evidence: false }, { evidence: true }, 'REJECTED_NO_EVIDENCE'],
  [levelIsNotExhausted, { yearInLevel: 4 }, { yearInLevel: 3 }, 'REJECTED_LEVEL_EXHAUSTED'],
] as const)('%#', (policy, refused, allowed, code) => {
  it(`${policy.name} refuses with ${code}`, () => {
    expect(policy.check(year(refused))?.code).toBe(code);
  });

  it(`${policy.name} lets pass what is within`, () => {
    expect(policy.check(year(allowed))).toBeUndefined();
  });
});

describe('a working child', () => {
  it('keeps the right only with evidence of schooling', () => {
    const intern = { working: true, workKind: 'INTERN' } as const;
    expect(childIsNotWorking.check(year(intern))).toBeUndefined();
    expect(childIsNotWorking.check(year({ ...intern, evidence: false }))?.code).toBe('REJECTED_WORKING');
  });
});
