import { type CommandContext, type LocalDate, Rejection, inSituation, localDate } from '#kernel';
import type { EmployerSize, RiskClass, Segment } from '#law';
import type { EmployerEvent, EmployerKind } from './employer.events.js';
import type { EmployerState } from './employer.js';
import { employerRefusals } from './refusals.js';

export interface RegisterEmployerInput {
  readonly employerId: string;
  readonly segment: Segment;
  readonly npp: string;
  readonly kind: EmployerKind;
  readonly name: string;
  readonly district: string;
  readonly branch: string;
  readonly riskClass: RiskClass;
  readonly size: EmployerSize;
  readonly startedOn: LocalDate;
}

/** No contribution of an earlier month can be computed (PP 44/2015). */
const FIRST_DAY = localDate('2015-07-01');

/**
 * Registers an employer of wage earners (pendaftaran pemberi kerja PU).
 * @throws Rejection `SEGMENT_NOT_OF_EMPLOYERS`, `EMPLOYER_ALREADY_REGISTERED`, `EMPLOYER_STARTS_IN_FUTURE`,
 *   `EMPLOYER_STARTS_BEFORE_THE_LAW`
 */
export function registerEmployer(
  { segment, startedOn, ...employer }: RegisterEmployerInput,
  state: EmployerState,
  { today }: CommandContext,
): readonly EmployerEvent[] {
  if (segment !== 'PU') throw new Rejection(employerRefusals.SEGMENT_NOT_OF_EMPLOYERS({ segment }));
  inSituation(state, ['UNKNOWN'], ({ employerId }) =>
    employerRefusals.EMPLOYER_ALREADY_REGISTERED({ employerId }),
  );
  if (startedOn > today) throw new Rejection(employerRefusals.EMPLOYER_STARTS_IN_FUTURE({ today }));
  if (startedOn < FIRST_DAY) {
    throw new Rejection(employerRefusals.EMPLOYER_STARTS_BEFORE_THE_LAW({ from: FIRST_DAY }));
  }
  return [{ type: 'EmployerRegistered', data: { ...employer, effectiveOn: startedOn } }];
}
