import {
  type Change,
  type Columns,
  aliasTable,
  category,
  change,
  changeOf,
  goesAlone,
  goesOnAs,
  put,
  readModel,
  seenBy,
  told,
} from '#followers';
import type { AccidentEvent } from '#contexts/accidents/facts';
import type { MergerListEvent } from '#contexts/participants/facts';
import type { PayoutEvent } from '#contexts/payouts/facts';
import type { RecordedEvent } from '#event-store';
import { ZERO_RUPIAH, delegationIn, opened } from '#kernel';
import type { ClaimEvent } from '../../domain/claim.events.js';
import { handsAfter } from '../../domain/hands-on-claim.js';
import { MOVES_ON } from '../../domain/interim.js';
import {
  GOES_ON,
  NOTHING_FOUND,
  NOTHING_PROPOSED,
  NOT_CALCULATED,
  calculated,
  claimantColumns,
  determined,
  goesOn,
  lessGivenBack,
  paidAgain,
  reassessed,
  received,
  refusedIn,
  stopped,
  submitted,
  waiting,
} from './claim-columns.js';
import { heirWaitsNoMore, heirsIn, heirsWanted } from './heir-columns.js';
import { interimDecided, interimOf, withoutUndecided } from './interim-columns.js';
import {
  approvedInPart,
  disputeEnded,
  disputeReported,
  doubtRaised,
  doubtSettled,
  heirsNoMore,
  objectionAnswered,
  objectionOvertaken,
  objectionRaised,
} from './claim-after-decision.js';
import { ordered, partBack, payout, withStatus, withoutPayout } from './claim-payments.js';
import { claimOfPayout, claims, sight, timeline } from './claim.tables.js';

const changeOfClaim = changeOf(claims, 'claimId');

const MOVING_ON: ReadonlySet<ClaimEvent['type']> = new Set(MOVES_ON);

/** Changes the claim that the event is about. */
function claim(event: RecordedEvent<ClaimEvent>, columns: Columns<typeof claims> = {}): Change {
  return changeOfClaim(event, (row) => ({
    ...(MOVING_ON.has(event.type) && withoutUndecided(row)),
    ...(typeof columns === 'function' ? columns(row) : columns),
    hands: handsAfter(row.hands, event),
  }));
}

/** Which ids are one person's. */
const aliases = aliasTable();

const theirMergers = category<MergerListEvent>('merger');

const ownClaims = category<ClaimEvent>('claim');
const payouts = category<PayoutEvent>('payout');
const accidents = category<AccidentEvent>('accident');

/** Where every claim stands, what it comes to, what has been paid, and its story with accident and payouts. */
export const claimReadModel = readModel({
  name: 'claim',
  version: 36,
  own: [ownClaims],
  also: [theirMergers, payouts, accidents],
  tables: { aliases, claimOfPayout, claims, sight, timeline },
  story: [told(ownClaims, ({ data }) => ({ delegation: delegationIn(data) })), payouts, accidents],
  on: {
    MergerListed: ({ data }) => [goesOnAs(aliases, data.participantId, data.survivorId)],
    MergerUnlisted: ({ data }) => [goesAlone(aliases, data.participantId)],
    ClaimSubmitted: (event) => [
      put(claims, submitted(event)),
      ...seenBy(sight, event.data.facilityId, event.data.claimId),
    ],
    AccidentNotified: ({ data }) => seenBy(sight, data.facilityId, data.accidentId),
    PlkkReferralIssued: ({ data }) => seenBy(sight, data.facilityId, data.accidentId),
    ClaimTakenOver: (event) => [
      claim(event, (row) => ({
        claimant: event.data.claimant,
        ...heirsNoMore(event)(row),
        denialProposal: null,
        ...claimantColumns(opened(event.data.person)),
      })),
    ],
    DocumentsRequested: (event) => [
      claim(event, {
        ...NOTHING_FOUND,
        ...NOTHING_PROPOSED,
        status: 'INCOMPLETE',
        missing: event.data.missing,
        refusal: null,
        completedOn: null,
        payBy: null,
      }),
    ],
    DocumentsReceived: (event) => [claim(event, received(event))],
    ClaimCompleted: (event) => [
      claim(event, {
        status: 'COMPLETE',
        missing: [],
        completedOn: event.data.completedOn,
        payBy: event.data.payBy,
      }),
    ],
    BenefitCalculated: (event) => [claim(event, calculated(event))],
    ClaimHeld: (event) => {
      const { assessorId, reason, law, article, detail } = event.data;
      const refusal = { decision: reason, rule: 'arrears-are-settled', law, article, detail };
      const { arrears = [], settleBy = null, heldSince = null } = event.data;
      return [
        claim(event, {
          ...NOTHING_FOUND,
          ...NOTHING_PROPOSED,
          status: 'HELD',
          assessorId,
          refusal,
          arrears: [...arrears],
          settleBy,
          heldSince,
        }),
      ];
    },
    ClaimResumed: (event) => [
      claim(event, (row) => ({
        ...GOES_ON,
        ...NOTHING_PROPOSED,
        ...objectionOvertaken(event)(row),
        status: 'COMPLETE',
        payBy: event.data.payBy,
      })),
    ],
    SetOffConsented: (event) => [claim(event, received(event))],
    ApprovalEndorsed: (event) => [claim(event)],
    ClaimApproved: (event) => [
      claim(event, (row) => ({
        ...NOTHING_PROPOSED,
        ...approvedInPart(event, row),
        // Where everything was paid before the end, nothing is left to pay.
        status: event.data.totalIdr === 0 && event.data.payments.length === 0 ? 'PAID' : 'APPROVED',
        deciderId: event.data.approverId,
        decidedByDelegation: event.data.authority?.delegation ?? null,
        decidedOn: event.data.effectiveOn,
      })),
    ],
    ClaimDenied: (event) => {
      const { deciderId, delegation = null, effectiveOn, decision, rule, law, article, detail } = event.data;
      const refusal = { decision, rule, law, article, detail };
      return [
        claim(event, (row) => ({
          ...NOTHING_PROPOSED,
          waiting: null,
          paymentsStopped: null,
          // What the law would have granted is not due where a person found a reason against it.
          ...(row.refusal === null && NOTHING_FOUND),
          status: 'DENIED',
          deciderId,
          decidedByDelegation: delegation,
          decidedOn: effectiveOn,
          refusal,
        })),
      ];
    },
    ClaimCancelled: (event) => {
      const { deciderId, delegation = null, effectiveOn, reason } = event.data;
      return [
        claim(event, {
          ...NOTHING_PROPOSED,
          status: 'CANCELLED',
          waiting: null,
          paymentsStopped: null,
          deciderId,
          decidedByDelegation: delegation,
          decidedOn: effectiveOn,
          cancelReason: reason,
        }),
      ];
    },
    ReassessmentOpened: (event) => [
      claim(event, ({ reassessment }) => {
        const { effectiveOn, ground = null } = event.data;
        return {
          reassessment: { ...NOT_CALCULATED, openedOn: reassessment?.openedOn ?? effectiveOn, ground },
        };
      }),
    ],
    BenefitReassessed: (event) => [claim(event, reassessed(event))],
    DifferenceApproved: (event) => [
      claim(event, (row) => {
        const { entitledChildren, totalIdr } = event.data;
        const deduction = lessGivenBack(row.deduction, event.data.givenBack);
        const decided = { ...row, ...row.reassessment?.found, totalIdr, deduction, reassessment: null };
        return withStatus({ ...decided, entitledChildren: entitledChildren.length });
      }),
    ],
    ReassessmentDropped: (event) => [claim(event, { reassessment: null })],
    ClaimWithdrawn: (event) => [
      claim(event, {
        ...NOTHING_FOUND,
        ...NOTHING_PROPOSED,
        status: 'WITHDRAWN',
        waiting: null,
        paymentsStopped: null,
        refusal: null,
        decidedOn: event.data.effectiveOn,
        withdrawalReason: event.data.reason,
      }),
    ],
    FurtherDocumentsAsked: (event) => [
      claim(event, ({ waivedDocuments, status, missing }) => ({
        // While somebody else is waited for nothing says what is missing of it in all.
        ...(status === 'WAITING' && { missing: [...new Set([...missing, ...event.data.kinds])] }),
        waivedDocuments: waivedDocuments.filter((kind) => !event.data.kinds.includes(kind)),
      })),
    ],
    DocumentRefused: (event) => [
      claim(event, ({ documents }) => ({ documents: refusedIn(documents, event.data) })),
    ],
    DocumentWaived: (event) => [
      claim(event, ({ waivedDocuments }) => ({
        denialProposal: null,
        waivedDocuments: [...waivedDocuments, event.data.kind],
      })),
    ],
    DenialProposed: (event) => [
      claim(event, ({ claimantName }) => {
        const { reason, proposerId, effectiveOn: proposedOn, person } = event.data;
        // A proposal whose words nobody can read any more still tells its reason.
        const { grounds = null, evidence = null } = (claimantName !== null && opened(person)) || {};
        return { denialProposal: { reason, proposerId, proposedOn, grounds, evidence } };
      }),
    ],
    ClaimSentBack: (event) => {
      const { lookAt, deciderId, effectiveOn: sentBackOn, person } = event.data;
      const question = opened(person)?.question ?? null;
      return [
        claim(event, {
          ...NOTHING_FOUND,
          ...NOTHING_PROPOSED,
          status: 'COMPLETE',
          refusal: null,
          sentBack: { lookAt, deciderId, sentBackOn, question },
        }),
      ];
    },
    ClaimReopened: (event) => [
      claim(event, (row) => ({
        ...objectionOvertaken(event)(row),
        ...NOTHING_FOUND,
        ...GOES_ON,
        ...NOTHING_PROPOSED,
        assessorId: null,
        completedOn: null,
        payBy: null,
        withdrawalReason: null,
        timesReopened: row.timesReopened + 1,
      })),
    ],
    ClaimNoted: (event) => [
      claim(event, ({ notes }) => {
        const { authorId, effectiveOn: notedOn, person } = event.data;
        return { notes: [...notes, { authorId, notedOn, text: opened(person)?.text ?? null }] };
      }),
    ],
    InvoiceCameLate: (event) => [
      claim(event, ({ lateInvoices }) => {
        const { facilityId, invoiceNumber, invoiceIdr, effectiveOn: notedOn } = event.data;
        return { lateInvoices: [...lateInvoices, { facilityId, invoiceNumber, invoiceIdr, notedOn }] };
      }),
    ],
    InterimCalculated: (event) => [claim(event, interimOf(event))],
    InterimApproved: (event) => {
      const { approverId: deciderId, effectiveOn: decidedOn } = event.data;
      const approved = { standing: 'APPROVED' as const, deciderId, decidedOn, approvalId: event.id };
      return [claim(event, interimDecided(approved))];
    },
    InterimDropped: (event) => {
      const { deciderId, effectiveOn: decidedOn } = event.data;
      return [claim(event, interimDecided({ standing: 'NOT_APPROVED', deciderId, decidedOn }))];
    },
    InterimPaidTooMuch: (event) => [claim(event)],
    HeirsEstablished: (event) => [claim(event, heirsIn(event))],
    HeirsWanted: (event) => [claim(event, heirsWanted(event))],
    HeirsWantedNoMore: (event) => [claim(event, heirsNoMore(event))],
    HeirDeathRevoked: (event) => [claim(event, heirWaitsNoMore(event))],
    NobodyInherits: (event) => [claim(event, heirWaitsNoMore(event))],
    WaitBegun: (event) => [claim(event, waiting(event))],
    WaitEnded: (event) => [claim(event, goesOn(event))],
    PaymentsStopped: (event) => [claim(event, stopped(event))],
    PaymentsResumed: (event) => [claim(event, paidAgain(event))],
    BenefitDetermined: (event) => [claim(event, determined(event))],
    ObjectionRaised: (event) => [claim(event, objectionRaised(event))],
    ObjectionAnswered: (event) => [claim(event, objectionAnswered(event))],
    DisputeReported: (event) => [claim(event, disputeReported(event))],
    DisputeEnded: (event) => [claim(event, disputeEnded(event))],
    DoubtRaised: (event) => [claim(event, doubtRaised(event))],
    DoubtSettled: (event) => [claim(event, doubtSettled(event))],
    InterestDeclared: (event) => [claim(event)],
    ApprovedAccidentNamed: (event) => [claim(event)],
    PayoutOrdered: ({ data: { source, payoutId, payee, amountIdr } }) =>
      source.kind === 'CLAIM'
        ? [
            put(claimOfPayout, { payoutId, claimId: source.id }),
            change(claims, source.id, (row) =>
              ordered(row, source.eventId, {
                payoutId,
                payee,
                amountIdr,
                status: 'ORDERED',
                settledOn: null,
                cameBackIdr: ZERO_RUPIAH,
              }),
            ),
          ]
        : [],
    PayoutInstructed: ({ data }) => [payout(data.payoutId, { status: 'INSTRUCTED' })],
    PayoutAccepted: ({ data }) => [payout(data.payoutId, { status: 'ACCEPTED' })],
    PayoutSettled: ({ data: { payoutId, settledOn } }) => [
      payout(payoutId, { status: 'SETTLED', settledOn }),
    ],
    PayoutReturned: ({ data }) => [payout(data.payoutId, { status: 'RETURNED' })],
    PayoutPartReturned: ({ data }) => [partBack(data.payoutId, data.amountIdr)],
    SettledPayoutReturned: ({ data }) => [payout(data.payoutId, { status: 'RETURNED', settledOn: null })],
    PayoutAccountCorrected: ({ data }) => [payout(data.payoutId, { status: 'ACCOUNT_CORRECTED' })],
    PayoutAccountConfirmed: ({ data }) => [payout(data.payoutId, { status: 'ORDERED' })],
    // Those that are ordered instead take its place.
    PayoutRedirected: ({ data }) => [withoutPayout(data.payoutId)],
    PayoutCancelled: ({ data }) => [payout(data.payoutId, { status: 'CANCELLED' })],
  },
});
