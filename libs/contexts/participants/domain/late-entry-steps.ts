import { type Expecting, type LocalDate, type Turn, ofLateEntries, steps, toBeConfirmed } from '#kernel';
import { contributions } from './contributions.js';
import type { ContributionEvent, ParticipantEvent } from './participant.events.js';
import { participants } from './participant.js';

/** What was entered late and nobody has confirmed: who entered it, by what it is. */
interface LateEntries extends Expecting {
  readonly entered?: Readonly<Record<string, string>>;
  readonly since?: LocalDate;
}

interface Confirmation {
  readonly step: string;
  readonly turn: Turn;
}

/** How it goes on once these are the entries that wait. */
function waiting(
  { expected: _before, ...state }: LateEntries,
  entered: Readonly<Record<string, string>>,
  { step, turn }: Confirmation,
): LateEntries {
  const by = Object.values(entered);
  const { since } = state;
  if (by.length === 0 || since === undefined) return { ...state, entered };
  return { ...state, entered, expected: toBeConfirmed(step, turn, since, by) };
}

const isLeft =
  (gone: (what: string, by: string) => boolean) =>
  ({ entered = {} }: LateEntries) =>
    Object.fromEntries(Object.entries(entered).filter(([what, by]) => !gone(what, by)));

/** One entry more, by whoever made it so late. */
function entered(
  state: LateEntries,
  what: string,
  data: { readonly participantId: string; readonly backDatedBy?: string; readonly effectiveOn: LocalDate },
  confirmation: Confirmation,
  recordedOn: LocalDate = data.effectiveOn,
): LateEntries {
  const { participantId, backDatedBy: by } = data;
  if (by === undefined) return state;
  // The first of them says since when it waits.
  const since = Object.keys(state.entered ?? {}).length > 0 ? state.since : recordedOn;
  return waiting({ ...state, participantId, since }, { ...state.entered, [what]: by }, confirmation);
}

const REGISTRATION: Confirmation = { step: 'CONFIRM_REGISTRATION', turn: 'REGISTRAR' };
const DEATH: Confirmation = { step: 'CONFIRM_DEATH', turn: 'CONFIRMER' };
const PAYMENTS: Confirmation = { step: 'CONFIRM_CONTRIBUTIONS', turn: 'CONFIRMER' };
const FAMILY: Confirmation = { step: 'CONFIRM_FAMILY', turn: 'CONFIRMER' };

/** A registration that was entered long after the day from which it holds. */
export const registrationSteps = ofLateEntries(
  steps<LateEntries, ParticipantEvent>(
    participants,
    'registration',
    {},
    {
      ParticipantRegistered: (state, data, on) => entered(state, 'registered', data, REGISTRATION, on),
      SelfEmploymentRegistered: (state, data, on) => entered(state, 'work', data, REGISTRATION, on),
      BackDatedRegistrationConfirmed: (state, { confirmerId }) =>
        waiting(state, isLeft((_what, by) => by !== confirmerId)(state), REGISTRATION),
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
      DeathReported: (state, data, on) => entered(state, 'death', data, DEATH, on),
      BackDatedDeathConfirmed: (state) => waiting(state, {}, DEATH),
      DeathRevoked: (state) => waiting(state, {}, DEATH),
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
      ChildRegistered: (state, data, on) => entered(state, data.childId, data, FAMILY, on),
      HeirRegistered: (state, data, on) => entered(state, data.heirId, data, FAMILY, on),
      BackDatedFamilyConfirmed: (state, { childIds, heirIds }) =>
        waiting(state, isLeft((what) => [...childIds, ...heirIds].includes(what))(state), FAMILY),
      ChildRemoved: (state, { childId }) => waiting(state, isLeft((what) => what === childId)(state), FAMILY),
      HeirRemoved: (state, { heirId }) => waiting(state, isLeft((what) => what === heirId)(state), FAMILY),
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
        entered(state, `${data.period} ${data.backDatedBy}`, data, PAYMENTS, on),
      BackDatedContributionsConfirmed: (state, { confirmerId }) =>
        waiting(state, isLeft((_what, by) => by !== confirmerId)(state), PAYMENTS),
    },
  ),
);
