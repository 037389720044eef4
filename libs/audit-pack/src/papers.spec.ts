import { describe, expect, it } from '@jest/globals';
import type { CheckedEvent } from './check-events.js';
import { checkLists } from './check-lists.js';
import { Findings } from './findings.js';
import { RULES, writtenJson } from './pack-files.js';
import { calculationsIn } from './papers.js';

const CLAIM = 'claim-0b7f2a34-95c6-4d2b-8f1e-3a1d2c4b5e6f';
const ruleSetVersion = '2025-02-24/1';

const of = (streamId: string, revision: bigint, type: string, more: object = {}): CheckedEvent => ({
  streamId,
  revision,
  place: `${streamId}@${revision}`,
  type,
  data: { ruleSetVersion, ...more },
});
const CALCULATED = of(CLAIM, 1n, 'BenefitCalculated');
const REASSESSED = of(CLAIM, 3n, 'BenefitReassessed');
const SAID = of(CLAIM, 4n, 'BenefitReassessed', { determinedBy: 'COURT' });
const EVENTS = [CALCULATED, REASSESSED, SAID, of('scholarship-1', 0n, 'ScholarshipYearApproved')];

/** What is found wrong where rules are given for these events. */
function foundIn(...given: readonly CheckedEvent[]) {
  const findings = new Findings();
  const rules = given.map(({ place: decision }) => ({ decision, ruleSetVersion }));
  const files = new Map([[RULES, writtenJson(rules)]]);
  const { calculations } = checkLists(files, EVENTS, findings);
  return { calculations, faults: findings.list.map(({ fault }) => fault) };
}

describe('The calculations of a claim in a pack', () => {
  it('are what a calculator was asked, not what a person said, nor what was calculated beside the claim', () => {
    expect(calculationsIn(EVENTS)).toEqual([
      { decision: `${CLAIM}@1`, ruleSetVersion },
      { decision: `${CLAIM}@3`, ruleSetVersion },
    ]);
  });

  it('have each the rules in force, and none is left out', () => {
    expect(foundIn(CALCULATED, REASSESSED)).toEqual({ calculations: 2, faults: [] });
    expect(foundIn(CALCULATED)).toEqual({ calculations: 2, faults: ['RULES_DIFFER'] });
    expect(foundIn(CALCULATED, REASSESSED, CALCULATED).faults).toEqual(['RULES_DIFFER']);
  });

  it('say how many have none, since another version is in force on their day than they name', () => {
    const without = (...rules: readonly object[]) => {
      const files = new Map([[RULES, writtenJson(rules)]]);
      const findings = new Findings();
      const { withoutRules } = checkLists(files, EVENTS, findings);
      return { withoutRules, faults: findings.list.map(({ fault }) => fault) };
    };
    const first = { decision: CALCULATED.place, ruleSetVersion, rules: [{ id: 'JKM_DEATH' }] };
    const second = { decision: REASSESSED.place, ruleSetVersion, rules: [], versionOfDay: '2019-12-02/1' };
    expect(without(first, second)).toEqual({ withoutRules: 1, faults: [] });
    expect(without(first, { ...second, rules: first.rules })).toEqual({ withoutRules: 0, faults: [] });
    expect(without(first, second, null as unknown as object).faults).toEqual(['RULES_DIFFER']);
  });

  it('stay two in a pack of an earlier release, which gave rules also for what a person said', () => {
    expect(foundIn(CALCULATED, REASSESSED, SAID)).toEqual({ calculations: 2, faults: [] });
  });
});
