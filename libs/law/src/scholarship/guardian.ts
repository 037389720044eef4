import { FULL_AGE } from './scholarship.conventions.js';
import { type Guardian, GUARDIANS, type SchoolYear } from './scholarship.policies.js';

/** To whom the scholarship of a child is paid (E-16): `OPEN` while several of one rank claim it, `GUARDIAN_NEEDED` without any. */
export type PaidTo = 'CHILD' | Guardian | 'OPEN' | 'GUARDIAN_NEEDED';

export function paidTo(child: SchoolYear): PaidTo {
  if (child.ageAtClaim >= FULL_AGE.value) return 'CHILD';
  const { guardians = [] } = child;
  const first = GUARDIANS.find((guardian) => guardians.includes(guardian));
  if (first === undefined) return 'GUARDIAN_NEEDED';
  return guardians.filter((guardian) => guardian === first).length > 1 ? 'OPEN' : first;
}
