import { type LocalDate, Rejection, inSituation, view } from '#kernel';
import type { Segment } from '#law';
import type {
  CorrectionRequested,
  CorrectionSubject,
  EvidenceKind,
  PersonDetails,
} from './correction.events.js';
import type {
  HeirRelation,
  ParticipantEvent,
  ParticipantRegistered,
  RegistrationWarning,
} from './participant.events.js';
import { correctableAfter, registered, without } from './correctable-after.js';
import { type Assigned, type TakenOver, participants } from './participant.js';
import { correctionRefusals } from './correction-refusals.js';
import { participantRefusals } from './refusals.js';

/** A person as the registration and all corrections since describe them. */
export type Person = Exclude<ParticipantRegistered['data']['person'], { readonly erased: true }>;

/** What somebody asked for, while no second person has decided on it. */
export interface PendingCorrection {
  readonly correctionId: string;
  readonly subjects: readonly CorrectionSubject[];
  readonly requesterId: string;
  readonly evidence: EvidenceKind;
  readonly district?: string;
  readonly childId?: string;
  readonly heirId?: string;
  readonly relation?: HeirRelation;
  readonly removes?: true;
  readonly diedOn?: LocalDate;
  readonly survivorId?: string;
  readonly person: CorrectionRequested['data']['person'];
}

/** A child as it was named, and corrected since. */
export interface KnownChild {
  readonly childId: string;
  /** Undefined once the person was erased. */
  readonly person: PersonDetails | undefined;
}

/** An heir likewise. */
export interface KnownHeir {
  readonly heirId: string;
  readonly relation: HeirRelation;
  readonly person: PersonDetails | undefined;
}

/** Everything of a participant that can be corrected, as it stands now. */
export interface Correctable {
  readonly situation: 'KNOWN';
  readonly participantId: string;
  readonly segment: Segment;
  readonly registeredOn: LocalDate;
  readonly district: string;
  /** Undefined once the person was erased. */
  readonly person: Person | undefined;
  /** Differences between the NIK and the person that two persons have found right. */
  readonly confirmedDifferences: readonly RegistrationWarning[];
  /** What is warned of. */
  readonly warnings: readonly RegistrationWarning[];
  readonly children: readonly KnownChild[];
  readonly heirs: readonly KnownHeir[];
  readonly pending: readonly PendingCorrection[];
  /** The last correction of the NIK, where there was one. */
  readonly nikCorrectionId?: string;
  /** Two persons have found the NIK right, by an answer of Dukcapil: it was corrected to this one, or stays though it differs. */
  readonly nikConfirmed?: true;
  readonly diedOn?: LocalDate;
  /** Where more of this person may be recorded. */
  readonly tookOver?: readonly TakenOver[];
  /** The PLKK that registered them, if one did. */
  readonly facilityId?: string;
}

/** What was registered under this id counts for another one; what stands here is corrected here. */
export interface MergedRecord {
  readonly situation: 'MERGED';
  readonly survivorId: string;
  readonly correctionId: string;
  readonly record: Correctable;
}

export type CorrectableState = { readonly situation: 'UNKNOWN' } | Assigned | Correctable | MergedRecord;

/** The same streams as `participants`, for whoever corrects what they say. */
export const correctables = view<CorrectableState, ParticipantEvent>(participants, {
  initial: { situation: 'UNKNOWN' },
  evolve(state, event) {
    if (event.type === 'ParticipantRegistered') return registered(event);
    if (event.type === 'NikAssigned') {
      const { participantId, correctionId } = event.data;
      return { situation: 'ASSIGNED', participantId, correctionId };
    }
    if (state.situation === 'UNKNOWN' || state.situation === 'ASSIGNED') {
      throw new Error(`${event.type} before ParticipantRegistered`);
    }
    if (event.type === 'ParticipantMergedInto') {
      const { survivorId, correctionId } = event.data;
      const record = without(recordedPerson(state), correctionId);
      return { situation: 'MERGED', survivorId, correctionId, record };
    }
    if (state.situation === 'KNOWN') return correctableAfter(state, event);
    const record = correctableAfter(state.record, event);
    return event.type === 'ParticipantSplitOff' ? record : { ...state, record };
  },
});

/** Whoever is registered, erased or not. @throws Rejection `PARTICIPANT_NOT_FOUND`, `PARTICIPANT_MERGED` */
export const knownPerson = (state: CorrectableState): Correctable =>
  inSituation(state, ['KNOWN'], (other) =>
    other.situation === 'MERGED'
      ? participantRefusals.PARTICIPANT_MERGED({ participantId: other.survivorId })
      : participantRefusals.PARTICIPANT_NOT_FOUND(),
  );

/** The same, and whoever was merged: what was recorded under an id is corrected there. @throws Rejection `PARTICIPANT_NOT_FOUND` */
export const recordedPerson = (state: CorrectableState): Correctable =>
  state.situation === 'MERGED' ? state.record : knownPerson(state);

/** What was asked for of somebody and waits for a second person; undefined where it does not. */
export const pendingOf = (state: CorrectableState, correctionId: string): PendingCorrection | undefined =>
  state.situation === 'KNOWN' || state.situation === 'MERGED'
    ? recordedPerson(state).pending.find((one) => one.correctionId === correctionId)
    : undefined;

/** Nobody can say any more what is right of somebody who was erased. @throws Rejection `PERSONAL_DATA_ERASED` */
export function notErased({ person }: Correctable): Person {
  if (!person) throw new Rejection(correctionRefusals.PERSONAL_DATA_ERASED());
  return person;
}
