import { PageOf, TimelineItem, shape, shown, actionsAt, whatCanBeDone } from '#http';
import { CALENDAR_MISSING, RELATIONS } from '#law';
import { ExplanationAnswer } from '#law-queries';
import {
  DENIAL_REASONS,
  DOCUMENT_FAULTS,
  OPENED_AGAIN_BY,
  SENT_BACK_FOR,
  WITHDRAWAL_REASONS,
} from '../../domain/claim-by-people.events.js';
import { DOUBT_ENDS } from '../../domain/doubt.events.js';
import { LIKENESSES } from '../../domain/likeness.events.js';
import { HEIR_STANDINGS } from '../../domain/heirs.events.js';
import { CLAIM_STATUSES } from '../../domain/claim-status.js';
import { DETERMINATION_GROUNDS, WAIT_ENDS, WAIT_REASONS } from '../../domain/left-to-people.events.js';
import { OWED_GROUNDS, PAYEES } from '../../domain/claim.events.js';
import { PART_STANDINGS } from '../../domain/decision.events.js';
import { CLAIMANTS, DOCUMENT_KINDS } from '../../domain/handed-in.events.js';
import { DISPUTE_ENDS, DISPUTE_OUTCOMES, OBJECTION_ANSWERS } from '../../domain/after-decision.events.js';
import { PROGRAMME_CODES } from '../../programmes/index.js';

/** What may be due beside what was approved, until a second person approves it. */
export class ReassessmentItem extends shape({
  openedOn: shown.day(),
  assessorId: shown.text({ nullable: true, description: 'Null until somebody calculated it' }),
  approvedIdr: shown.rupiah({ nullable: true, description: 'What had been approved for payment by then' }),
  differenceIdr: shown.rupiah({ nullable: true, description: 'What is due beside it' }),
  ground: shown.code(OPENED_AGAIN_BY, {
    nullable: true,
    description: 'Why everything is computed anew; null where only a receipt may make it more',
  }),
  paidTooMuchIdr: shown.rupiah({ description: 'What is due no more, though it was approved' }),
  scholarshipsEnding: shown.number({
    description: 'Children who had a right to a scholarship by the claim, and have none by this',
  }),
}) {}

/** What a component comes to now, beside what had been approved of it. */
export class ComponentChangeItem extends shape({
  code: shown.text(),
  approvedIdr: shown.rupiah(),
  dueIdr: shown.rupiah(),
}) {}

/** A component of which less was approved than was calculated. */
export class ApprovedPartItem extends shape({
  code: shown.text(),
  calculatedIdr: shown.rupiah(),
  approvedIdr: shown.rupiah(),
  standing: shown.code(PART_STANDINGS, {
    description: 'CUT: the rest is refused; OPEN: it is looked at again',
  }),
  reason: shown.text({ nullable: true, description: 'Null when the person was erased' }),
}) {}

/** Somebody does not accept a decision. */
export class ObjectionItem extends shape({
  decidedOn: shown.day({ description: 'Day of the decision that it is against' }),
  raisedOn: shown.day(),
  answerBy: shown.day(),
  recorderId: shown.text(),
  grounds: shown.text({ nullable: true, description: 'Null when the person was erased' }),
  letter: shown.text({ nullable: true, description: 'Null when the person was erased' }),
  answer: shown.code(OBJECTION_ANSWERS, { nullable: true, description: 'Null until somebody answers' }),
  answererId: shown.text({ nullable: true }),
  answeredOn: shown.day({ nullable: true }),
  reason: shown.text({ nullable: true }),
  overtakenOn: shown.day({
    nullable: true,
    description:
      'Since when nobody answers it any more: the claim was opened again, and its next decision is the answer',
  }),
}) {}

/** Somebody says after the approval that they inherit. */
export class DisputeItem extends shape({
  since: shown.day({ description: 'Since when no heir is paid' }),
  until: shown.day({ description: 'Until when they may agree or bring a judgment' }),
  reporterId: shown.text(),
  words: shown.text({ nullable: true, description: 'Null when the person was erased' }),
  evidence: shown.text({ nullable: true, description: 'Null when the person was erased' }),
  how: shown.code(DISPUTE_ENDS, {
    nullable: true,
    description: 'Null while it is open, and where it ended because the participant lives after all',
  }),
  outcome: shown.code(DISPUTE_OUTCOMES, { nullable: true }),
  endedOn: shown.day({ nullable: true, description: 'Null while it is open' }),
  enderId: shown.text({ nullable: true }),
  answer: shown.text({ nullable: true, description: 'What was agreed or judged' }),
  shownBy: shown.text({ nullable: true }),
}) {}

/** One claim in the worklist: no personal data. */
export class ClaimSummary extends shape({
  claimId: shown.uuid(),
  programme: shown.code(PROGRAMME_CODES),
  status: shown.code(CLAIM_STATUSES),
  participantId: shown.uuid({ nullable: true, description: 'Null for reporting' }),
  accidentId: shown.uuid({ nullable: true }),
  eventDate: shown.day({ description: 'Day of the accident or of the death; chooses the law' }),
  office: shown.text(),
  submittedOn: shown.day(),
  payBy: shown.day({
    nullable: true,
    description:
      'Last day on which payment is in time; moved by the working days that the claim was held for arrears, once it goes on',
  }),
  calendar: shown.code([CALENDAR_MISSING], {
    nullable: true,
    description:
      'Where days off of the year of `payBy` are not decreed yet: it may turn out later. Otherwise null',
  }),
  overdue: shown.yesNo({ description: 'Neither closed nor held, and the last day for payment has passed' }),
  ageDays: shown.number({ description: 'Days since it was submitted' }),
  totalIdr: shown.rupiah(),
  paidIdr: shown.rupiah({ description: 'What has arrived, less what came back since' }),
  reassessment: shown.nested(() => ReassessmentItem, {
    nullable: true,
    description: 'More or less may be due than was approved: it is computed anew',
  }),
}) {}

export class ClaimPage extends PageOf(ClaimSummary) {}

export class ComponentItem extends shape({
  code: shown.text(),
  amountIdr: shown.rupiah(),
  law: shown.text(),
  article: shown.text(),
  payee: shown.code(PAYEES),
  arithmetic: shown.text({ nullable: true, example: '4% × 80 × 1,000,000 = 3,200,000' }),
}) {}

export class PayoutItem extends shape({
  payoutId: shown.uuid(),
  payee: shown.text(),
  amountIdr: shown.rupiah(),
  status: shown.text(),
  settledOn: shown.day({ nullable: true }),
  cameBackIdr: shown.rupiah({ description: 'What of it came back although the payment stands' }),
}) {}

export class RefusalItem extends shape({
  decision: shown.text({ example: 'REJECTED_INACTIVE' }),
  rule: shown.text({ description: 'Name of the rule that refused' }),
  law: shown.text(),
  article: shown.text(),
  detail: shown.text({ description: 'Plain words' }),
}) {}

export class ArrearsMonthItem extends shape({
  period: shown.month(),
  amountIdr: shown.rupiah({ description: 'At the tariff and with the relief of that month' }),
  isPaid: shown.yesNo({ description: 'Had been paid when the claim was held' }),
}) {}

/** What the employer of a wage earner owes itself: BPJS does not pay it, and it is no part of the sum. */
export class OwedItem extends shape({
  employerId: shown.uuid(),
  code: shown.text(),
  amountIdr: shown.rupiah(),
  ground: shown.code(OWED_GROUNDS),
  reimbursable: shown.yesNo({
    description: 'BPJS pays it back to the employer, after what the ground asks for',
  }),
  law: shown.text(),
  article: shown.text(),
}) {}

/** A line beside the components: what the claimant is paid is so much less. */
export class DeductionItem extends shape({
  amountIdr: shown.rupiah(),
  law: shown.text(),
  article: shown.text(),
  months: shown.month({ each: true, description: 'The months in arrears that count as paid by it' }),
}) {}

export class DocumentItem extends shape({
  kind: shown.code(DOCUMENT_KINDS),
  reference: shown.text({ nullable: true, description: 'Null when the person was erased' }),
  paperId: shown.uuid({
    nullable: true,
    description:
      'The file of it: `GET /papers/{paperId}/file` of the command API; null where none was handed in',
  }),
  fault: shown.code(DOCUMENT_FAULTS, {
    nullable: true,
    description: 'Why it does not count; null where it counts',
  }),
}) {}

/** A reason to deny the claim that a person found, and that a supervisor has not decided yet. */
export class DenialProposalItem extends shape({
  reason: shown.code(DENIAL_REASONS),
  grounds: shown.text({ nullable: true, description: 'In words; null when the person was erased' }),
  evidence: shown.text({ nullable: true, description: 'What shows it; null when the person was erased' }),
  proposerId: shown.text(),
  proposedOn: shown.day(),
}) {}

/** What whoever was to decide asked of whoever calculated. */
export class SentBackItem extends shape({
  lookAt: shown.code(SENT_BACK_FOR),
  question: shown.text({ nullable: true, description: 'Null when the person was erased' }),
  deciderId: shown.text(),
  sentBackOn: shown.day(),
}) {}

/** Whose office somebody decided for, and by which delegation of it. */
export class DecidedByDelegationItem extends shape({
  delegationId: shown.uuid(),
  office: shown.text(),
}) {}

/** Who inherits, and where whoever is paid has an account. */
export class ClaimHeirItem extends shape({
  heirId: shown.uuid(),
  relation: shown.code(RELATIONS),
  standing: shown.code(HEIR_STANDINGS),
  parts: shown.number({ nullable: true, description: 'Of all parts; null of whoever is not paid' }),
  throughGuardian: shown.yesNo({ description: 'A minor, who is paid through a guardian' }),
  name: shown.text({ nullable: true, description: 'Null when the person was erased' }),
  guardianName: shown.text({ nullable: true }),
  bank: shown.text({ nullable: true }),
  holder: shown.text({ nullable: true }),
  numberMasked: shown.text({ nullable: true, example: '****7890' }),
  holderIsPayee: shown.yesNo({
    nullable: true,
    description: 'Whether the account is in the name of whoever is paid, by `isSameName` of the kernel',
  }),
  diedOn: shown.day({ nullable: true, description: 'Of whoever had died before it was recorded' }),
  letter: shown.text({
    nullable: true,
    description: 'The power of attorney, the waiver, or the certificate of death, of whoever is not paid',
  }),
  shareWaits: shown.yesNo({
    description: 'They have died, and it is still to be recorded who takes their share: the others are paid',
  }),
}) {}

/** For whom a claim waits. */
export class WaitingItem extends shape({
  reason: shown.code(WAIT_REASONS),
  since: shown.day({ description: 'Since when the service clock stands still' }),
  until: shown.day({ description: 'Until when an answer is awaited' }),
  askerId: shown.text(),
  question: shown.text({ nullable: true, description: 'Null when the person was erased' }),
}) {}

/** What a claim waited for before. */
export class WaitItem extends shape({
  reason: shown.code(WAIT_REASONS),
  how: shown.code(WAIT_ENDS),
  since: shown.day(),
  endedOn: shown.day(),
  enderId: shown.text(),
  question: shown.text({ nullable: true }),
  answer: shown.text({ nullable: true }),
  evidence: shown.text({ nullable: true }),
}) {}

/** What a person said is due, in place of the calculation. */
export class DeterminationItem extends shape({
  ground: shown.code(DETERMINATION_GROUNDS),
  insteadOf: shown.text({ description: 'What the law was found to say' }),
  determinedOn: shown.day(),
  reason: shown.text({ nullable: true, description: 'Null when the person was erased' }),
  evidence: shown.text({ nullable: true, description: 'Null when the person was erased' }),
}) {}

/** A note for whoever works on the claim. */
export class NoteItem extends shape({
  text: shown.text({ nullable: true, description: 'Null when the person was erased' }),
  authorId: shown.text(),
  notedOn: shown.day(),
}) {}

/** An invoice for care that the approval does not contain. */
export class LateInvoiceItem extends shape({
  facilityId: shown.uuid(),
  invoiceNumber: shown.text(),
  invoiceIdr: shown.rupiah(),
  notedOn: shown.day(),
}) {}

/** What is paid for a time of incapacity before the end of the treatment. */
export class InterimItem extends shape({
  unableFrom: shown.day({
    nullable: true,
    description: 'Null once it was erased, and where health data is not shown',
  }),
  unableUntil: shown.day({ nullable: true }),
  totalIdr: shown.rupiah(),
  assessorId: shown.text(),
  calculatedOn: shown.day(),
  standing: shown.code(['CALCULATED', 'APPROVED', 'NOT_APPROVED']),
  deciderId: shown.text({ nullable: true }),
  decidedOn: shown.day({ nullable: true }),
  paidIdr: shown.rupiah({ description: 'What of it has arrived, less what came back since' }),
}) {}

/** One event in the story of the claim, its accident and its payouts. */
export class ClaimTimelineItem extends shape(
  {
    of: shown.code(['claim', 'accident', 'payout']),
    delegation: shown.nested(() => DecidedByDelegationItem, {
      nullable: true,
      description: 'By which delegation somebody decided it for another office than theirs',
    }),
  },
  TimelineItem,
) {}

/** Whoever approves sees to whom the money goes, and no more of the number than tells accounts apart. */
export class ClaimAccount extends shape({
  bank: shown.text(),
  holder: shown.text(),
  numberMasked: shown.text({ example: '****7890' }),
}) {}

/**
 * `HOLDER_IS_NOT_CLAIMANT`, `HOLDER_IS_NOT_HEIR`: the account of whoever claims, or of an heir who is paid, is somebody else's, by
 * `isSameName` of the kernel. `DOCUMENT_DOUBTFUL`, `DOCUMENT_NOT_GENUINE`: somebody found so of a document; which one stands with the
 * documents.
 */
export const CLAIM_WARNINGS = [
  'HOLDER_IS_NOT_CLAIMANT',
  'HOLDER_IS_NOT_HEIR',
  'DOCUMENT_DOUBTFUL',
  'DOCUMENT_NOT_GENUINE',
  'DEATH_CERTIFICATE_OF_ANOTHER_CLAIM',
  'ACCOUNT_OF_ANOTHER_CLAIM',
  'CONTACT_OF_ANOTHER_CLAIM',
] as const;

/** What two claims for two deaths have in common. */
export class AlikeItem extends shape({
  of: shown.code(LIKENESSES),
  claimId: shown.uuid({ description: 'The other claim' }),
}) {}

/** Something was found that concerns the claim: nothing is approved of it before somebody has said what to make of that. */
export class DoubtItem extends shape({
  findingId: shown.uuid({
    description:
      'Supervisors and auditors read it: GET /findings/{findingId}; of what is `alike` there is none',
  }),
  alike: shown.nested(() => AlikeItem, {
    nullable: true,
    description:
      'What another claim, for the death of somebody else, names as well; null where a rule found it',
  }),
  matterId: shown.uuid({
    nullable: true,
    description:
      'What was found of one matter is answered together, such as of an account that one claim after the other names',
  }),
  ground: shown.code(OPENED_AGAIN_BY, {
    nullable: true,
    description:
      'What people said of the claim while it was open: an agreement about a complaint, whose id `findingId` is, or an error found in a sample. Null where a rule found it',
  }),
  raisedOn: shown.day(),
  how: shown.code(DOUBT_ENDS, {
    nullable: true,
    description: 'How it ended; null while it holds the claim up',
  }),
  settlerId: shown.text({ nullable: true }),
  settledOn: shown.day({ nullable: true }),
  words: shown.text({ nullable: true }),
  evidence: shown.text({ nullable: true }),
}) {}

/** Everything the read model knows of one claim. */
export class ClaimDetail extends shape(
  {
    revision: shown.revision(),
    actions: actionsAt('/claims/0b4f…'),
    whatCanBeDone,
    claimant: shown.code(CLAIMANTS),
    claimantName: shown.text({ nullable: true }),
    account: shown.nested(() => ClaimAccount, {
      nullable: true,
      description: 'Where the claimant is to be paid; null when the person was erased',
    }),
    warnings: shown.code(CLAIM_WARNINGS, {
      each: true,
      description:
        'What whoever decides should look at. Of another claim: `doubts` say of which, and it is approved once each is answered',
    }),
    completedOn: shown.day({ nullable: true }),
    assessorId: shown.text({ nullable: true }),
    deciderId: shown.text({ nullable: true }),
    decidedByDelegation: shown.nested(() => DecidedByDelegationItem, {
      nullable: true,
      description: 'By which delegation they decided it; null where the office is theirs, or below theirs',
    }),
    decidedOn: shown.day({ nullable: true }),
    cancelReason: shown.text({ nullable: true, description: 'Why the claim was given up' }),
    withdrawalReason: shown.code(WITHDRAWAL_REASONS, {
      nullable: true,
      description: 'Why whoever claims took it back',
    }),
    timesReopened: shown.number({ description: 'How often it was opened again after it was closed' }),
    denialProposal: shown.nested(() => DenialProposalItem, { nullable: true }),
    endorsedBy: shown.text({
      each: true,
      description: 'Who has approved it, or the difference, where the sum takes several persons',
    }),
    sentBack: shown.nested(() => SentBackItem, {
      nullable: true,
      description: 'The question with which it was sent back; null once it is calculated again',
    }),
    doubts: shown.nested(() => DoubtItem, {
      each: true,
      description: 'What was found that concerns it: while one is open, nothing of it is approved',
    }),
    heirs: shown.nested(() => ClaimHeirItem, { each: true }),
    heirsAreWanted: shown.yesNo({
      description:
        'Somebody has to record who inherits what was approved: whoever was to be paid has died, or a dispute ended otherwise',
    }),
    waiting: shown.nested(() => WaitingItem, { nullable: true, description: 'For whom it waits' }),
    paymentsStopped: shown.nested(() => WaitingItem, {
      nullable: true,
      description:
        'Before whose answer nothing is paid, while it waits for something else or documents are missing',
    }),
    waits: shown.nested(() => WaitItem, { each: true, description: 'What it waited for before' }),
    determination: shown.nested(() => DeterminationItem, { nullable: true }),
    notes: shown.nested(() => NoteItem, { each: true }),
    ruleSetVersion: shown.text({ nullable: true }),
    orderedIdr: shown.rupiah(),
    refusal: shown.nested(() => RefusalItem, { nullable: true }),
    arrears: shown.nested(() => ArrearsMonthItem, {
      each: true,
      description: 'The months that a held claim waits for: all of them have to be paid, and no other',
    }),
    arrearsIdr: shown.rupiah({ description: 'What of them was unpaid when the claim was held' }),
    heldSince: shown.day({ nullable: true, description: 'Since when the service clock stands still' }),
    deduction: shown.nested(() => DeductionItem, {
      nullable: true,
      description: 'Arrears that are deducted with the consent of whoever is paid; `totalIdr` is the benefit',
    }),
    owedByEmployer: shown.nested(() => OwedItem, {
      each: true,
      description:
        'What the employer owes beside what BPJS pays, or in its place; the family sees the sum and whom to ask',
    }),
    owedByEmployerIdr: shown.rupiah({ description: 'What it comes to; no part of `totalIdr`' }),
    settleBy: shown.day({
      nullable: true,
      description: 'Until when the arrears are asked for; then the claim may be denied until they are paid',
    }),
    entitledChildren: shown.number({ description: 'Children who may get a scholarship through this claim' }),
    missing: shown.code(DOCUMENT_KINDS, { each: true }),
    waivedDocuments: shown.code(DOCUMENT_KINDS, { each: true, description: 'Not asked for any more' }),
    documents: shown.nested(() => DocumentItem, { each: true }),
    components: shown.nested(() => ComponentItem, { each: true }),
    parts: shown.nested(() => ApprovedPartItem, { each: true, description: 'What was approved in part' }),
    changes: shown.nested(() => ComponentChangeItem, {
      each: true,
      description:
        'Of each component what had been approved and what is due, by the last re-assessment that had a ground',
    }),
    objections: shown.nested(() => ObjectionItem, { each: true, description: 'The oldest first' }),
    disputes: shown.nested(() => DisputeItem, {
      each: true,
      description: 'Of heirs, about what was approved; the oldest first',
    }),
    payouts: shown.nested(() => PayoutItem, { each: true }),
    interims: shown.nested(() => InterimItem, {
      each: true,
      description: 'What was paid before the end of the treatment; no part of `totalIdr`',
    }),
    lateInvoices: shown.nested(() => LateInvoiceItem, {
      each: true,
      description:
        'Invoices that came after the approval: nothing pays them yet, a person has to settle them',
    }),
    timeline: shown.nested(() => ClaimTimelineItem, { each: true }),
  },
  ClaimSummary,
) {}

/** Why a claim was calculated as it was, worked out again from what the law was asked then. */
export class ClaimExplanationAnswer extends shape({
  claimId: shown.uuid(),
  ruleSetVersion: shown.text({ description: 'The rule set of the calculation' }),
  totalIdr: shown.rupiah({ description: 'As it was calculated and recorded' }),
  agrees: shown.yesNo({
    description:
      'The explanation comes to the recorded total by the recorded rule set; false after a corrected table',
  }),
  explanation: shown.nested(() => ExplanationAnswer),
}) {}
