import { type EventOf, evolveBy, keyWasDestroyed, unchanged } from '#kernel';
import { familyConfirmed, withoutNamed } from './named-late.js';
import type { ParticipantEvent } from './participant.events.js';
import type { Deceased, Merged, Registered } from './participant.js';

type Recorded = Registered | Deceased;

type After<Type extends ParticipantEvent['type']> = EventOf<ParticipantEvent, Type>;

/** What the registration says of a participant. */
export function registered({ data }: After<'ParticipantRegistered'>): Registered {
  return {
    situation: 'REGISTERED',
    participantId: data.participantId,
    segment: data.segment,
    sector: data.sector,
    occupationGroup: data.occupationGroup,
    branch: data.branch,
    incomeBaseIdr: data.incomeBaseIdr,
    agreementId: data.agreementId,
    registeredOn: data.effectiveOn,
    children: [],
    heirIds: [],
    erased: keyWasDestroyed(data.person) ? true : undefined,
    facilityId: data.facilityId,
    ...lateBy({}, data.backDatedBy),
  };
}

/** What is recorded of a participant after one event more. */
export const recordAfter = evolveBy<
  Recorded,
  Exclude<ParticipantEvent, { type: 'ParticipantRegistered' | 'NikAssigned' }>,
  Recorded | Merged
>(
  {
    SelfEmploymentRegistered: selfEmployed,
    BackDatedRegistrationConfirmed: (state, { data }) => {
      const left = state.registeredLateBy?.filter((one) => one === data.confirmerId) ?? [];
      return { ...state, registeredLateBy: left.length > 0 ? left : undefined };
    },
    ChildRegistered: childRegistered,
    HeirRegistered: heirRegistered,
    BackDatedFamilyConfirmed: familyConfirmed,
    DeathReported: (state, { data: { diedOn, backDatedBy } }) => ({
      ...state,
      situation: 'DECEASED',
      diedOn,
      backDatedBy,
    }),
    BackDatedDeathConfirmed: (state, event) => ({ ...dead(state, event), backDatedBy: undefined }),
    DeathTracedToAccident: (state, event) => ({ ...dead(state, event), accidentId: event.data.accidentId }),
    DeathRevoked: deathRevoked,
    DeathDayCorrected: (state, event) => ({ ...dead(state, event), diedOn: event.data.diedOn }),
    IncomeBandChanged: (state, { data: { from, incomeBaseIdr } }) => ({
      ...state,
      bands: [...(state.bands ?? []), { from, incomeBaseIdr }],
    }),
    ChildRemoved: (state, { data: { childId } }) => ({
      ...state,
      children: state.children.filter((child) => child.childId !== childId),
    }),
    HeirRemoved: (state, { data: { heirId } }) => ({
      ...withoutNamed(state, [heirId]),
      heirIds: state.heirIds.filter((one) => one !== heirId),
    }),
    ChildrenReordered: (state, { data }) => ({ ...state, children: inOrder(state.children, data.childIds) }),
    NikCorrected: (state) => ({ ...state, nikCorrected: true }),
    ParticipantMergedInto: (record, { data: { participantId, survivorId, correctionId } }) => ({
      situation: 'MERGED',
      participantId,
      survivorId,
      correctionId,
      record,
    }),
    ParticipantTookOver: (state, { data: { mergedId: participantId, correctionId } }) => ({
      ...state,
      tookOver: [...(state.tookOver ?? []), { participantId, correctionId }],
    }),
    ParticipantSplitOff: unchanged,
    KpjGivenOut: unchanged,
    // Nobody decides on these here: `correctables` is the view of what they say.
    CorrectionRequested: unchanged,
    CorrectionRefused: unchanged,
    ParticipantCorrected: unchanged,
    NikDifferenceConfirmed: unchanged,
    ChildCorrected: unchanged,
    HeirCorrected: unchanged,
  },
  'participant event',
);

function selfEmployed(state: Recorded, { data }: After<'SelfEmploymentRegistered'>): Recorded {
  const { sector, occupationGroup, branch, incomeBaseIdr, agreementId, effectiveOn } = data;
  const own = { segment: 'BPU', sector, occupationGroup, branch, incomeBaseIdr, agreementId } as const;
  return { ...state, ...own, selfEmployedSince: effectiveOn, ...lateBy(state, data.backDatedBy) };
}

function childRegistered(state: Recorded, { data }: After<'ChildRegistered'>): Recorded {
  const { childId, school, effectiveOn, backDatedBy } = data;
  const late = backDatedBy !== undefined && { backDatedBy };
  return { ...state, children: [...state.children, { childId, school, asOf: effectiveOn, ...late }] };
}

function heirRegistered(state: Recorded, { data }: After<'HeirRegistered'>): Recorded {
  const { heirId, backDatedBy } = data;
  const heirIds = [...state.heirIds, heirId];
  if (backDatedBy === undefined) return { ...state, heirIds };
  return { ...state, heirIds, heirsNamedBy: { ...state.heirsNamedBy, [heirId]: backDatedBy } };
}

function deathRevoked(state: Recorded, event: After<'DeathRevoked'>): Registered {
  const { diedOn: _nobodyDied, backDatedBy: _by, accidentId: _tracedTo, ...record } = dead(state, event);
  return { ...record, situation: 'REGISTERED', revokedDeaths: (state.revokedDeaths ?? 0) + 1 };
}

/** @throws Error where nobody has reported a death */
function dead(state: Recorded, { type }: Pick<ParticipantEvent, 'type'>): Deceased {
  if (state.situation !== 'DECEASED') throw new Error(`${type} before DeathReported`);
  return state;
}

/** The children in this order. */
export const inOrder = <Child extends { readonly childId: string }>(
  children: readonly Child[],
  childIds: readonly string[],
): readonly Child[] =>
  children.toSorted((one, other) => childIds.indexOf(one.childId) - childIds.indexOf(other.childId));

const lateBy = (
  { registeredLateBy = [] }: Pick<Registered, 'registeredLateBy'>,
  enteredBy: string | undefined,
): Pick<Registered, 'registeredLateBy'> =>
  enteredBy === undefined ? {} : { registeredLateBy: [...registeredLateBy, enteredBy] };
