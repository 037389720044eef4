import { type CommandContext, type LocalDate, Rejection } from '#kernel';
import { isBackDated } from '#law';
import type { EmployerEvent } from './employer.events.js';
import { type EmployerState, known } from './employer.js';
import { employerRefusals } from './refusals.js';

export interface RecordDecreeInput {
  readonly employerId: string;
  readonly decreeId: string;
  readonly reference: string;
  readonly decidedOn: LocalDate;
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate;
}

/**
 * Records a decree under which a government body names workers for a time (surat keputusan). The time may have begun: each who
 * joins under it late is confirmed by a second person, and so is the decree itself where it comes much later than its first day.
 * @throws Rejection `EMPLOYER_NOT_FOUND`, `NO_GOVERNMENT_BODY`, `DECREE_ALREADY_RECORDED`, `DECREE_ENDS_BEFORE_IT_BEGINS`,
 *   `DECREE_BEFORE_EMPLOYER`, `DECREE_IN_FUTURE`
 */
export function recordDecree(
  input: RecordDecreeInput,
  state: EmployerState,
  { today, actor }: CommandContext,
): readonly EmployerEvent[] {
  const { decrees, startedOn } = known(state);
  if (!decrees) throw new Rejection(employerRefusals.NO_GOVERNMENT_BODY());
  if (decrees.some(({ reference }) => reference === input.reference)) {
    throw new Rejection(employerRefusals.DECREE_ALREADY_RECORDED());
  }
  if (input.validUntil < input.validFrom) {
    throw new Rejection(employerRefusals.DECREE_ENDS_BEFORE_IT_BEGINS());
  }
  if (input.validUntil < startedOn) {
    throw new Rejection(employerRefusals.DECREE_BEFORE_EMPLOYER({ startedOn }));
  }
  if (input.decidedOn > today) throw new Rejection(employerRefusals.DECREE_IN_FUTURE({ today }));
  const late = isBackDated('DECREE', input.validFrom, today) && { backDatedBy: actor.id };
  return [{ type: 'DecreeRecorded', data: { ...input, ...late, effectiveOn: input.validFrom } }];
}
