import type { LocalDate, Process } from '#kernel';
import type { ChildRegistered } from '#contexts/participants/facts';

/** A child that was named; whether anything follows depends on what was approved by then. */
export interface NamedChild {
  readonly participantId: string;
  readonly childId: string;
  readonly namedOn: LocalDate;
}

/** A child may be named after the death claim was approved: it gets the scholarship that the claim would have given it. */
export const lateChildren: Process<ChildRegistered, { readonly GrantLateScholarship: NamedChild }> = {
  name: 'late-children',
  version: 1,
  categories: ['participant'],
  on: {
    ChildRegistered: ({ data: { participantId, childId, effectiveOn } }) => [
      {
        key: childId,
        command: 'GrantLateScholarship',
        input: { participantId, childId, namedOn: effectiveOn },
      },
    ],
  },
};
