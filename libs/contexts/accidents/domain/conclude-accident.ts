import type { Conclusion } from '#law';
import { type CommandContext, type LocalDate, Rejection, enforce } from '#kernel';
import type { AccidentEvent } from './accident.events.js';
import type { AccidentState } from './accident.js';
import { CONCLUSION_POLICIES } from './policies/conclusion.policies.js';
import { requireStageOne } from './require-situation.js';

export interface ConcludeAccidentInput {
  readonly accidentId: string;
  readonly conclusion: Conclusion;
  readonly reason: string;
  /** Today when left out. */
  readonly concludedOn?: LocalDate;
}

/**
 * Concludes whether it was a work accident (kesimpulan), before or after the doctor's statement and stage II.
 * Due 30 days after stage I; a late one is recorded as late.
 * @throws Rejection `ACCIDENT_NOT_FOUND`, `STAGE_ONE_MISSING`, `ALREADY_CONCLUDED`, or the code of the first conclusion
 * policy that objects
 */
export function concludeAccident(
  input: ConcludeAccidentInput,
  state: AccidentState,
  { today }: CommandContext,
): readonly AccidentEvent[] {
  const accident = requireStageOne(state);
  if (accident.conclusion) {
    const { conclusion, concludedOn } = accident.conclusion;
    throw new Rejection('ALREADY_CONCLUDED', `It was concluded on ${concludedOn}: ${conclusion}`, {
      allowed: ['ask the labour inspector for a determination'],
    });
  }
  const { concludedOn = today } = input;
  enforce(CONCLUSION_POLICIES, { ...input, concludedOn, accident, today });
  return [
    {
      type: 'AccidentConcluded',
      data: {
        ...input,
        participantId: accident.participantId,
        concludedOn,
        late: concludedOn > accident.stageOne.concludeBy,
        effectiveOn: concludedOn,
      },
    },
  ];
}
