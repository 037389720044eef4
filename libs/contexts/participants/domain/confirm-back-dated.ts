import { type CommandContext, requireSecondPerson } from '#kernel';
import type { ContributionsState } from './contributions.js';
import type { ContributionEvent } from './contribution.events.js';
import type { ParticipantEvent } from './participant.events.js';
import { familyNamedLate } from './named-late.js';
import { type ParticipantState, recordOf } from './participant.js';
import { participantRefusals } from './refusals.js';

export interface ConfirmBackDatedInput {
  readonly participantId: string;
}

/**
 * Confirms the payments that others entered long after they were made.
 * @throws Rejection `NOTHING_BACK_DATED`, `ENTERED_BY_YOU`
 */
export function confirmContributions(
  { participantId }: ConfirmBackDatedInput,
  { backDatedBy = [] }: ContributionsState,
  { today, actor }: CommandContext,
): readonly ContributionEvent[] {
  requireSecondPerson(backDatedBy, actor, participantRefusals);
  return [
    {
      type: 'BackDatedContributionsConfirmed',
      data: { participantId, confirmerId: actor.id, effectiveOn: today },
    },
  ];
}

/**
 * Confirms a registration of a self-employed worker that somebody else entered long after the day from which it holds.
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `NOTHING_BACK_DATED`, `ENTERED_BY_YOU`
 */
export function confirmRegistration(
  { participantId }: ConfirmBackDatedInput,
  state: ParticipantState,
  { today, actor }: CommandContext,
): readonly ParticipantEvent[] {
  const { registeredLateBy = [] } = recordOf(state);
  requireSecondPerson(registeredLateBy, actor, participantRefusals);
  return [
    {
      type: 'BackDatedRegistrationConfirmed',
      data: { participantId, confirmerId: actor.id, effectiveOn: today },
    },
  ];
}

/**
 * Confirms a death that somebody else entered long after it happened.
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `NOTHING_BACK_DATED`, `ENTERED_BY_YOU`
 */
export function confirmDeath(
  { participantId }: ConfirmBackDatedInput,
  state: ParticipantState,
  { today, actor }: CommandContext,
): readonly ParticipantEvent[] {
  const participant = recordOf(state);
  const by = participant.situation === 'DECEASED' ? participant.backDatedBy : undefined;
  requireSecondPerson(by === undefined ? [] : [by], actor, participantRefusals);
  return [
    { type: 'BackDatedDeathConfirmed', data: { participantId, confirmerId: actor.id, effectiveOn: today } },
  ];
}

/**
 * Confirms children and heirs that others named long after the death.
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `NOTHING_BACK_DATED`, `ENTERED_BY_YOU`
 */
export function confirmFamily(
  { participantId }: ConfirmBackDatedInput,
  state: ParticipantState,
  { today, actor }: CommandContext,
): readonly ParticipantEvent[] {
  const { children, heirs } = familyNamedLate(recordOf(state));
  requireSecondPerson(
    [...children, ...heirs].map(({ by }) => by),
    actor,
    participantRefusals,
  );
  const byOthers = (named: typeof children) => named.filter(({ by }) => by !== actor.id).map(({ id }) => id);
  const [childIds, heirIds] = [byOthers(children), byOthers(heirs)];
  return [
    {
      type: 'BackDatedFamilyConfirmed',
      data: { participantId, confirmerId: actor.id, childIds, heirIds, effectiveOn: today },
    },
  ];
}
