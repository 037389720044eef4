import {
  type Contract,
  contract,
  count,
  day,
  id,
  line,
  listOf,
  month,
  oneOf,
  optional,
  rupiahs,
  yesNo,
} from '#publishing/contracts';
import { unpaidIdrOf } from '../domain/arrears.js';
import type { ClaimHeld, ClaimResumed } from '../domain/arrears.events.js';
import { CANCEL_REASONS, type ClaimCancelReason, type ClaimCancelled } from '../domain/claim.events.js';
import {
  CLAIMANTS,
  type ClaimCompleted,
  type ClaimSubmitted,
  type ClaimTakenOver,
  type DocumentsReceived,
  type DocumentsRequested,
} from '../domain/handed-in.events.js';
import { PROGRAMME_CODES } from '../programmes/index.js';

const claimId = id('The claim');
const participantId = id('The worker it is about');

/** The reasons that the first version of the contract names. */
const FORMER_CANCEL_REASONS = ['SETTLED_BY_PAPERS', 'NOBODY_CLAIMS_IT'] as const;

/** The nearest that it names: settled outside of the system. */
const formerReason = (reason: ClaimCancelReason): (typeof FORMER_CANCEL_REASONS)[number] =>
  FORMER_CANCEL_REASONS.find((one) => one === reason) ?? 'SETTLED_BY_PAPERS';

const cancelled = <const Reasons extends readonly string[]>(reasons: Reasons) => ({
  claimId,
  participantId,
  reason: oneOf('Why', reasons),
  cancelledOn: day('Day on which it was given up'),
});

/** How far a claim has got, and whose turn it is. */
export const progressContracts: readonly Contract[] = [
  contract({
    type: 'lindung.claims.claim-submitted.v1',
    from: 'ClaimSubmitted',
    about: 'A claim was handed in.',
    fields: {
      claimId,
      participantId,
      programme: oneOf('Programme', PROGRAMME_CODES),
      office: line('Office that decides'),
      claimant: oneOf('Who claims', CLAIMANTS),
      submittedOn: day('Day it was handed in'),
      eventOn: optional(day('Day of the accident or of the death, which chooses the law')),
      accidentId: optional(id('The accident, of a claim that is for one')),
      projectId: optional(id('The construction project on which the claim rests, if it does')),
      facilityId: optional(id('The PLKK that handed it in')),
    },
    data: ({ data }: ClaimSubmitted) => ({ ...data, eventOn: data.eventDate }),
  }),
  contract({
    type: 'lindung.claims.claim-taken-over.v1',
    from: 'ClaimTakenOver',
    about: 'Somebody else claims from now on: the heir, or the participant again.',
    fields: {
      claimId,
      participantId,
      claimant: oneOf('Who claims now', CLAIMANTS),
      takenOverOn: day('Day'),
    },
    data: ({ data }: ClaimTakenOver) => ({ ...data, takenOverOn: data.effectiveOn }),
  }),
  contract({
    type: 'lindung.claims.documents-requested.v1',
    from: 'DocumentsRequested',
    about: 'Documents are missing: it is the turn of whoever claims, and the time for payment does not run.',
    fields: { claimId, participantId, missing: count('How many are missing'), requestedOn: day('Day') },
    data: ({ data }: DocumentsRequested) => ({
      ...data,
      missing: data.missing.length,
      requestedOn: data.effectiveOn,
    }),
  }),
  contract({
    type: 'lindung.claims.documents-received.v1',
    from: 'DocumentsReceived',
    about: 'Documents were handed in later.',
    fields: { claimId, participantId, received: count('How many'), receivedOn: day('Day') },
    data: ({ data }: DocumentsReceived) => ({
      ...data,
      received: data.documents.length,
      receivedOn: data.effectiveOn,
    }),
  }),
  contract({
    type: 'lindung.claims.claim-completed.v1',
    from: 'ClaimCompleted',
    about: 'All documents are there: the time within which the claim must be paid runs.',
    fields: {
      claimId,
      completedOn: day('Day the documents were complete'),
      payBy: day('Last day on which payment is in time'),
      participantId: optional(participantId),
    },
    data: ({ data }: ClaimCompleted) => data,
  }),
  contract({
    type: 'lindung.claims.claim-held.v1',
    from: 'ClaimHeld',
    about:
      'A claim waits for arrears: notice of the months that have to be paid, what they come to, and until when. The time within which it must be paid stands still.',
    fields: {
      claimId,
      participantId,
      arrears: listOf('The months that were due and unpaid on the day of the event', {
        period: month('Contribution month'),
        amountIdr: rupiahs('Its contribution'),
        isPaid: yesNo('Paid since'),
      }),
      unpaidIdr: rupiahs('What of them is to be paid'),
      settleBy: optional(day('Until when; afterwards the claim may be denied until they are paid')),
      heldSince: optional(day('Since when the time for payment stands still')),
      heldOn: day('Day of this notice'),
    },
    data: ({ data }: ClaimHeld) => ({
      ...data,
      arrears: data.arrears ?? [],
      unpaidIdr: unpaidIdrOf(data.arrears ?? []),
      heldOn: data.effectiveOn,
    }),
  }),
  contract({
    type: 'lindung.claims.claim-resumed.v1',
    from: 'ClaimResumed',
    about:
      'The arrears of a claim are paid, or are to be deducted from it: the time within which it must be paid goes on.',
    fields: {
      claimId,
      resumedOn: day('Day on which the last of the arrears was paid, or their deduction was consented to'),
      payBy: day('Last day on which payment is in time, moved by the working days that the claim was held'),
      participantId: optional(participantId),
    },
    data: ({ data }: ClaimResumed) => data,
  }),
  contract({
    type: 'lindung.claims.claim-cancelled.v1',
    from: 'ClaimCancelled',
    about:
      'A claim was given up that nobody can decide: it is settled outside, or never. v2 names every reason.',
    fields: cancelled(FORMER_CANCEL_REASONS),
    data: ({ data }: ClaimCancelled) => ({
      ...data,
      reason: formerReason(data.reason),
      cancelledOn: data.effectiveOn,
    }),
  }),
  contract({
    type: 'lindung.claims.claim-cancelled.v2',
    from: 'ClaimCancelled',
    about: 'A claim was given up that nobody can decide.',
    fields: cancelled(CANCEL_REASONS),
    data: ({ data }: ClaimCancelled) => ({ ...data, cancelledOn: data.effectiveOn }),
  }),
];
