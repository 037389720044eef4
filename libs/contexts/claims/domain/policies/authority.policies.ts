import {
  type Actor,
  type AuthorityNeeded,
  type LocalDate,
  type Policy,
  type Rupiah,
  authorityNeeded,
  authorityOf,
  furthest,
  rupiah,
  sumRupiah,
} from '#kernel';
import { moneyKindOf } from '#law';
import type { ClaimComponent } from '../claim.events.js';
import { whoDecidesRefusals } from '../who-decides.refusals.js';

/** What the rules about how far somebody decides look at. */
export interface AuthorityGrounds {
  readonly decider: Actor;
  readonly needed: AuthorityNeeded;
  /** Subjects of those who have approved the same before, where one person is not enough. */
  readonly endorsedBy?: readonly string[];
}

/** Cash and care have limits of their own; the sum of the claim counts, with what was approved of it before (reference 6.1). */
export function neededFor(
  { components, totalIdr }: { readonly components: readonly ClaimComponent[]; readonly totalIdr: Rupiah },
  day: LocalDate,
): AuthorityNeeded {
  const careIdr = sumRupiah(
    components.filter(({ code }) => moneyKindOf(code) === 'CARE').map(({ amountIdr }) => amountIdr),
  );
  const cashIdr = rupiah(Math.max(0, totalIdr - careIdr));
  return furthest(authorityNeeded('CASH', cashIdr, day), authorityNeeded('CARE', careIdr, day));
}

/** Whether somebody else has to approve beside whoever does now. */
export const isEnough = ({ needed, endorsedBy = [] }: AuthorityGrounds): boolean =>
  endorsedBy.length + 1 >= needed.persons;

const withinTheirAuthority: Policy<AuthorityGrounds> = {
  name: 'within-their-authority',
  check: ({ decider, needed }) =>
    authorityOf(decider) >= needed.level ? undefined : whoDecidesRefusals.BEYOND_AUTHORITY(needed),
};

const twoAreTwoPersons: Policy<AuthorityGrounds> = {
  name: 'two-are-two-persons',
  check: ({ decider, endorsedBy }) =>
    endorsedBy?.includes(decider.id) ? whoDecidesRefusals.ENDORSED_BY_YOU() : undefined,
};

/** In this order; the first refusal wins. */
export const AUTHORITY_POLICIES: readonly Policy<AuthorityGrounds>[] = [
  withinTheirAuthority,
  twoAreTwoPersons,
];
