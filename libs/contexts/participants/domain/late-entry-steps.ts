import {
  type Confirmation,
  type Expecting,
  type LateEntries,
  type LocalDate,
  confirmedByOther,
  enteredLate,
  noMore,
  ofLateEntries,
  steps,
  stepsOfEach,
  toBeConfirmed,
  withoutEntries,
} from '#kernel';
import { contributions } from './contributions.js';
import { memberships } from './membership.js';
import type { MembershipEvent } from './membership.events.js';
import type { ContributionEvent } from './contribution.events.js';
import type { ParticipantEvent } from './participant.events.js';
import { participants } from './participant.js';
import type { PlacementEvent } from './placement.events.js';
import { placements } from './placement.js';
import type { SponsorEvent } from './sponsor.events.js';
import { sponsors } from './sponsor.js';

const REGISTRATION: Confirmation = { step: 'CONFIRM_REGISTRATION', turn: 'REGISTRAR' };
const DEATH: Confirmation = { step: 'CONFIRM_DEATH', turn: 'CONFIRMER' };
const PAYMENTS: Confirmation = { step: 'CONFIRM_CONTRIBUTIONS', turn: 'CONFIRMER' };
const FAMILY: Confirmation = { step: 'CONFIRM_FAMILY', turn: 'CONFIRMER' };
const MEMBERSHIP: Confirmation = { step: 'CONFIRM_MEMBERSHIP', turn: 'REGISTRAR' };
const PLACEMENT: Confirmation = { step: 'CONFIRM_PLACEMENT', turn: 'REGISTRAR' };

/** A registration that was entered long after the day from which it holds. */
export const registrationSteps = ofLateEntries(
  steps<LateEntries, ParticipantEvent>(
    participants,
    'registration',
    {},
    {
      ParticipantRegistered: (state, data, on) => enteredLate(state, 'registered', data, REGISTRATION, on),
      SelfEmploymentRegistered: (state, data, on) => enteredLate(state, 'work', data, REGISTRATION, on),
      BackDatedRegistrationConfirmed: (state, { confirmerId }) =>
        confirmedByOther(state, REGISTRATION, confirmerId),
    },
  ),
);

/** A death that was entered long after it happened. */
export const deathSteps = ofLateEntries(
  steps<LateEntries, ParticipantEvent>(
    participants,
    'death',
    {},
    {
      DeathReported: (state, data, on) => enteredLate(state, 'death', data, DEATH, on),
      BackDatedDeathConfirmed: (state) => withoutEntries(state, DEATH, () => true),
      DeathRevoked: (state) => withoutEntries(state, DEATH, () => true),
    },
  ),
);

/** Children and heirs who were named long after the death. */
export const familySteps = ofLateEntries(
  steps<LateEntries, ParticipantEvent>(
    participants,
    'family',
    {},
    {
      ChildRegistered: (state, data, on) => enteredLate(state, data.childId, data, FAMILY, on),
      HeirRegistered: (state, data, on) => enteredLate(state, data.heirId, data, FAMILY, on),
      BackDatedFamilyConfirmed: (state, { childIds, heirIds }) =>
        withoutEntries(state, FAMILY, (what) => [...childIds, ...heirIds].includes(what)),
      ChildRemoved: (state, { childId }) => withoutEntries(state, FAMILY, (what) => what === childId),
      HeirRemoved: (state, { heirId }) => withoutEntries(state, FAMILY, (what) => what === heirId),
    },
  ),
);

/** Months whose payment was entered long after it was made. */
export const paymentSteps = ofLateEntries(
  steps<LateEntries, ContributionEvent>(
    contributions,
    'payments',
    {},
    {
      ContributionPaid: (state, data, on) =>
        enteredLate(state, `${data.period} ${data.backDatedBy}`, data, PAYMENTS, on),
      BackDatedContributionsConfirmed: (state, { confirmerId }) =>
        confirmedByOther(state, PAYMENTS, confirmerId),
    },
  ),
);

/** Late entries of a membership, and the day with which it ended last. */
interface LateDays extends LateEntries {
  readonly leftOn?: LocalDate;
}

/** A first or a last day with an employer that was entered long after it; a leaving may be undone before anybody has confirmed it. */
export const membershipSteps = {
  ...steps<LateDays, MembershipEvent>(
    memberships,
    'days',
    {},
    {
      WorkerJoined: (state, data, on) => enteredLate(state, `from ${data.effectiveOn}`, data, MEMBERSHIP, on),
      WorkerLeft: (state, data, on) => ({
        ...enteredLate(state, `until ${data.effectiveOn}`, data, MEMBERSHIP, on),
        leftOn: data.effectiveOn,
      }),
      WorkerLeaveUndone: (state) =>
        withoutEntries(state, MEMBERSHIP, (what) => what === `until ${state.leftOn}`),
      BackDatedMembershipConfirmed: (state, { confirmerId }) =>
        confirmedByOther(state, MEMBERSHIP, confirmerId),
    },
  ),
  // Many join in time, of whom nothing is kept.
  concerns: (data: { readonly backDatedBy?: string }, type: string) =>
    type !== 'WorkerJoined' || data.backDatedBy !== undefined,
};

/** The same of a worker who is named on a project. */
export const placementSteps = ofLateEntries(
  steps<LateEntries, PlacementEvent>(
    placements,
    'days',
    {},
    {
      ProjectWorkerNamed: (state, data, on) =>
        enteredLate(state, `from ${data.effectiveOn}`, data, PLACEMENT, on),
      ProjectWorkerLeft: (state, data, on) =>
        enteredLate(state, `until ${data.effectiveOn}`, data, PLACEMENT, on),
      BackDatedPlacementConfirmed: (state, { confirmerId }) =>
        confirmedByOther(state, PLACEMENT, confirmerId),
    },
  ),
);

/** An agreement of an earlier release, which one person alone entered long after its first day. */
export const agreementSteps = ofLateEntries({
  ...stepsOfEach<Expecting, SponsorEvent>(
    sponsors,
    { slot: 'agreement', idIn: (data) => ('agreementId' in data && data.agreementId) || '' },
    {},
    {
      SponsorAgreementSigned: (state, { backDatedBy: by, effectiveOn }, recordedOn = effectiveOn) =>
        by === undefined
          ? state
          : { ...state, expected: toBeConfirmed('CONFIRM_AGREEMENT', 'REGISTRAR', recordedOn, [by]) },
      BackDatedAgreementConfirmed: noMore,
    },
  ),
});
