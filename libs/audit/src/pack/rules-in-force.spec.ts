import { describe, expect, it } from '@jest/globals';
import type { SaidEvent } from '#audit-pack';
import { localDate } from '#kernel';
import { ruleSetVersionOn } from '#law';
import { rulesInForce } from './rules-in-force.js';

const [REPORTED, CORRECTED] = [localDate('2026-10-20'), localDate('2019-06-10')];
const [versionReported, versionCorrected] = [REPORTED, CORRECTED].map(ruleSetVersionOn);

type Later = readonly [type: string, data: SaidEvent['data']];

/** The events of a claim for a death, from its submission on. */
const claimOf = (later: readonly Later[]) =>
  (
    [
      ['ClaimSubmitted', { programme: 'JKM', eventDate: REPORTED }],
      ['BenefitCalculated', { ruleSetVersion: versionReported }],
      ...later,
    ] as readonly Later[]
  ).map(([type, data], revision): SaidEvent => ({ place: `claim-1@${revision}`, type, data }));

/** What is given for the last calculation. */
const given = (...later: readonly Later[]) => rulesInForce(claimOf(later)).at(-1);

describe('The rules in force of a calculation', () => {
  it('are those of the day of the event, as it was known then', () => {
    expect(versionReported).not.toBe(versionCorrected);
    const first = given();
    expect(first).toMatchObject({ decision: 'claim-1@1', eventDate: REPORTED });
    expect(first).not.toHaveProperty('versionOfDay');
    const anew = given(['BenefitReassessed', { ruleSetVersion: versionCorrected, eventDate: CORRECTED }]);
    expect(anew).toMatchObject({ decision: 'claim-1@2', eventDate: CORRECTED });
    expect(anew).not.toHaveProperty('versionOfDay');
    for (const one of [first, anew]) expect(one?.rules.length).toBeGreaterThan(5);
    expect(anew?.rules).not.toEqual(first?.rules);
  });

  it('are not given where the event names the version of another day, which an earlier release did not record', () => {
    expect(given(['BenefitReassessed', { ruleSetVersion: versionCorrected }])).toEqual({
      decision: 'claim-1@2',
      ruleSetVersion: versionCorrected,
      calculator: 'JKM',
      eventDate: REPORTED,
      rules: [],
      versionOfDay: versionReported,
    });
  });
});
