import {
  type CommandContext,
  type LocalDate,
  Rejection,
  assertNever,
  inSituation,
  keyWasDestroyed,
  stream,
} from '#kernel';
import type {
  CandidateEvent,
  CandidateListEvent,
  CandidateListOpened,
  ContactWay,
  DecliningReason,
} from './candidate.events.js';
import { candidateRefusals } from './refusals.js';

export type CandidateListState =
  { readonly situation: 'UNKNOWN' } | { readonly situation: 'OPEN'; readonly candidateListId: string };

/** A list of people who are to be looked for: `candidatelist-<id>`. */
export const candidateLists = stream<CandidateListState, CandidateListEvent>('candidatelist', {
  initial: { situation: 'UNKNOWN' },
  evolve: (_state, { data: { candidateListId } }) => ({ situation: 'OPEN', candidateListId }),
});

/** Somebody who may be registered. */
export interface Candidate {
  readonly situation: 'FOUND' | 'DECLINED';
  readonly participantId: string;
  readonly candidateListId: string;
  readonly foundOn: LocalDate;
  /** Only once the key of the person was destroyed. */
  readonly erased?: true;
}

export type CandidateState = { readonly situation: 'UNKNOWN' } | Candidate;

/** What is known of one candidate, under the id that they have once they are registered: `candidate-<participantId>`. */
export const candidates = stream<CandidateState, CandidateEvent>('candidate', {
  initial: { situation: 'UNKNOWN' },
  evolve(state, event) {
    if (event.type === 'CandidateFound') {
      const { participantId, candidateListId, effectiveOn: foundOn, person } = event.data;
      const erased = keyWasDestroyed(person) ? { erased: true as const } : {};
      return { situation: 'FOUND', participantId, candidateListId, foundOn, ...erased };
    }
    if (state.situation === 'UNKNOWN') throw new Error(`${event.type} before CandidateFound`);
    switch (event.type) {
      case 'CandidateContacted':
        return { ...state, situation: 'FOUND' };
      case 'CandidateDeclined':
        return { ...state, situation: 'DECLINED' };
      default:
        return assertNever(event, 'candidate event');
    }
  },
});

export type OpenCandidateListInput = Omit<CandidateListOpened['data'], 'effectiveOn'>;

/** Opens a list of people who are to be looked for. @throws Rejection `CANDIDATE_LIST_KNOWN` */
export function openCandidateList(
  input: OpenCandidateListInput,
  state: CandidateListState,
  { today }: CommandContext,
): readonly CandidateListEvent[] {
  inSituation(state, ['UNKNOWN'], () => candidateRefusals.CANDIDATE_LIST_KNOWN());
  return [{ type: 'CandidateListOpened', data: { ...input, effectiveOn: today } }];
}

export interface FindCandidateInput {
  readonly participantId: string;
  readonly candidateListId: string;
  readonly district: string;
  readonly person: {
    readonly nik: string;
    readonly name: string;
    readonly phone?: string;
    readonly work?: string;
  };
}

/** What the decision needs of other streams. */
export interface FindingFacts {
  readonly list: CandidateListState;
  /** The person is registered already. */
  readonly isRegistered: boolean;
}

/**
 * Records that somebody was found who may be registered (calon peserta ditemukan).
 * @throws Rejection `CANDIDATE_LIST_NOT_FOUND`, `CANDIDATE_REGISTERED`, `CANDIDATE_KNOWN`
 */
export function findCandidate(
  input: FindCandidateInput,
  state: CandidateState,
  { today }: CommandContext,
  { list, isRegistered }: FindingFacts,
): readonly CandidateEvent[] {
  inSituation(list, ['OPEN'], () => candidateRefusals.CANDIDATE_LIST_NOT_FOUND());
  if (isRegistered) throw new Rejection(candidateRefusals.CANDIDATE_REGISTERED());
  inSituation(state, ['UNKNOWN'], ({ candidateListId }) =>
    candidateRefusals.CANDIDATE_KNOWN({ candidateListId }),
  );
  return [{ type: 'CandidateFound', data: { ...input, effectiveOn: today } }];
}

/** What follows is about those only who are not registered. */
export interface CandidateFacts {
  readonly isRegistered: boolean;
}

/**
 * Records that somebody spoke with a candidate; who had declined is looked at again.
 * @throws Rejection `CANDIDATE_NOT_FOUND`, `CANDIDATE_REGISTERED`, `CANDIDATE_CONTACTED_IN_FUTURE`, `CONTACTED_BEFORE_FOUND`
 */
export function contactCandidate(
  {
    way,
    contactedOn,
  }: { readonly participantId: string; readonly way: ContactWay; readonly contactedOn: LocalDate },
  state: CandidateState,
  { today }: CommandContext,
  facts: CandidateFacts,
): readonly CandidateEvent[] {
  const { participantId, candidateListId, foundOn } = toBeRegistered(state, facts);
  if (contactedOn > today) throw new Rejection(candidateRefusals.CANDIDATE_CONTACTED_IN_FUTURE({ today }));
  if (contactedOn < foundOn) throw new Rejection(candidateRefusals.CONTACTED_BEFORE_FOUND({ foundOn }));
  return [
    { type: 'CandidateContacted', data: { participantId, candidateListId, way, effectiveOn: contactedOn } },
  ];
}

/**
 * Records that a candidate is not registered, and why.
 * @throws Rejection `CANDIDATE_NOT_FOUND`, `CANDIDATE_REGISTERED`, `CANDIDATE_DECLINED_ALREADY`
 */
export function declineCandidate(
  { reason }: { readonly participantId: string; readonly reason: DecliningReason },
  state: CandidateState,
  { today }: CommandContext,
  facts: CandidateFacts,
): readonly CandidateEvent[] {
  const { situation, participantId, candidateListId } = toBeRegistered(state, facts);
  if (situation === 'DECLINED') throw new Rejection(candidateRefusals.CANDIDATE_DECLINED_ALREADY());
  return [
    { type: 'CandidateDeclined', data: { participantId, candidateListId, reason, effectiveOn: today } },
  ];
}

/** The candidate. @throws Rejection `CANDIDATE_NOT_FOUND` */
export const knownCandidate = (state: CandidateState): Candidate =>
  inSituation(state, ['FOUND', 'DECLINED'], () => candidateRefusals.CANDIDATE_NOT_FOUND());

function toBeRegistered(state: CandidateState, { isRegistered }: CandidateFacts): Candidate {
  const candidate = knownCandidate(state);
  if (isRegistered) throw new Rejection(candidateRefusals.CANDIDATE_REGISTERED());
  return candidate;
}
