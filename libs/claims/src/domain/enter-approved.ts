import type { LocalDate } from '#kernel';
import type { ApprovalBegun } from './docket.events.js';
import type { Docket } from './docket.js';

/** A JKK claim that is approved, whether it went through the docket or not. */
export interface ApprovedClaim {
  readonly claimId: string;
  readonly participantId: string;
  readonly approvedOn: LocalDate;
}

/** Takes an approved claim into the docket of its participant, if it does not stand there: claims of old logs do not. */
export function enterApproved(
  { claimId, participantId, approvedOn }: ApprovedClaim,
  begun: Docket,
): readonly ApprovalBegun[] {
  if (begun.includes(claimId)) return [];
  return [{ type: 'ApprovalBegun', data: { claimId, participantId, effectiveOn: approvedOn } }];
}
