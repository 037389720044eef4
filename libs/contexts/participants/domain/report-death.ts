import type { CommandContext, LocalDate } from '#kernel';
import { isBackDated } from '#law';
import type { ParticipantEvent } from './participant.events.js';
import { type ParticipantState, living } from './participant.js';
import { requirePossibleDeath } from './make-death-correction.js';

export interface ReportDeathInput {
  readonly participantId: string;
  readonly diedOn: LocalDate;
  readonly certificate: string;
  readonly health: { readonly cause: string };
}

/**
 * Records a participant's death (laporan kematian).
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `DECEASED`, `DEATH_IN_FUTURE`, `DEATH_BEFORE_REGISTRATION`
 */
export function reportDeath(
  input: ReportDeathInput,
  state: ParticipantState,
  { today, actor }: CommandContext,
): readonly ParticipantEvent[] {
  requirePossibleDeath(input.diedOn, living(state), today);
  const { certificate, ...death } = input;
  return [
    {
      type: 'DeathReported',
      data: {
        ...death,
        ...(isBackDated('DEATH', input.diedOn, today) && { backDatedBy: actor.id }),
        effectiveOn: input.diedOn,
        person: { certificate },
      },
    },
  ];
}
