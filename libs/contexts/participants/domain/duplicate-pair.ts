import { type CommandContext, Rejection, assertNever, derivedId, stream } from '#kernel';
import type { EvidenceInput } from './correct-participant.js';
import { type CorrectableState, knownPerson } from './correctable.js';
import type { EvidenceKind } from './correction.events.js';
import type {
  DismissalReason,
  DuplicateEvent,
  ReopeningReason,
  DuplicateReason,
} from './duplicate.events.js';
import { duplicateRefusals } from './duplicate-refusals.js';
import { areNear } from './near-names.js';

/** What is known of two who may be one person. */
export interface DuplicateState {
  /** Their names were found to resemble each other. */
  readonly isSuspected: boolean;
  /** Somebody has said that they are two, whatever they have in common, or some of it. */
  readonly isDismissed: boolean;
}

/** Two participants of whom somebody has said something: `duplicate-<id of the pair>`. */
export const duplicates = stream<DuplicateState, DuplicateEvent>('duplicate', {
  initial: { isSuspected: false, isDismissed: false },
  evolve(state, event) {
    switch (event.type) {
      case 'DuplicateSuspected':
        return { ...state, isSuspected: true };
      case 'DuplicateDismissed':
        return { ...state, isDismissed: true };
      case 'DuplicateReopened':
        return { ...state, isDismissed: false };
      // Whether somebody is to compare them is known to the step of the pair.
      case 'DuplicateNoted':
      case 'DuplicateLapsed':
        return state;
      default:
        return assertNever(event, 'duplicate event');
    }
  },
});

/** Two participants, in whichever order they were named. */
export interface Pair {
  readonly participantId: string;
  readonly otherId: string;
}

/** The same two, the lower id first. */
export const inOneOrder = ({ participantId, otherId }: Pair): Pair =>
  participantId < otherId ? { participantId, otherId } : { participantId: otherId, otherId: participantId };

/** Of two participants, in whichever order they are named. */
export function duplicateIdOf(pair: Pair): string {
  const { participantId, otherId } = inOneOrder(pair);
  return derivedId('duplicate', participantId, otherId);
}

/** Both, as they stand. */
export interface PairFacts {
  readonly one: CorrectableState;
  readonly other: CorrectableState;
}

/**
 * Notes that the names of two resemble each other, once.
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `PARTICIPANT_MERGED`, `DUPLICATE_OF_ITSELF`, `NOT_ALIKE`
 */
export function suspectDuplicate(
  pair: Pair,
  { isSuspected }: DuplicateState,
  { today }: CommandContext,
  facts: PairFacts,
): readonly DuplicateEvent[] {
  const [one, other] = twoOf(pair, facts);
  if (isSuspected) return [];
  if (!one.person || !other.person || !areNear(one.person, other.person)) {
    throw new Rejection(duplicateRefusals.NOT_ALIKE());
  }
  const data = { ...inOneOrder(pair), reason: 'NEAR_NAME', effectiveOn: today } as const;
  return [{ type: 'DuplicateSuspected', data }];
}

export interface DismissDuplicateInput extends Pair {
  /** What they have in common all the same, as whoever looked has seen it. */
  readonly reasons: readonly DuplicateReason[];
  readonly because: DismissalReason;
  readonly evidence?: EvidenceInput;
}

/**
 * Says that two are two persons, for what they are known to have in common (penutupan dugaan peserta ganda).
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `PARTICIPANT_MERGED`, `DUPLICATE_OF_ITSELF`, `DISMISSAL_DOES_NOT_SAY_IT`,
 *   `DISMISSAL_NEEDS_EVIDENCE`
 */
export function dismissDuplicate(
  { reasons, because, evidence, ...pair }: DismissDuplicateInput,
  _state: DuplicateState,
  { today, actor }: CommandContext,
  facts: PairFacts,
): readonly DuplicateEvent[] {
  twoOf(pair, facts);
  const rule = DISMISSALS[because];
  if (!reasons.every((reason) => rule.dismisses.includes(reason))) {
    throw new Rejection(duplicateRefusals.DISMISSAL_DOES_NOT_SAY_IT({ because, dismissed: rule.dismisses }));
  }
  if (rule.papers.length > 0 && !(evidence && rule.papers.includes(evidence.kind))) {
    throw new Rejection(duplicateRefusals.DISMISSAL_NEEDS_EVIDENCE({ because, papers: rule.papers }));
  }
  return [
    {
      type: 'DuplicateDismissed',
      data: {
        ...inOneOrder(pair),
        reasons,
        because,
        ...(evidence && { evidence: evidence.kind, person: { evidenceNumber: evidence.number } }),
        deciderId: actor.id,
        effectiveOn: today,
      },
    },
  ];
}

export interface ReopenDuplicateInput extends Pair {
  readonly because: ReopeningReason;
}

/**
 * Asks again whether two are one (pembukaan kembali dugaan peserta ganda).
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `PARTICIPANT_MERGED`, `DUPLICATE_OF_ITSELF`, `NOT_DISMISSED`
 */
export function reopenDuplicate(
  { because, ...pair }: ReopenDuplicateInput,
  { isDismissed }: DuplicateState,
  { today, actor }: CommandContext,
  facts: PairFacts,
): readonly DuplicateEvent[] {
  twoOf(pair, facts);
  if (!isDismissed) throw new Rejection(duplicateRefusals.NOT_DISMISSED());
  const data = { ...inOneOrder(pair), because, deciderId: actor.id, effectiveOn: today };
  return [{ type: 'DuplicateReopened', data }];
}

/** What a reason explains, and which papers show it; none where it needs none. */
interface Dismissal {
  readonly dismisses: readonly DuplicateReason[];
  readonly papers: readonly EvidenceKind[];
}

const OF_NAMES: readonly DuplicateReason[] = ['NAME_AND_BIRTH_DATE', 'NEAR_NAME'];

/** Every reason why two are two, in one table. */
const DISMISSALS: Readonly<Record<DismissalReason, Dismissal>> = {
  /** Dukcapil knows both NIKs as two persons': nothing that they have in common says otherwise. */
  TWO_NIKS: {
    dismisses: [...OF_NAMES, 'PHONE', 'DEATH_CERTIFICATE', 'ACCOUNT'],
    papers: ['DUKCAPIL_ANSWER', 'COURT_RULING'],
  },
  NAMESAKES: { dismisses: OF_NAMES, papers: ['E_KTP', 'KK', 'DUKCAPIL_ANSWER'] },
  TWINS: { dismisses: [...OF_NAMES, 'PHONE'], papers: ['KK', 'BIRTH_CERTIFICATE', 'DUKCAPIL_ANSWER'] },
  /** A family or an office has one phone. */
  SHARED_PHONE: { dismisses: ['PHONE'], papers: [] },
  /** One heir of two, or an account of a couple; or a number that was typed wrong, which the line of the bank shows. */
  SHARED_ACCOUNT: { dismisses: ['ACCOUNT'], papers: ['KK', 'STATEMENT', 'BANK_LINE'] },
};

/** Both, as they are known. @throws Rejection `PARTICIPANT_NOT_FOUND`, `PARTICIPANT_MERGED`, `DUPLICATE_OF_ITSELF` */
export function twoOf({ participantId, otherId }: Pair, { one, other }: PairFacts) {
  const two = [knownPerson(one), knownPerson(other)] as const;
  if (participantId === otherId) throw new Rejection(duplicateRefusals.DUPLICATE_OF_ITSELF());
  return two;
}
