import type { CareStep } from './accident.events.js';
import type { CareEpisode, ProvisionalLetter } from './accident-state.js';

interface Cared {
  readonly referredTo: readonly string[];
  readonly guaranteedAt: readonly string[];
  readonly provisional?: readonly ProvisionalLetter[];
  readonly care: readonly CareEpisode[];
}

/** How far the care of an accident has got, whatever was reported of its end. */
export function careReached({ referredTo, guaranteedAt, provisional = [], care }: Cared): CareStep {
  if (care.length > 0) return 'IN_CARE';
  if (guaranteedAt.length + provisional.length > 0) return 'GUARANTEED';
  return referredTo.length > 0 ? 'REFERRED' : 'STAGE_I_REPORTED';
}

/** Of the facilities that were promised payment, those that nobody has told whom to bill. */
export const untold = (promised: readonly string[], told: readonly string[]): readonly string[] =>
  promised.filter((facilityId) => !told.includes(facilityId));

/** The facilities that were promised to be paid, or that have billed BPJS. */
export function promisedTo({
  guaranteedAt,
  provisional = [],
  care,
}: Omit<Cared, 'referredTo'>): readonly string[] {
  const billed = care.filter(({ billing }) => billing === 'GUARANTEED').map(({ facilityId }) => facilityId);
  return [...new Set([...guaranteedAt, ...provisional.map(({ facilityId }) => facilityId), ...billed])];
}
