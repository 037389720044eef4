import type { RuleId } from '../finding.events.js';
import { approvalsNearLimit, invoicesNearLimit, onePair } from './approval.rules.js';
import { dearBills, moreThanBeds, moreThanRest, overlappingStays } from './care.rules.js';
import { accountChange, receiptsInARow, samePaper, sharedAccount, wageRise } from './money.rules.js';
import {
  childTwice,
  deathsOfRegistrar,
  lateDues,
  lateEntry,
  manyOpenings,
  newAccident,
  newMemberDied,
  newMemberDisabled,
  sameNameAndBirth,
} from './people.rules.js';
import type { Rule } from './rule.js';

export type { Asked, Hit, Rule, SegmentCount } from './rule.js';

/** Every rule that is looked for. */
export const RULES: readonly Rule[] = [
  sharedAccount,
  newMemberDied,
  newMemberDisabled,
  lateEntry,
  lateDues,
  deathsOfRegistrar,
  sameNameAndBirth,
  samePaper,
  wageRise,
  dearBills,
  overlappingStays,
  invoicesNearLimit,
  approvalsNearLimit,
  onePair,
  accountChange,
  childTwice,
  moreThanRest,
  newAccident,
  moreThanBeds,
  manyOpenings,
  receiptsInARow,
];

/** Whether a rule is looked for; WAITING: what it asks for is not recorded yet; PARTLY: a part of it waits. */
export const RULE_STANDINGS = ['LOOKED_FOR', 'PARTLY', 'WAITING'] as const;

export type RuleStanding = (typeof RULE_STANDINGS)[number];

export const standingOf = (id: RuleId): RuleStanding => {
  if (PARTLY.includes(id)) return 'PARTLY';
  return RULES.some((rule) => rule.id === id) ? 'LOOKED_FOR' : 'WAITING';
};

/** Of these a part waits for what is not recorded yet. */
const PARTLY: readonly RuleId[] = ['FD-16', 'FD-19'];
