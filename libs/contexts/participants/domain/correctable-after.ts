import { type EventOf, type Sealed, evolveBy, opened, unchanged } from '#kernel';
import type { CorrectionSubject, PersonDetails } from './correction.events.js';
import type { Correctable } from './correctable.js';
import { inOrder } from './participant-after.js';
import type { ParticipantEvent, RegistrationWarning } from './participant.events.js';

type After<Type extends ParticipantEvent['type']> = EventOf<ParticipantEvent, Type>;

/** What the registration says of a person. */
export function registered({ data }: After<'ParticipantRegistered'>): Correctable {
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

/** What is known of a person after one event more. */
export const correctableAfter = evolveBy<
  Correctable,
  Exclude<ParticipantEvent, { type: 'ParticipantRegistered' | 'NikAssigned' | 'ParticipantMergedInto' }>
>(
  {
    CorrectionRequested: (state, { data }) => ({ ...state, pending: [...state.pending, data] }),
    CorrectionRefused: decided,
    ParticipantCorrected: corrected,
    NikCorrected: nikCorrected,
    NikDifferenceConfirmed: nikDifferenceConfirmed,
    ChildRegistered: (state, { data: { childId, person } }) => ({
      ...state,
      children: [...state.children, { childId, person: opened(person) }],
    }),
    ChildCorrected: childCorrected,
    ChildRemoved: (state, event) => ({
      ...decided(state, event),
      children: state.children.filter(({ childId }) => childId !== event.data.childId),
    }),
    ChildrenReordered: (state, event) => ({
      ...decided(state, event),
      children: inOrder(state.children, event.data.childIds),
    }),
    HeirRegistered: (state, { data: { heirId, relation, person } }) => ({
      ...state,
      heirs: [...state.heirs, { heirId, relation, person: opened(person) }],
    }),
    HeirCorrected: heirCorrected,
    HeirRemoved: (state, event) => ({
      ...decided(state, event),
      heirs: state.heirs.filter(({ heirId }) => heirId !== event.data.heirId),
    }),
    DeathReported: (state, { data }) => ({ ...state, diedOn: data.diedOn }),
    DeathRevoked: (state, event) => {
      const { diedOn: _nobodyDied, ...living } = decided(state, event);
      return living;
    },
    DeathDayCorrected: (state, event) => ({ ...decided(state, event), diedOn: event.data.diedOn }),
    SelfEmploymentRegistered: (state, { data: { person } }) => ({
      ...state,
      segment: 'BPU',
      person: withNow(state.person, opened(person)),
    }),
    ParticipantTookOver: (state, { data: { mergedId: participantId, correctionId } }) => ({
      ...state,
      tookOver: [...(state.tookOver ?? []), { participantId, correctionId }],
    }),
    ParticipantSplitOff: decided,
    IncomeBandChanged: unchanged,
    DeathTracedToAccident: unchanged,
    BackDatedDeathConfirmed: unchanged,
    BackDatedFamilyConfirmed: unchanged,
    KpjGivenOut: unchanged,
    BackDatedRegistrationConfirmed: unchanged,
  },
  'participant event',
);

/** Nobody waits any more for a second person to decide on it. */
export function without(state: Correctable, correctionId: string): Correctable {
  return { ...state, pending: state.pending.filter((one) => one.correctionId !== correctionId) };
}

function decided(
  state: Correctable,
  { data }: { readonly data: { readonly correctionId: string } },
): Correctable {
  return without(state, data.correctionId);
}

/** Of somebody who was erased nothing is known, whatever is said since. */
const withNow = <Known extends object>(
  before: Known | undefined,
  now: Partial<Known> | undefined,
): Known | undefined => before && now && { ...before, ...now };

function corrected(state: Correctable, event: After<'ParticipantCorrected'>): Correctable {
  const { district, person, subjects, warnings } = event.data;
  return {
    ...decided(state, event),
    district: district ?? state.district,
    person: withNow(state.person, opened(person)?.now),
    confirmedDifferences: stillConfirmed(state.confirmedDifferences, subjects),
    warnings,
  };
}

function nikCorrected(state: Correctable, event: After<'NikCorrected'>): Correctable {
  const { correctionId, person, warnings } = event.data;
  const now = opened(person);
  return {
    ...decided(state, event),
    person: state.person && now && { ...state.person, nik: now.nik },
    nikCorrectionId: correctionId,
    nikConfirmed: true,
    confirmedDifferences: [],
    warnings,
  };
}

function nikDifferenceConfirmed(state: Correctable, event: After<'NikDifferenceConfirmed'>): Correctable {
  const { warnings } = event.data;
  return {
    ...decided(state, event),
    nikConfirmed: true,
    confirmedDifferences: [...state.confirmedDifferences, ...warnings],
    warnings: state.warnings.filter((one) => !warnings.includes(one)),
  };
}

function childCorrected(state: Correctable, event: After<'ChildCorrected'>): Correctable {
  const { childId, person } = event.data;
  const children = state.children.map((child) =>
    child.childId === childId ? { ...child, person: asCorrected(child.person, person) } : child,
  );
  return { ...decided(state, event), children };
}

function heirCorrected(state: Correctable, event: After<'HeirCorrected'>): Correctable {
  const { heirId, relation, person } = event.data;
  const heirs = state.heirs.map((heir) =>
    heir.heirId === heirId
      ? { ...heir, relation: relation ?? heir.relation, person: asCorrected(heir.person, person) }
      : heir,
  );
  return { ...decided(state, event), heirs };
}

const asCorrected = (
  person: PersonDetails | undefined,
  correction: Sealed<{ readonly now: PersonDetails }>,
): PersonDetails | undefined => withNow(person, opened(correction)?.now);

/** What two persons have found right stays so until the thing itself is corrected. */
export function stillConfirmed(
  confirmed: readonly RegistrationWarning[],
  corrected: readonly CorrectionSubject[],
): readonly RegistrationWarning[] {
  return confirmed.filter((one) => !corrected.includes(one === 'NIK_SEX_DIFFERS' ? 'SEX' : 'BIRTH_DATE'));
}
