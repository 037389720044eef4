import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import {
  employerIsInGoodOrder,
  familyHasNoOtherMlt,
  memberLongEnoughForMlt,
  memberOwnsNoHouse,
  type MltFacts,
  termIsAllowed,
} from './mlt.policies.js';

const loan = (facts: Partial<MltFacts>): MltFacts => ({
  kind: 'KPR',
  applicationDate: localDate('2025-01-01'),
  membershipMonths: 12,
  ...facts,
});

describe.each([
  [memberLongEnoughForMlt, { membershipMonths: 11 }, { membershipMonths: 12 }, 'REJECTED_MEMBERSHIP'],
  [memberOwnsNoHouse, { ownsHouse: true }, { kind: 'PRP', ownsHouse: true }, 'REJECTED_OWNS_HOUSE'],
  [memberOwnsNoHouse, { kind: 'PUMP', ownsHouse: true }, { kind: 'PUMP' }, 'REJECTED_OWNS_HOUSE'],
  [employerIsInGoodOrder, { employerInGoodOrder: false }, {}, 'REJECTED_EMPLOYER'],
  [employerIsInGoodOrder, { partlyRegistered: true }, { partlyRegistered: false }, 'REJECTED_EMPLOYER'],
  [familyHasNoOtherMlt, { previousMlt: true }, {}, 'REJECTED_ALREADY_USED'],
  [familyHasNoOtherMlt, { spouseHasMlt: true }, {}, 'REJECTED_ALREADY_USED'],
  [termIsAllowed, { termYears: 31 }, { termYears: 30 }, 'REJECTED_TERM'],
  [termIsAllowed, { termYears: 31 }, { kind: 'PRP', termYears: 31 }, 'REJECTED_TERM'],
] as const)('%#', (policy, refused, allowed, code) => {
  it(`${policy.name} refuses ${JSON.stringify(refused)} with ${code}`, () => {
    expect(policy.check(loan(refused))?.code).toBe(code);
  });

  it(`${policy.name} lets ${JSON.stringify(allowed)} pass`, () => {
    expect(policy.check(loan(allowed))).toBeUndefined();
  });
});
