import type { DomainEvent, LocalDate } from '#kernel';

/**
 * The approval of a claim was begun where claims wait for each other (antrean persetujuan): it stands in the docket of its
 * participant before the claim itself is approved, so whatever is approved stands there.
 */
export type ApprovalBegun = DomainEvent<
  'ApprovalBegun',
  { claimId: string; participantId: string; effectiveOn: LocalDate }
>;
