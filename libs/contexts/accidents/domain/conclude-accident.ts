import type { Conclusion } from '#law';
import { type CommandContext, type LocalDate, Rejection, enforce } from '#kernel';
import type { AccidentEvent } from './accident.events.js';
import { reportedAccident } from './accident.js';
import type { AccidentState } from './accident-state.js';
import { CONCLUSION_POLICIES } from './policies/conclusion.policies.js';
import { accidentRefusals } from './refusals.js';

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
 * @throws Rejection as `reportedAccident` does, `DETERMINATION_BINDS`, `ALREADY_CONCLUDED`, or the code of the first conclusion policy that objects
 */
export function concludeAccident(
  input: ConcludeAccidentInput,
  state: AccidentState,
  { today }: CommandContext,
): readonly AccidentEvent[] {
  const accident = reportedAccident(state);
  if (accident.determination)
    throw new Rejection(accidentRefusals.DETERMINATION_BINDS(accident.determination));
  if (accident.conclusion) throw new Rejection(accidentRefusals.ALREADY_CONCLUDED(accident.conclusion));
  const { concludedOn = today, reason, ...concluded } = input;
  enforce(CONCLUSION_POLICIES, { ...input, concludedOn, accident, today });
  return [
    {
      type: 'AccidentConcluded',
      data: {
        ...concluded,
        participantId: accident.participantId,
        concludedOn,
        late: concludedOn > accident.stageOne.concludeBy,
        effectiveOn: concludedOn,
        ...(!accident.erased && { person: { reason } }),
      },
    },
  ];
}
