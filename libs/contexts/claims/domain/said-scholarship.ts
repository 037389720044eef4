import type { Policy } from '#kernel';
import type { EntitledChild } from './claim.events.js';
import type { SaidScholarship } from './left-to-people.events.js';
import { leftToPeopleRefusals } from './left-to-people.refusals.js';
import { idsOf } from './more-than-approved.js';
import type { Basis } from './programme.js';

/** What a person says is due, as far as a scholarship follows from it. */
interface Said {
  readonly components: readonly { readonly code: string }[];
  readonly scholarship?: SaidScholarship;
}

const mayFollow = ({ components }: Said, { programme: { scholarships } }: Pick<Basis, 'programme'>) =>
  components.some(({ code }) => scholarships?.followsFrom.includes(code));

/** Whether children get a scholarship: as it is said, or else as the law has it for such a benefit (reference 5). */
export function scholarshipBy(said: Said, basis: Basis): SaidScholarship {
  if (said.scholarship) return said.scholarship;
  const isGiven = mayFollow(said, basis) && basis.programme.scholarships?.isGiven(basis.facts);
  return isGiven ? 'GRANTED' : 'NONE';
}

/** Those who get one, as they are registered now. */
export const childrenBy = (
  scholarship: SaidScholarship | undefined,
  { programme, facts }: Basis,
): readonly EntitledChild[] =>
  scholarship === 'GRANTED' ? (programme.scholarships?.children(facts) ?? []) : [];

/** By receipts alone, and where a person grants one, what was approved for children is not taken back. */
export const withApproved = (
  now: readonly EntitledChild[],
  approved: readonly EntitledChild[],
): readonly EntitledChild[] => [...now, ...approved.filter(({ childId }) => !idsOf(now).includes(childId))];

/**
 * Those who get one by what a person says; where none is granted nobody does, whoever had one before: it goes no further.
 * @param approved the children whom what was approved entitles, where something was
 */
export const childrenSaid = (
  scholarship: SaidScholarship,
  basis: Basis,
  approved: readonly EntitledChild[] = [],
): readonly EntitledChild[] =>
  scholarship === 'GRANTED' ? withApproved(childrenBy(scholarship, basis), approved) : [];

/**
 * Whether the same children get one now as were told.
 * @param approved the children whom what was approved entitles, where something was
 */
export function areChildrenAsSaid(
  said: Said & { readonly entitledChildren: readonly EntitledChild[] },
  basis: Basis,
  approved: readonly EntitledChild[] = [],
): boolean {
  const now = childrenSaid(scholarshipBy(said, basis), basis, approved);
  return idsOf(said.entitledChildren).join() === idsOf(now).join();
}

/** A scholarship follows from a death or a total permanent disability, and from nothing else. */
export const scholarshipFits: Policy<{ readonly said: Said; readonly basis: Basis }> = {
  name: 'scholarship-fits',
  check: ({ said, basis }) =>
    said.scholarship === 'GRANTED' && !mayFollow(said, basis)
      ? leftToPeopleRefusals.NO_SCHOLARSHIP_FOLLOWS({ from: basis.programme.scholarships?.followsFrom ?? [] })
      : undefined,
};
