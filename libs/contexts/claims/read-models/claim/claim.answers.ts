import { PageOf, TimelineItem, shape, shown, actionsAt, whatCanBeDone } from '#http';
import { CALENDAR_MISSING, RELATIONS } from '#law';
import { ExplanationAnswer } from '#law-queries';
import { DOCUMENT_FAULTS, OPENED_AGAIN_BY, WITHDRAWAL_REASONS } from '../../domain/claim-by-people.events.js';
import { DOUBT_ENDS } from '../../domain/doubt.events.js';
import { LIKENESSES } from '../../domain/likeness.events.js';
import { HEIR_STANDINGS } from '../../domain/heirs.events.js';
import { CLAIM_STATUSES } from '../../domain/claim-status.js';
import { CLAIMANTS, DOCUMENT_KINDS } from '../../domain/handed-in.events.js';
import { PROGRAMME_CODES } from '../../programmes/index.js';
import {
  ReassessmentItem,
  ComponentChangeItem,
  ObjectionItem,
  DisputeItem,
  LateInvoiceItem,
} from './after-decision.answers.js';
import {
  ApprovedPartItem,
  ComponentItem,
  PayoutItem,
  RefusalItem,
  ArrearsMonthItem,
  OwedItem,
  DeductionItem,
  DenialProposalItem,
  SentBackItem,
  DecidedByDelegationItem,
} from './decision.answers.js';
import { WaitingItem, WaitItem, DeterminationItem, InterimItem } from './left-to-people.answers.js';

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

/** A note for whoever works on the claim. */
export class NoteItem extends shape({
  text: shown.text({ nullable: true, description: 'Null when the person was erased' }),
  authorId: shown.text(),
  notedOn: shown.day(),
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
