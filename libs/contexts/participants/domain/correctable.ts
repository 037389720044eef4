import {
  type EventOf,
  type LocalDate,
  Rejection,
  type Sealed,
  assertNever,
  inSituation,
  opened,
  view,
} from '#kernel';
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
import { type Assigned, type TakenOver, inOrder, participants } from './participant.js';
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
    if (state.situation === 'KNOWN') return evolved(state, event);
    const record = evolved(state.record, event);
    return event.type === 'ParticipantSplitOff' ? record : { ...state, record };
  },
});

/** What is known of a person after one event more. */
function evolved(
  state: Correctable,
  event: Exclude<
    ParticipantEvent,
    { type: 'ParticipantRegistered' | 'NikAssigned' | 'ParticipantMergedInto' }
  >,
): Correctable {
  switch (event.type) {
    case 'CorrectionRequested':
      return { ...state, pending: [...state.pending, event.data] };
    case 'CorrectionRefused':
      return without(state, event.data.correctionId);
    case 'ParticipantCorrected':
      return { ...without(state, event.data.correctionId), ...corrected(state, event) };
    case 'NikCorrected': {
      const now = opened(event.data.person);
      return {
        ...without(state, event.data.correctionId),
        person: state.person && now && { ...state.person, nik: now.nik },
        nikCorrectionId: event.data.correctionId,
        nikConfirmed: true,
        confirmedDifferences: [],
        warnings: event.data.warnings,
      };
    }
    case 'NikDifferenceConfirmed':
      return {
        ...without(state, event.data.correctionId),
        nikConfirmed: true,
        confirmedDifferences: [...state.confirmedDifferences, ...event.data.warnings],
        warnings: state.warnings.filter((one) => !event.data.warnings.includes(one)),
      };
    case 'ChildRegistered': {
      const { childId, person } = event.data;
      return { ...state, children: [...state.children, { childId, person: opened(person) }] };
    }
    case 'HeirRegistered': {
      const { heirId, relation, person } = event.data;
      return { ...state, heirs: [...state.heirs, { heirId, relation, person: opened(person) }] };
    }
    case 'ChildCorrected': {
      const { childId, correctionId, person } = event.data;
      const children = state.children.map((child) =>
        child.childId === childId ? { ...child, person: withNow(child.person, person) } : child,
      );
      return { ...without(state, correctionId), children };
    }
    case 'ChildRemoved': {
      const { childId, correctionId } = event.data;
      const children = state.children.filter((child) => child.childId !== childId);
      return { ...without(state, correctionId), children };
    }
    case 'HeirCorrected': {
      const { heirId, correctionId, relation, person } = event.data;
      const heirs = state.heirs.map((heir) =>
        heir.heirId === heirId
          ? { ...heir, relation: relation ?? heir.relation, person: withNow(heir.person, person) }
          : heir,
      );
      return { ...without(state, correctionId), heirs };
    }
    case 'HeirRemoved': {
      const { heirId, correctionId } = event.data;
      return {
        ...without(state, correctionId),
        heirs: state.heirs.filter((heir) => heir.heirId !== heirId),
      };
    }
    case 'ChildrenReordered': {
      const { childIds, correctionId } = event.data;
      return { ...without(state, correctionId), children: inOrder(state.children, childIds) };
    }
    case 'DeathRevoked': {
      const { diedOn: _nobodyDied, ...living } = without(state, event.data.correctionId);
      return living;
    }
    case 'DeathDayCorrected':
      return { ...without(state, event.data.correctionId), diedOn: event.data.diedOn };
    case 'SelfEmploymentRegistered': {
      const now = opened(event.data.person);
      return { ...state, segment: 'BPU', person: state.person && now && { ...state.person, ...now } };
    }
    case 'DeathReported':
      return { ...state, diedOn: event.data.diedOn };
    case 'ParticipantTookOver': {
      const { mergedId: participantId, correctionId } = event.data;
      return { ...state, tookOver: [...(state.tookOver ?? []), { participantId, correctionId }] };
    }
    case 'ParticipantSplitOff':
      return without(state, event.data.correctionId);
    case 'IncomeBandChanged':
    case 'DeathTracedToAccident':
    case 'BackDatedDeathConfirmed':
    case 'BackDatedFamilyConfirmed':
    case 'KpjGivenOut':
    case 'BackDatedRegistrationConfirmed':
      return state;
    default:
      return assertNever(event, 'participant event');
  }
}

function registered({ data }: EventOf<ParticipantEvent, 'ParticipantRegistered'>): Correctable {
  const { participantId, segment, effectiveOn, district, person, warnings, facilityId } = data;
  return {
    situation: 'KNOWN',
    participantId,
    segment,
    registeredOn: effectiveOn,
    district,
    person: opened(person),
    confirmedDifferences: [],
    warnings,
    children: [],
    heirs: [],
    pending: [],
    facilityId,
  };
}

function withNow(
  person: PersonDetails | undefined,
  correction: Sealed<{ readonly now: PersonDetails }>,
): PersonDetails | undefined {
  const now = opened(correction)?.now;
  return person && now && { ...person, ...now };
}

function corrected(
  { district: before, person, confirmedDifferences }: Correctable,
  { data }: EventOf<ParticipantEvent, 'ParticipantCorrected'>,
): Partial<Correctable> {
  const now = opened(data.person)?.now;
  return {
    district: data.district ?? before,
    person: person && now && { ...person, ...now },
    confirmedDifferences: stillConfirmed(confirmedDifferences, data.subjects),
    warnings: data.warnings,
  };
}

/** What two persons have found right stays so until the thing itself is corrected. */
export function stillConfirmed(
  confirmed: readonly RegistrationWarning[],
  corrected: readonly CorrectionSubject[],
): readonly RegistrationWarning[] {
  return confirmed.filter((one) => !corrected.includes(one === 'NIK_SEX_DIFFERS' ? 'SEX' : 'BIRTH_DATE'));
}

function without(state: Correctable, correctionId: string): Correctable {
  return { ...state, pending: state.pending.filter((one) => one.correctionId !== correctionId) };
}

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
