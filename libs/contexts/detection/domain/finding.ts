import { type LocalDate, assertNever, derivedId, inSituation, stream } from '#kernel';
import type { FindingEvent, FindingOpened, RuleId } from './finding.events.js';
import { findingRefusals } from './refusals.js';

export const FINDING_SITUATIONS = ['OPEN', 'TAKEN_UP', 'EXPLAINED', 'CONFIRMED'] as const;

export type FindingSituation = (typeof FINDING_SITUATIONS)[number];

export interface KnownFinding {
  readonly situation: FindingSituation;
  readonly findingId: string;
  readonly rule: RuleId;
  readonly termsOf: LocalDate;
  readonly lookBy: LocalDate;
  /** Those of the office whom it is about: they do not work on it. */
  readonly aboutIds: readonly string[];
}

export type FindingState = { readonly situation: 'UNKNOWN' } | KnownFinding;

/** What one rule has found: `finding-<id>`. */
export const findings = stream<FindingState, FindingEvent>('finding', {
  initial: { situation: 'UNKNOWN' },
  evolve(state, event) {
    if (event.type === 'FindingOpened') return opened(event.data);
    if (state.situation === 'UNKNOWN') throw new Error(`${event.type} before FindingOpened`);
    switch (event.type) {
      case 'FindingTakenUp':
        return { ...state, situation: 'TAKEN_UP' };
      case 'FindingNoted':
        return state;
      case 'FindingExplained':
        return { ...state, situation: 'EXPLAINED' };
      case 'FindingConfirmed':
        return { ...state, situation: 'CONFIRMED' };
      default:
        return assertNever(event, 'finding event');
    }
  },
});

function opened({ findingId, rule, termsOf, lookBy, subjects }: FindingOpened['data']): KnownFinding {
  const aboutIds = subjects.filter(({ kind }) => kind === 'OFFICER').map(({ id }) => id);
  return { situation: 'OPEN', findingId, rule, termsOf, lookBy, aboutIds };
}

/** The same case is the same finding, whoever finds it. Stored: its parts never change. */
export const findingIdOf = (rule: RuleId, key: readonly string[]): string =>
  derivedId('finding', rule, ...key);

const REFUSALS = {
  UNKNOWN: findingRefusals.FINDING_NOT_FOUND,
  OPEN: findingRefusals.FINDING_OPEN,
  TAKEN_UP: findingRefusals.FINDING_TAKEN_UP,
  EXPLAINED: findingRefusals.FINDING_CLOSED,
  CONFIRMED: findingRefusals.FINDING_CLOSED,
} as const;

/**
 * The finding, if it is in one of these situations.
 * @throws Rejection `FINDING_NOT_FOUND`, `FINDING_OPEN`, `FINDING_TAKEN_UP`, `FINDING_CLOSED`
 */
export const findingIn = (state: FindingState, wanted: readonly FindingSituation[]): KnownFinding =>
  inSituation(state, wanted, ({ situation }) => REFUSALS[situation]());

/** The finding, wherever it stands. @throws Rejection `FINDING_NOT_FOUND` */
export const knownFinding = (state: FindingState): KnownFinding => findingIn(state, FINDING_SITUATIONS);
