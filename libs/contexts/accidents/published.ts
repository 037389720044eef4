import { CONCLUSIONS, COVERAGE_STATUSES } from '#law';
import {
  type ContextContracts,
  contextContracts,
  contract,
  day,
  id,
  moment,
  oneOf,
  optional,
  rupiahs,
  yesNo,
} from '#publishing/contracts';
import {
  type AccidentConcluded,
  type AccidentNotified,
  type BillingClosed,
  type CareProvided,
  NOTIFIERS,
  PLACE_KINDS,
  type StageOneReported,
  type StageTwoReported,
} from './domain/accident.events.js';
import type { GuaranteeLetterIssued, PlkkReferralIssued } from './domain/guarantee.events.js';
import type { CareCorrected, NoticeWithdrawn } from './domain/corrections.events.js';
import { AUTHORITIES, type DeterminationIssued } from './domain/determination.events.js';

const accidentId = id('The accident');
const participantId = id('The worker');
/** Later than the first version of some contracts. */
const worker = optional(participantId);

/** A report of stage I or II, and the time within which it had to come. */
const report = {
  accidentId,
  participantId,
  reportedBy: oneOf('Who reported', NOTIFIERS),
  reportedAt: moment('When'),
  dueAt: moment('When the 2 × 24 hours ended'),
  late: yesNo('Later than that'),
};

/**
 * What the world outside may know of accidents: when and in what kind of place, what was reported in time, and what care costs. What
 * happened to the body stays inside, and so do the kind of accident and the form: an occupational disease is health data.
 */
export const accidentsContracts: ContextContracts = contextContracts(
  'accidents',
  ['accident'],
  [
    contract({
      type: 'lindung.accidents.accident-notified.v1',
      from: 'AccidentNotified',
      about: 'Somebody told of a suspected work accident.',
      fields: {
        accidentId,
        participantId,
        placeKind: oneOf('Kind of place', PLACE_KINDS),
        occurredOn: day('Day of the accident'),
        notifiedOn: day('Day of the notice'),
        notifiedBy: optional(oneOf('Who told', NOTIFIERS)),
        employerId: optional(id('The employer at whose work it happened, of a wage earner')),
        projectId: optional(id('The construction project on which it happened')),
        facilityId: optional(id('The PLKK that told')),
      },
      data: ({ data }: AccidentNotified) => ({ ...data, notifiedOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.accidents.stage-one-reported.v1',
      from: 'StageOneReported',
      about: 'Stage I was reported.',
      fields: {
        ...report,
        concludeBy: day('Last day on which it is concluded in time whether it was a work accident'),
        reportedOn: day('Day of the report'),
      },
      data: ({ data }: StageOneReported) => ({ ...data, reportedOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.accidents.stage-two-reported.v1',
      from: 'StageTwoReported',
      about: 'Stage II was reported: it opens the way to the claim.',
      fields: { ...report, reportedOn: day('Day of the report') },
      data: ({ data }: StageTwoReported) => ({ ...data, reportedOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.accidents.plkk-referral-issued.v1',
      from: 'PlkkReferralIssued',
      about: 'A worker was sent to an accident-care centre (PLKK).',
      fields: {
        accidentId,
        participantId,
        facilityId: id('The PLKK'),
        agreementId: id('The agreement that made it one on that day'),
        coverage: oneOf('Cover on the day of the accident', COVERAGE_STATUSES),
        issuedOn: day('Day of the letter'),
      },
      data: ({ data }: PlkkReferralIssued) => ({ ...data, issuedOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.accidents.guarantee-letter-issued.v1',
      from: 'GuaranteeLetterIssued',
      about: 'BPJS promised an accident-care centre (PLKK) to pay for the care.',
      fields: {
        accidentId,
        participantId: worker,
        facilityId: id('The PLKK'),
        basis: oneOf('Covered for sure, or care first', ['COVERED', 'SUSPECTED_CASE']),
        issuedOn: day('Day of the letter'),
      },
      data: ({ data }: GuaranteeLetterIssued) => ({ ...data, issuedOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.accidents.care-invoiced.v1',
      from: 'CareProvided',
      about: 'A stay or course of treatment was invoiced.',
      fields: {
        accidentId,
        participantId: worker,
        facilityId: id('Who gave care'),
        invoiceIdr: rupiahs('Amount of the invoice'),
        billing: oneOf('Paid to the PLKK, or back to who paid it', ['GUARANTEED', 'REIMBURSEMENT']),
        dischargedOn: day('Last day of care'),
      },
      data: ({ data }: CareProvided) => data,
    }),
    contract({
      type: 'lindung.accidents.care-corrected.v1',
      from: 'CareCorrected',
      about: 'The sum of an invoice for care had been recorded wrongly.',
      fields: {
        accidentId,
        participantId,
        facilityId: id('Who gave care'),
        recordedIdr: rupiahs('What had been recorded'),
        invoiceIdr: rupiahs('Amount of the invoice'),
        billing: oneOf('Paid to the PLKK, or back to who paid it', ['GUARANTEED', 'REIMBURSEMENT']),
        correctedOn: day('Day of the correction'),
      },
      data: ({ data }: CareCorrected) => ({ ...data, correctedOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.accidents.notice-withdrawn.v1',
      from: 'NoticeWithdrawn',
      about: 'There was no such accident: its notice was taken back.',
      fields: { accidentId, participantId, withdrawnOn: day('Day') },
      data: ({ data }: NoticeWithdrawn) => ({ ...data, withdrawnOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.accidents.accident-concluded.v1',
      from: 'AccidentConcluded',
      about: 'It was concluded whether this was a work accident.',
      fields: {
        accidentId,
        participantId: worker,
        conclusion: oneOf('What was concluded', CONCLUSIONS),
        late: yesNo('Later than the law allows'),
        concludedOn: day('Day of the conclusion'),
      },
      data: ({ data }: AccidentConcluded) => data,
    }),
    contract({
      type: 'lindung.accidents.determination-issued.v1',
      from: 'DeterminationIssued',
      about: 'An inspector, the Minister or a court determined whether this was a work accident.',
      fields: {
        accidentId,
        participantId,
        by: oneOf('Who determined it: the highest holds, of the same the latest', AUTHORITIES),
        conclusion: oneOf('What was determined', CONCLUSIONS),
        issuedOn: day('Day of the paper'),
      },
      data: ({ data }: DeterminationIssued) => data,
    }),
    contract({
      type: 'lindung.accidents.billing-closed.v1',
      from: 'BillingClosed',
      about: 'The claim was approved with the invoices that were there: what comes later is not paid by it.',
      fields: { accidentId, participantId, claimId: id('The claim'), closedOn: day('Day') },
      data: ({ data }: BillingClosed) => ({ ...data, closedOn: data.effectiveOn }),
    }),
  ],
  {
    AccidentEvidenceReceived: 'papers of a case',
    DoctorStatementIssued: 'health data as a whole',
    FatalOutcomeWithdrawn: 'health data: what a doctor stated',
    BillTaken: 'whose a bill is among accidents; what care costs is told',
    InvoiceBilledApart: 'billing tells of invoices that are paid apart',
    InvoiceGivenUpApart: 'billing tells of invoices that are paid apart',
    InvoiceApprovedApart: 'billing tells of invoices that are paid apart',
    ProvisionalGuaranteeIssued:
      'for some days, until an office answers: what counts then is its guarantee letter',
    GuaranteeNotConfirmed: 'between the office and the facility',
    OtherPayerNamed: 'what others answered of one case; the sums of care say the rest',
    NoticeCorrected: 'the kind of accident and its hour stay inside; the place alone says little',
    RelapseReported: 'health data: the injury came back',
    CareBearerNamed: 'between the office and the facilities',
    InterestNoted: 'who of ours does not work on the case',
    BackDatedNoticeConfirmed: 'it held before; only the claim waits for the second person',
  },
);
