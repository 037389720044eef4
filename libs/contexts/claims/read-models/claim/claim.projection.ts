import type { AccidentEvent } from '#contexts/accidents/facts';
import type { RecordedEvent } from '#event-store';
import type { PayoutEvent } from '#contexts/payouts/facts';
import { type Effective, type Handler, defineProjection, tell } from '#followers';
import type { ClaimEvent } from '../../domain/claim.events.js';
import * as claims from './claim.handlers.js';
import { type ClaimTables, createClaimTables } from './claim.tables.js';
import * as payouts from './payout.handlers.js';

/** Where every claim stands, what it comes to, what has been paid, and its story with accident and payouts. */
export const claimProjection = defineProjection<ClaimEvent | PayoutEvent | AccidentEvent, ClaimTables>({
  name: 'claim',
  version: 3,
  categories: ['claim', 'payout', 'accident'],
  createTables: createClaimTables,
  on: {
    ClaimSubmitted: told(claims.submitted),
    ClaimTakenOver: told(claims.takenOver),
    DocumentsRequested: told(claims.documentsRequested),
    DocumentsReceived: told(claims.documentsReceived),
    ClaimCompleted: told(claims.completed),
    BenefitCalculated: told(claims.calculated),
    ClaimHeld: told(claims.held),
    ClaimApproved: told(claims.approved),
    ClaimDenied: told(claims.denied),
    PayoutOrdered: told(payouts.ordered),
    PayoutInstructed: told(payouts.movedTo('INSTRUCTED')),
    PayoutAccepted: told(payouts.movedTo('ACCEPTED')),
    PayoutSettled: told(payouts.settled),
    PayoutReturned: told(payouts.movedTo('RETURNED')),
    PayoutAccountCorrected: told(payouts.movedTo('ORDERED')),
    AccidentNotified: tell,
    AccidentEvidenceReceived: tell,
    StageOneReported: tell,
    PlkkReferralIssued: tell,
    GuaranteeLetterIssued: tell,
    CareProvided: tell,
    DoctorStatementIssued: tell,
    AccidentConcluded: tell,
    StageTwoReported: tell,
  },
});

/** Writes the rows, and the event into the story. */
function told<Event extends Effective>(handler: Handler<Event, ClaimTables>): Handler<Event, ClaimTables> {
  return async (event: RecordedEvent<Event>, tables) => {
    await handler(event, tables);
    await tell(event, tables);
  };
}
