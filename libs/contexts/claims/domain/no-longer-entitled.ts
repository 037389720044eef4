import type { Approved, FoundDue } from './claim-after-approval.js';
import type { EntitledChild } from './claim.events.js';
import { idsOf } from './more-than-approved.js';
import type { Basis } from './programme.js';

/**
 * The children who had a right to a scholarship by a claim, and to whom it gives none by what is due now: a right follows from the benefit
 * (reference 5), and goes no further where that gives none. What was paid of it stays.
 * @param entitled those whom what is due now entitles, whoever of them has got theirs before
 */
export function endsWith(
  approved: Approved,
  entitled: readonly EntitledChild[],
  basis: Basis,
): Pick<FoundDue, 'noLongerEntitledIds'> {
  const had = new Set([...approved.givenTo, ...idsOf(namedSince(approved, basis))]);
  const noLongerEntitledIds = [...had].filter((id) => !idsOf(entitled).includes(id));
  return noLongerEntitledIds.length > 0 ? { noLongerEntitledIds } : {};
}

/** A child that was named after the approval of a death got its right by being named, where what was approved gave one to anybody. */
function namedSince(approved: Approved, { programme, facts }: Basis): readonly EntitledChild[] {
  const isOfDeath = programme.diedOn?.(facts) !== undefined;
  const children = programme.scholarships?.children(facts) ?? [];
  // Earlier releases did not record that a claim gave none: then those got none who were there to get it.
  const gaveNone =
    approved.withoutScholarship === true ||
    (approved.givenTo.length === 0 && children.some(({ asOf }) => asOf < approved.since));
  return isOfDeath && !gaveNone ? children : [];
}
