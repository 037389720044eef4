import { type CommandContext, Rejection, sumRupiah } from '#kernel';
import type { CareBearer } from '#law';
import type { AccidentEvent } from './accident.events.js';
import { reportedAccident } from './accident.js';
import type { AccidentState } from './accident-state.js';
import { promisedTo, untold } from './care-reached.js';
import { accidentRefusals } from './refusals.js';

export interface NameCareBearerInput {
  readonly accidentId: string;
  readonly bearer: CareBearer;
}

/**
 * Tells the facilities that treated a suspected case whom to bill, once it was no work accident (penanggung biaya perawatan; PP 49/2023
 * Art. 25A): what was promised them while nobody knew is not paid by JKK. What is said last counts; the same to those who know it changes
 * nothing.
 * @throws Rejection as `reportedAccident` does, `JKK_BEARS_CARE`, `NO_CARE_PROMISED`
 */
export function nameCareBearer(
  { accidentId, bearer }: NameCareBearerInput,
  state: AccidentState,
  { today, actor }: CommandContext,
): readonly AccidentEvent[] {
  const accident = reportedAccident(state);
  if (accident.situation !== 'NOT_WORK_ACCIDENT') throw new Rejection(accidentRefusals.JKK_BEARS_CARE());
  const { participantId, care, conclusion, careBearer } = accident;
  const facilityIds = promisedTo(accident);
  if (facilityIds.length === 0) throw new Rejection(accidentRefusals.NO_CARE_PROMISED());
  if (careBearer?.bearer === bearer && untold(facilityIds, careBearer.facilityIds).length === 0) return [];
  const billed = care.filter(({ billing }) => billing === 'GUARANTEED');
  return [
    {
      type: 'CareBearerNamed',
      data: {
        accidentId,
        participantId,
        bearer,
        facilityIds,
        billedIdr: sumRupiah(billed.map(({ invoiceIdr }) => invoiceIdr)),
        concludedOn: conclusion.concludedOn,
        namerId: actor.id,
        effectiveOn: today,
      },
    },
  ];
}
