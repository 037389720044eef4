import {
  aliasTable,
  goesAlone,
  goesOnAs,
  type Change,
  category,
  change,
  changeOf,
  newRow,
  put,
  readModel,
  seenBy,
  sightTable,
  timelineTable,
  via,
} from '#followers';
import type { MergerListEvent } from '#contexts/participants/facts';
import { type EventOf, type Rupiah, maskAccountNumber, opened, rupiah, sumRupiah } from '#kernel';
import {
  type Row,
  day,
  expression,
  index,
  integer,
  json,
  ordering,
  rupiah as money,
  table,
  text,
  uuid,
} from '#postgres';
import type { AccidentEvent } from '#contexts/accidents/facts';
import type { PayoutEvent, PayoutStatus } from '#contexts/payouts/facts';
import type { RecordedEvent } from '#event-store';
import type { ClaimStatus } from '../../domain/claim-status.js';
import type { WithdrawalReason } from '../../domain/claim-by-people.events.js';
import type {
  ArrearsMonth,
  CancelReason,
  ClaimEvent,
  Claimant,
  ClaimantPerson,
  Deduction,
  DocumentKind,
  DocumentReferences,
} from '../../domain/claim.events.js';
import type {
  ArrearsMonthItem,
  ComponentItem,
  DeductionItem,
  DenialProposalItem,
  DocumentItem,
  LateInvoiceItem,
  NoteItem,
  OwedItem,
  PayoutItem,
  ReassessmentItem,
  RefusalItem,
  SentBackItem,
} from './claim.answers.js';

/** A payment of the claim, as its own stream left it. */
type Payment = PayoutItem & {
  readonly status: PayoutStatus;
};

/** A re-assessment, with what stands in the row once its difference is approved. */
type ReassessmentOfRow = ReassessmentItem & {
  readonly found?: Pick<
    ClaimRow,
    'ruleSetVersion' | 'totalIdr' | 'entitledChildren' | 'asked' | 'components'
  >;
};

export const claims = table(
  'claims',
  {
    claimId: uuid().key(),
    programme: text(),
    participantId: uuid(),
    accidentId: uuid().nullable(),
    eventDate: day(),
    office: text(),
    claimant: text<Claimant>(),
    /** Null once the participant's key was destroyed. */
    claimantName: text().nullable(),
    /** Where the claimant is paid; of the number the last digits. Null once the participant's key was destroyed. */
    bank: text().nullable(),
    accountHolder: text().nullable(),
    accountMasked: text().nullable(),
    status: text<ClaimStatus>(),
    submittedOn: day(),
    completedOn: day().nullable(),
    payBy: day().nullable(),
    missing: json<readonly DocumentKind[]>(),
    /** A reference is null once the participant's key was destroyed. */
    documents: json<readonly DocumentItem[]>(),
    assessorId: text().nullable(),
    deciderId: text().nullable(),
    decidedOn: day().nullable(),
    /** Why whoever claims took it back. */
    withdrawalReason: text<WithdrawalReason>().nullable(),
    /** A reason to deny it that a person found; null once that is decided or has ended. */
    denialProposal: json<DenialProposalItem>().nullable(),
    /** The last question of whoever was to decide; null once it is calculated again. */
    sentBack: json<SentBackItem>().nullable(),
    notes: json<readonly NoteItem[]>(),
    waivedDocuments: json<readonly DocumentKind[]>(),
    /** How often it was opened again after it was closed. */
    timesReopened: integer(),
    /** Why it was given up. */
    cancelReason: text<CancelReason>().nullable(),
    ruleSetVersion: text().nullable(),
    totalIdr: money(),
    orderedIdr: money(),
    paidIdr: money(),
    /** Why the law refuses or waits; null when it grants. */
    refusal: json<RefusalItem>().nullable(),
    /** The months that a held claim waits for. */
    arrears: json<readonly ArrearsMonthItem[]>(),
    /** Arrears that are deducted from what the claimant is paid. */
    deduction: json<DeductionItem>().nullable(),
    /** What the employer of a wage earner owes itself. */
    owedByEmployer: json<readonly OwedItem[]>(),
    /** Until when they are asked for. */
    settleBy: day().nullable(),
    /** Since when the service clock stands still. */
    heldSince: day().nullable(),
    entitledChildren: integer(),
    /** Their arithmetic is health data: it tells of the disability. Null once the participant's key was destroyed. */
    components: json<readonly ComponentItem[]>(),
    /** What the law was asked: health data as well. Null before a calculation, and once the participant's key was destroyed. */
    asked: json<Readonly<Record<string, unknown>>>().nullable(),
    /** By payee and id. */
    payouts: json<readonly Payment[]>(),
    lateInvoices: json<readonly LateInvoiceItem[]>(),
    /** Under way after the approval; null when there is none. */
    reassessment: json<ReassessmentOfRow>().nullable(),
    revision: integer(),
  },
  {
    indexes: [
      index('claims_by_submission', ['submittedOn', 'claimId']),
      index('claims_by_urgency', [['payBy', '9999-12-31'], 'claimId']),
      index('claims_by_status', ['status', 'submittedOn', 'claimId']),
      index('claims_by_office', ['office', 'submittedOn', 'claimId']),
      index('claims_by_participant_id', ['participantId', 'submittedOn', 'claimId']),
      index('claims_by_accident_id', ['accidentId', 'submittedOn', 'claimId']),
      index('claims_by_reassessment', [expression('(reassessment is not null)'), 'submittedOn', 'claimId']),
    ],
  },
);

export type ClaimRow = Row<typeof claims>;

/** The oldest first. */
export const BY_SUBMISSION = ordering(claims, ['submittedOn', 'claimId']);

/** What must be paid first comes first; claims whose service clock has not started come last. */
export const BY_URGENCY = ordering(claims, [['payBy', '9999-12-31'], 'claimId']);

/** Which claim a payment is of. Payments of scholarships have no row. */
export const claimOfPayout = table('claimOfPayout', { payoutId: uuid().key(), claimId: uuid() });

/** Which facility sees a claim (that it handed in) or an accident (of its patients, or that it gave notice of). */
export const sight = sightTable();

/** Tells of claims, accidents and payouts. */
export const timeline = timelineTable();

const claim = changeOf(claims, 'claimId');
/** Which ids are one person's. */
const aliases = aliasTable();

const theirMergers = category<MergerListEvent>('merger');

const ownClaims = category<ClaimEvent>('claim');
const payouts = category<PayoutEvent>('payout');
const accidents = category<AccidentEvent>('accident');

/** Where every claim stands, what it comes to, what has been paid, and its story with accident and payouts. */
export const claimReadModel = readModel({
  name: 'claim',
  version: 16,
  own: [ownClaims],
  also: [theirMergers, payouts, accidents],
  tables: { aliases, claimOfPayout, claims, sight, timeline },
  story: [ownClaims, payouts, accidents],
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
      claim(event, {
        claimant: event.data.claimant,
        denialProposal: null,
        ...claimantColumns(opened(event.data.person)),
      }),
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
      claim(event, { ...GOES_ON, ...NOTHING_PROPOSED, status: 'COMPLETE', payBy: event.data.payBy }),
    ],
    SetOffConsented: (event) => [claim(event, received(event))],
    ClaimApproved: (event) => [
      claim(event, {
        ...NOTHING_PROPOSED,
        status: 'APPROVED',
        deciderId: event.data.approverId,
        decidedOn: event.data.effectiveOn,
      }),
    ],
    ClaimDenied: (event) => {
      const { deciderId, effectiveOn, decision, rule, law, article, detail } = event.data;
      const refusal = { decision, rule, law, article, detail };
      return [
        claim(event, { ...NOTHING_PROPOSED, status: 'DENIED', deciderId, decidedOn: effectiveOn, refusal }),
      ];
    },
    ClaimCancelled: (event) => {
      const { deciderId, effectiveOn, reason } = event.data;
      return [
        claim(event, {
          ...NOTHING_PROPOSED,
          status: 'CANCELLED',
          deciderId,
          decidedOn: effectiveOn,
          cancelReason: reason,
        }),
      ];
    },
    ReassessmentOpened: (event) => [
      claim(event, { reassessment: { ...NOT_CALCULATED, openedOn: event.data.effectiveOn } }),
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
        ...NOTHING_PROPOSED,
        status: 'WITHDRAWN',
        decidedOn: event.data.effectiveOn,
        withdrawalReason: event.data.reason,
      }),
    ],
    FurtherDocumentsAsked: (event) => [
      claim(event, ({ waivedDocuments }) => ({
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
          ...NOTHING_PROPOSED,
          status: 'COMPLETE',
          sentBack: { lookAt, deciderId, sentBackOn, question },
        }),
      ];
    },
    ClaimReopened: (event) => [
      claim(event, ({ timesReopened }) => ({
        ...NOTHING_FOUND,
        ...GOES_ON,
        ...NOTHING_PROPOSED,
        assessorId: null,
        completedOn: null,
        payBy: null,
        withdrawalReason: null,
        timesReopened: timesReopened + 1,
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
    ApprovedAccidentNamed: (event) => [claim(event)],
    PayoutOrdered: ({ data: { source, payoutId, payee, amountIdr } }) =>
      source.kind === 'CLAIM'
        ? [
            put(claimOfPayout, { payoutId, claimId: source.id }),
            change(claims, source.id, (row) =>
              withPayout(row, { payoutId, payee, amountIdr, status: 'ORDERED', settledOn: null }),
            ),
          ]
        : [],
    PayoutInstructed: ({ data }) => [payout(data.payoutId, { status: 'INSTRUCTED' })],
    PayoutAccepted: ({ data }) => [payout(data.payoutId, { status: 'ACCEPTED' })],
    PayoutSettled: ({ data: { payoutId, settledOn } }) => [
      payout(payoutId, { status: 'SETTLED', settledOn }),
    ],
    PayoutReturned: ({ data }) => [payout(data.payoutId, { status: 'RETURNED' })],
    PayoutAccountCorrected: ({ data }) => [payout(data.payoutId, { status: 'ACCOUNT_CORRECTED' })],
    PayoutAccountConfirmed: ({ data }) => [payout(data.payoutId, { status: 'ORDERED' })],
    PayoutCancelled: ({ data }) => [payout(data.payoutId, { status: 'CANCELLED' })],
  },
});

type Recorded<Type extends ClaimEvent['type']> = RecordedEvent<EventOf<ClaimEvent, Type>>;

function submitted({ data, revision }: Recorded<'ClaimSubmitted'>): ClaimRow {
  const person = opened(data.person);
  return {
    ...newRow(claims, data),
    ...claimantColumns(person),
    status: 'INCOMPLETE',
    missing: [],
    documents: withReferences(data.documents, person),
    totalIdr: rupiah(0),
    orderedIdr: rupiah(0),
    paidIdr: rupiah(0),
    arrears: [],
    owedByEmployer: [],
    entitledChildren: 0,
    components: [],
    payouts: [],
    lateInvoices: [],
    notes: [],
    waivedDocuments: [],
    timesReopened: 0,
    revision: Number(revision),
  };
}

function claimantColumns(
  person: ClaimantPerson | undefined,
): Pick<ClaimRow, 'claimantName' | 'bank' | 'accountHolder' | 'accountMasked'> {
  if (!person) return { claimantName: null, bank: null, accountHolder: null, accountMasked: null };
  const { bank, holder, number } = person.account;
  return {
    claimantName: person.claimantName,
    bank,
    accountHolder: holder,
    accountMasked: maskAccountNumber(number),
  };
}

function withReferences(
  documents: readonly Pick<DocumentItem, 'kind'>[],
  person: DocumentReferences | undefined,
): DocumentItem[] {
  return documents.map(({ kind }, place) => ({
    kind,
    reference: person?.references[place] ?? null,
    fault: null,
  }));
}

const received =
  ({ data }: Recorded<'DocumentsReceived' | 'SetOffConsented'>) =>
  ({ claimantName, documents }: ClaimRow): Partial<ClaimRow> => {
    // The first shape of DocumentsReceived was not sealed; the submission tells that the person was erased.
    const references = claimantName === null ? undefined : opened(data.person);
    return {
      denialProposal: null,
      documents: [...documents, ...withReferences(data.documents, references)],
    };
  };

/** What was handed in or calculated since ends a proposal and answers a question. */
const NOTHING_PROPOSED: Partial<ClaimRow> = { denialProposal: null, sentBack: null };

function refusedIn(
  documents: readonly DocumentItem[],
  { kind, fault }: Recorded<'DocumentRefused'>['data'],
): DocumentItem[] {
  return documents.map((document) =>
    document.kind === kind && document.fault === null ? { ...document, fault } : document,
  );
}

/** What was calculated before holds no more. */
const NOTHING_FOUND: Partial<ClaimRow> = {
  ruleSetVersion: null,
  totalIdr: rupiah(0),
  deduction: null,
  owedByEmployer: [],
  entitledChildren: 0,
  components: [],
  asked: null,
};

/** Nothing is waited for; one that was denied for its arrears is open again. */
const GOES_ON: Partial<ClaimRow> = {
  deciderId: null,
  decidedOn: null,
  arrears: [],
  settleBy: null,
  heldSince: null,
  refusal: null,
};

const calculated = ({ data }: Recorded<'BenefitCalculated'>): Partial<ClaimRow> => ({
  ...NOTHING_PROPOSED,
  status: 'CALCULATED',
  ...(data.eventDate && { eventDate: data.eventDate }),
  ...GOES_ON,
  assessorId: data.assessorId,
  refusal: data.refusal ?? null,
  deduction: data.deduction ? deductionItem(data.deduction) : null,
  owedByEmployer: [...(data.owedByEmployer ?? [])],
  ...foundBy(data),
});

const deductionItem = ({ arrears, ...line }: Deduction): DeductionItem => ({
  ...line,
  months: arrears.map(({ period }) => period),
});

function lessGivenBack(
  deduction: DeductionItem | null,
  givenBack: readonly ArrearsMonth[] = [],
): DeductionItem | null {
  if (!deduction) return null;
  const returned = givenBack.map(({ period }) => period);
  const amountIdr = rupiah(deduction.amountIdr - sumRupiah(givenBack.map((one) => one.amountIdr)));
  const months = deduction.months.filter((month) => !returned.includes(month));
  return { ...deduction, amountIdr, months };
}

const NOT_CALCULATED = { assessorId: null, approvedIdr: null, differenceIdr: null };

/** Where nothing more is due, it ends there. */
function reassessed({ data }: Recorded<'BenefitReassessed'>) {
  const { assessorId, approvedIdr, differenceIdr, effectiveOn } = data;
  return (row: ClaimRow): Partial<ClaimRow> => {
    const openedOn = row.reassessment?.openedOn ?? effectiveOn;
    // Where only a deduction is given back, the benefit stands as it was calculated.
    const found = opened(data.health)?.arithmetic.length === 0 ? {} : { found: foundBy(data) };
    return differenceIdr > 0 || data.entitledChildren.length > row.entitledChildren
      ? { reassessment: { openedOn, assessorId, approvedIdr, differenceIdr, ...found } }
      : { reassessment: null };
  };
}

function foundBy(data: Recorded<'BenefitCalculated' | 'BenefitReassessed'>['data']) {
  const health = opened(data.health);
  const arithmetic = health?.arithmetic;
  return {
    ruleSetVersion: data.ruleSetVersion,
    totalIdr: data.totalIdr,
    entitledChildren: data.entitledChildren.length,
    asked: health?.inputs ?? null,
    components: data.components.map(({ code, amountIdr, law, article, payee }, line) => ({
      code,
      amountIdr,
      law,
      article,
      payee,
      arithmetic: arithmetic?.[line]?.arithmetic ?? null,
    })),
  };
}

/** Moves a payment of a claim on. Payments of scholarships are of none, and change nothing. */
function payout(payoutId: string, moved: Partial<Payment>): Change {
  return change(
    claims,
    via(claimOfPayout, payoutId, ({ claimId }) => claimId),
    (row) => {
      const known = row.payouts.find((one) => one.payoutId === payoutId);
      return known ? withPayout(row, { ...known, ...moved }) : row;
    },
  );
}

/** Where payment stands follows from all payments of the claim. */
function withPayout(row: ClaimRow, moved: Payment): ClaimRow {
  const others = row.payouts.filter(({ payoutId }) => payoutId !== moved.payoutId);
  const payouts = [...others, moved].sort((one, other) =>
    one.payee === other.payee ? compare(one.payoutId, other.payoutId) : compare(one.payee, other.payee),
  );
  return withStatus({ ...row, payouts });
}

function withStatus(row: ClaimRow): ClaimRow {
  const { payouts: all, totalIdr, deduction } = row;
  const payableIdr = rupiah(totalIdr - (deduction?.amountIdr ?? 0));
  const settled = all.filter(({ status }) => status === 'SETTLED');
  const paidIdr = sumRupiah(settled.map(({ amountIdr }) => amountIdr));
  const cancelled = all.filter(({ status }) => status === 'CANCELLED');
  const cancelledIdr = sumRupiah(cancelled.map(({ amountIdr }) => amountIdr));
  return {
    ...row,
    orderedIdr: sumRupiah(all.map(({ amountIdr }) => amountIdr)),
    paidIdr,
    status: all.length > 0 ? paymentStatus(payableIdr, all, paidIdr, cancelledIdr) : row.status,
  };
}

function paymentStatus(
  payableIdr: Rupiah,
  payments: readonly Payment[],
  paidIdr: Rupiah,
  cancelledIdr: Rupiah,
): ClaimStatus {
  if (payments.some(({ status }) => status === 'RETURNED')) return 'PAYMENT_RETURNED';
  if (paidIdr === payableIdr) return 'PAID';
  return paidIdr + cancelledIdr === payableIdr ? 'PAYMENT_CANCELLED' : 'PAYMENT_ORDERED';
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
