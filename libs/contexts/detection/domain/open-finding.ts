import { addWorkingDays } from '#law';
import type { CommandContext, LocalDate } from '#kernel';
import type { FindingEvent, RuleId } from './finding.events.js';
import { type FindingState, findingIdOf } from './finding.js';
import type { Hit } from './rules/index.js';
import { termsOn } from './terms.js';

export interface OpenFindingInput extends Hit {
  readonly rule: RuleId;
  /** From which day the thresholds are of that it was found by. */
  readonly termsOf: LocalDate;
}

export const findingIdOfHit = ({ rule, key }: Pick<OpenFindingInput, 'rule' | 'key'>): string =>
  findingIdOf(rule, key);

/** Records what a rule has found, once: the same case opens nothing again, also where it was closed. */
export function openFinding(
  { rule, termsOf, key, subjects, measures, proof }: OpenFindingInput,
  { situation }: FindingState,
  { today }: CommandContext,
): readonly FindingEvent[] {
  if (situation !== 'UNKNOWN') return [];
  const { lookWithin } = termsOn(today);
  return [
    {
      type: 'FindingOpened',
      data: {
        findingId: findingIdOf(rule, key),
        rule,
        termsOf,
        subjects,
        measures,
        proof,
        lookBy: addWorkingDays(today, lookWithin),
        effectiveOn: today,
      },
    },
  ];
}
