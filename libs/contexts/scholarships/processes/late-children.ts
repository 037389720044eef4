import type { LocalDate, Process } from '#kernel';
import type {
  BackDatedFamilyConfirmed,
  ChildRegistered,
  ChildrenReordered,
} from '#contexts/participants/facts';

/** A child that was named; whether anything follows depends on what was approved by then. */
export interface NamedChild {
  readonly participantId: string;
  readonly childId: string;
  readonly namedOn: LocalDate;
}

/**
 * A child may be named after the death claim was approved, or turn out to have been the first: it gets the scholarship that the claim
 * would have given it. What another child got is looked at by a person.
 */
export const lateChildren: Process<
  ChildRegistered | BackDatedFamilyConfirmed | ChildrenReordered,
  { readonly GrantLateScholarship: NamedChild }
> = {
  name: 'late-children',
  version: 1,
  categories: ['participant'],
  on: {
    ChildRegistered: ({ data: { childId, ...data } }) => granting({ ...data, childIds: [childId] }),
    // Until then it gave no right.
    BackDatedFamilyConfirmed: ({ data }) => granting(data),
    ChildrenReordered: ({ data }) => granting({ ...data, childIds: data.childIds.slice(0, 1) }),
  },
};

/** Asks for each of them whether a right was missed. */
const granting = ({
  participantId,
  childIds,
  effectiveOn: namedOn,
}: Pick<BackDatedFamilyConfirmed['data'], 'participantId' | 'childIds' | 'effectiveOn'>) =>
  childIds.map((childId) => ({
    key: childId,
    command: 'GrantLateScholarship' as const,
    input: { participantId, childId, namedOn },
  }));
