import { day, index, rupiah, table, text, uuid, yesNo, integer, type Table } from '#postgres';
import { TOLD } from './told.js';

/** What claims went through. */
export const claimSteps = table(
  'claimSteps',
  {
    ...TOLD,
    claimId: uuid(),
    step: text<
      | 'SUBMITTED'
      | 'COMPLETED'
      | 'HELD'
      | 'RESUMED'
      | 'APPROVED'
      | 'DIFFERENCE_APPROVED'
      | 'DENIED'
      | 'CANCELLED'
      | 'WITHDRAWN'
      | 'REOPENED'
    >(),
    happenedOn: day(),
    participantId: uuid().nullable(),
    programme: text().nullable(),
    office: text().nullable(),
    amountIdr: rupiah().nullable(),
    payBy: day().nullable(),
    decision: text().nullable(),
  },
  { indexes: [index('claim_steps_of', ['claimId'])] },
);

/** What payments to people, to PLKK and to employers went through. */
export const payoutSteps = table(
  'payoutSteps',
  {
    ...TOLD,
    payoutId: uuid(),
    step: text<'ORDERED' | 'INSTRUCTED' | 'SETTLED' | 'PART_RETURNED' | 'RETURNED' | 'CANCELLED'>(),
    happenedOn: day(),
    participantId: uuid().nullable(),
    /** A claim, a year of a scholarship, or what is paid apart from them: an invoice, or what a payment that came late owes. */
    sourceKind: text().nullable(),
    sourceId: uuid().nullable(),
    payee: text().nullable(),
    programme: text().nullable(),
    amountIdr: rupiah().nullable(),
    /** What of it is care; nothing where an earlier release did not record it. */
    careIdr: rupiah().nullable(),
    reason: text().nullable(),
  },
  { indexes: [index('payout_steps_of', ['payoutId']), index('payout_steps_by_source', ['sourceId'])] },
);

/** What scholarships went through. */
export const scholarshipSteps = table(
  'scholarshipSteps',
  {
    ...TOLD,
    scholarshipId: uuid(),
    step: text<'GRANTED' | 'YEAR_APPROVED' | 'ENDED'>(),
    happenedOn: day(),
    claimId: uuid().nullable(),
    participantId: uuid().nullable(),
    amountIdr: rupiah().nullable(),
  },
  { indexes: [index('scholarship_steps_of', ['scholarshipId'])] },
);

/** What accidents went through. */
export const accidentSteps = table(
  'accidentSteps',
  {
    ...TOLD,
    accidentId: uuid(),
    step: text<'NOTIFIED' | 'CARE_INVOICED' | 'INVOICE_APPROVED' | 'CONCLUDED'>(),
    happenedOn: day(),
    participantId: uuid().nullable(),
    amountIdr: rupiah().nullable(),
    billing: text().nullable(),
    /** Of one that is paid apart from the claim: it may be approved more than once. */
    invoiceId: uuid().nullable(),
    conclusion: text().nullable(),
    /** Who concluded it above BPJS; nothing where BPJS did. */
    authority: text().nullable(),
  },
  { indexes: [index('accident_steps_of', ['accidentId'])] },
);

/** Contributions by programme: what came in, and what was due. One event may tell of several programmes. */
export const contributions = table(
  'contributions',
  {
    ...TOLD,
    programme: text().key(),
    way: text<'RECEIVED' | 'DUE'>(),
    segment: text(),
    /** Who pays: the worker for whom it is, the employer, or the project. */
    payerId: uuid(),
    paymentId: uuid().nullable(),
    /** The day on which the money came, or the first day of the month for which it is due. */
    happenedOn: day(),
    /** Until when it is paid in time; of bills of employers. */
    dueOn: day().nullable(),
    amountIdr: rupiah(),
  },
  { indexes: [index('contributions_of_payment', ['paymentId'])] },
);

/** What a project owes in all by programme, after each change of it: what a change comes to is how much that is more than before. */
export const projectDues = table(
  'projectDues',
  {
    ...TOLD,
    programme: text().key(),
    projectId: uuid(),
    /** The first day of work, or until when the change is paid in time. */
    happenedOn: day(),
    amountIdr: rupiah(),
  },
  { indexes: [index('project_dues_of', ['projectId'])] },
);

/** Claims as they stand, folded from their steps and payments. */
export const claims = table('claims', {
  claimId: uuid().key(),
  participantId: uuid().nullable(),
  programme: text().nullable(),
  office: text().nullable(),
  submittedOn: day().nullable(),
  completedOn: day().nullable(),
  decidedOn: day().nullable(),
  outcome: text<'APPROVED' | 'DENIED' | 'WITHDRAWN' | 'CANCELLED' | 'PENDING'>(),
  decision: text().nullable(),
  /** Working days from the complete papers to the first decision, without those on which the claim was held. */
  decisionDays: integer().nullable(),
  decidedInTime: yesNo().nullable(),
  /** When the last payment of the first decision arrived. */
  settledOn: day().nullable(),
  paymentDays: integer().nullable(),
  settledInTime: yesNo().nullable(),
});

export const MONEY_TABLES: readonly Table[] = [
  claimSteps,
  payoutSteps,
  scholarshipSteps,
  accidentSteps,
  contributions,
  projectDues,
  claims,
];
