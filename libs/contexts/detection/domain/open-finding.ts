import { addWorkingDays } from '#law';
import type { CommandContext } from '#kernel';
import type { FindingEvent, RuleId } from './finding.events.js';
import { type FindingState, findingIdOf } from './finding.js';
import type { Hit } from './rules/index.js';
import { termsOn } from './terms.js';

export interface OpenFindingInput extends Hit {
  readonly rule: RuleId;
}

export const findingIdOfHit = ({ rule, key }: Pick<OpenFindingInput, 'rule' | 'key'>): string =>
  findingIdOf(rule, key);

/** Records what a rule has found, once: the same case opens nothing again, also where it was closed. */
export function openFinding(
  { rule, key, subjects, measures, proof }: OpenFindingInput,
  { situation }: FindingState,
  { today }: CommandContext,
): readonly FindingEvent[] {
  if (situation !== 'UNKNOWN') return [];
  const { from, lookWithin } = termsOn(today);
  return [
    {
      type: 'FindingOpened',
      data: {
        findingId: findingIdOf(rule, key),
        rule,
        termsOf: from,
        subjects,
        measures,
        proof,
        lookBy: addWorkingDays(today, lookWithin),
        effectiveOn: today,
      },
    },
  ];
}
