import { addWorkingDays } from '#law';
import type { CommandContext, LocalDate } from '#kernel';
import type { FindingEvent, RuleId } from './finding.events.js';
import { type FindingState, findingIdOf, isHolding, matterIdOf } from './finding.js';
import type { Hit } from './rules/index.js';
import { termsOn } from './terms.js';

export interface OpenFindingInput extends Hit {
  readonly rule: RuleId;
  /** From which day the thresholds are of that it was found by. */
  readonly termsOf: LocalDate;
  /** In which look it was found. */
  readonly lookId?: string;
}

/** As what a case is known. */
export const findingIdOfHit = ({ rule, key }: Pick<OpenFindingInput, 'rule' | 'key'>): string =>
  findingIdOf(rule, key);

/** Records what a rule has found, once: the same case opens nothing again, also where it was closed. */
export function openFinding(
  { rule, termsOf, lookId, key, matter, subjects, measures, proof }: OpenFindingInput,
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
        ...(lookId !== undefined && { lookId }),
        ...(matter && { matterId: matterIdOf(rule, matter) }),
        effectiveOn: today,
      },
    },
  ];
}

export interface ExtendFindingInput {
  readonly findingId: string;
  readonly claimIds: readonly string[];
}

/** Records which further claims a case concerns, each once. What was explained concerns none. */
export function extendFinding(
  { findingId, claimIds }: ExtendFindingInput,
  state: FindingState,
  { today }: CommandContext,
): readonly FindingEvent[] {
  if (state.situation === 'UNKNOWN' || state.situation === 'EXPLAINED' || !isHolding(state.rule)) return [];
  const { claimIds: known = [], matterId } = state;
  const more = [...new Set(claimIds)].filter((id) => !known.includes(id));
  if (more.length === 0) return [];
  return [
    {
      type: 'FindingExtended',
      data: { findingId, claimIds: more, ...(matterId !== undefined && { matterId }), effectiveOn: today },
    },
  ];
}
