import { type CommandContext, type LocalDate, enforce } from '#kernel';
import { type EmployerSize, type RiskClass, isBackDated } from '#law';
import type { EmployerEvent, ReliefIndustry } from './employer.events.js';
import { type EmployerState, known } from './employer.js';
import { ENTRY_POLICIES } from './policies/entry.policies.js';

/** An entry about an employer that holds from a day on, by a paper. */
export interface EmployerEntry {
  readonly employerId: string;
  readonly reference: string;
  readonly from: LocalDate;
}

/** What stands in every such event. */
export function entryOf(
  { employerId, reference, from }: EmployerEntry,
  state: EmployerState,
  { today, actor }: CommandContext,
) {
  enforce(ENTRY_POLICIES, { employer: known(state), from, today });
  const late = isBackDated('EMPLOYER', from, today) && { backDatedBy: actor.id };
  return { employerId, reference, ...late, effectiveOn: from };
}

/**
 * Records another class of risk from a day on (perubahan kelompok risiko). Bills that were made stay as they are: a report of
 * the month that is sent again is billed by the new class.
 * @throws Rejection `EMPLOYER_NOT_FOUND`, or the code of the first entry policy that objects
 */
export const correctRiskClass = (
  { riskClass, ...entry }: EmployerEntry & { readonly riskClass: RiskClass },
  state: EmployerState,
  context: CommandContext,
): readonly EmployerEvent[] => [
  { type: 'RiskClassCorrected', data: { ...entryOf(entry, state, context), riskClass } },
];

/**
 * Records another size from a day on (perubahan skala usaha): it decides the compulsory programmes.
 * @throws Rejection `EMPLOYER_NOT_FOUND`, or the code of the first entry policy that objects
 */
export const correctSize = (
  { size, ...entry }: EmployerEntry & { readonly size: EmployerSize },
  state: EmployerState,
  context: CommandContext,
): readonly EmployerEvent[] => [
  { type: 'EmployerSizeCorrected', data: { ...entryOf(entry, state, context), size } },
];

/**
 * Records that an employer has a part of the relief for labour-intensive industry from a day on, or has none any more (keringanan iuran
 * industri padat karya). The paper shows that it meets what the relief asks for; bills that were made stay as they are, as above.
 * @throws Rejection `EMPLOYER_NOT_FOUND`, or the code of the first entry policy that objects
 */
export const recordIndustry = (
  { industry, ...entry }: EmployerEntry & { readonly industry: ReliefIndustry },
  state: EmployerState,
  context: CommandContext,
): readonly EmployerEvent[] => [
  { type: 'ReliefIndustryRecorded', data: { ...entryOf(entry, state, context), industry } },
];
