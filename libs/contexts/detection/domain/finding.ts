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
  /** Claims that wait because of it; none where its rule lets none wait. */
  readonly claimIds?: readonly string[];
  /** Of cases that are one matter. */
  readonly matterId?: string;
}

export type FindingState = { readonly situation: 'UNKNOWN' } | KnownFinding;

/** What one rule has found: `finding-<id>`. */
export const findings = stream<FindingState, FindingEvent>('finding', {
  initial: { situation: 'UNKNOWN' },
  evolve(state, event) {
    if (event.type === 'FindingOpened') return opened(event.data);
    if (state.situation === 'UNKNOWN') throw new Error(`${event.type} before FindingOpened`);
    switch (event.type) {
      case 'FindingExtended':
        return { ...state, claimIds: [...(state.claimIds ?? []), ...event.data.claimIds] };
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

/** Rules by whose findings claims wait (reference 7: hold): nothing is approved before a person has looked. */
const HOLDING: readonly RuleId[] = [
  'FD-01',
  'FD-02',
  'FD-03',
  'FD-05',
  'FD-06',
  'FD-10',
  'FD-14',
  'FD-15',
  'FD-16',
];

/** Whether open claims wait because of what a rule finds. */
export const isHolding = (rule: RuleId): boolean => HOLDING.includes(rule);

/** Which claims wait because of what a rule has found. */
export const waitingClaims = (
  rule: RuleId,
  subjects: FindingOpened['data']['subjects'],
): readonly string[] =>
  isHolding(rule) ? subjects.filter(({ kind }) => kind === 'CLAIM').map(({ id }) => id) : [];

function opened(data: FindingOpened['data']): KnownFinding {
  const { findingId, rule, termsOf, lookBy, lookId, subjects, matterId } = data;
  const aboutIds = subjects.filter(({ kind }) => kind === 'OFFICER').map(({ id }) => id);
  // What an earlier release found let no claim wait: the next look says so of it.
  const claimIds = lookId === undefined ? [] : waitingClaims(rule, subjects);
  const known = {
    situation: 'OPEN',
    findingId,
    rule,
    termsOf,
    lookBy,
    aboutIds,
    ...(matterId !== undefined && { matterId }),
  } as const;
  return claimIds.length > 0 ? { ...known, claimIds } : known;
}

/** The same case is the same finding, whoever finds it. Stored: its parts never change. */
export const findingIdOf = (rule: RuleId, key: readonly string[]): string =>
  derivedId('finding', rule, ...key);

/** Cases of one matter share it. Stored: its parts never change. */
export const matterIdOf = (rule: RuleId, matter: readonly string[]): string =>
  derivedId('matter', rule, ...matter);

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
