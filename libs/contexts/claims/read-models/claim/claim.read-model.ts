import type { AccidentEvent } from '#contexts/accidents/facts';
import type { PayoutEvent } from '#contexts/payouts/facts';
import type { RecordedEvent } from '#event-store';
import { type Change, category, change, put, readModel, via } from '#followers';
import { type EventOf, opened, rupiah, sumRupiah } from '#kernel';
import type { ClaimEvent, DocumentReferences } from '../../domain/claim.events.js';
import {
  type ClaimRow,
  type StoredDocument,
  type StoredPayout,
  claimOfPayout,
  claims,
  timeline,
} from './claim.tables.js';

const ownClaims = category<ClaimEvent>('claim');
const payouts = category<PayoutEvent>('payout');
const accidents = category<AccidentEvent>('accident');

/** Where every claim stands, what it comes to, what has been paid, and its story with accident and payouts. */
export const claimReadModel = readModel({
  name: 'claim',
  version: 4,
  own: [ownClaims],
  also: [payouts, accidents],
  tables: { claimOfPayout, claims, timeline },
  story: [ownClaims, payouts, accidents],
  on: {
    ClaimSubmitted: (event) => [put(claims, submitted(event))],
    ClaimTakenOver: (event) => [
      claim(event, () => ({
        claimant: event.data.claimant,
        claimantName: opened(event.data.person)?.claimantName ?? null,
      })),
    ],
    DocumentsRequested: (event) => [
      claim(event, () => ({ status: 'INCOMPLETE', missing: event.data.missing })),
    ],
    DocumentsReceived: (event) => [
      claim(event, ({ claimantName, documents }) => {
        const { documents: received, person } = event.data;
        // The first shape of this event was not sealed; the submission tells that the person was erased.
        const references = claimantName === null ? undefined : opened(person);
        return { documents: [...documents, ...withReferences(received, references)] };
      }),
    ],
    ClaimCompleted: (event) => [
      claim(event, () => ({
        status: 'COMPLETE',
        missing: [],
        completedOn: event.data.completedOn,
        payBy: event.data.payBy,
      })),
    ],
    BenefitCalculated: (event) => [claim(event, () => calculated(event))],
    ClaimHeld: (event) => [
      claim(event, () => {
        const { assessorId, reason, law, article, detail } = event.data;
        const refusal = { decision: reason, rule: 'arrears-are-settled', law, article, detail };
        return { status: 'HELD', assessorId, refusal };
      }),
    ],
    ClaimApproved: (event) => [
      claim(event, () => ({
        status: 'APPROVED',
        deciderId: event.data.approverId,
        decidedOn: event.data.effectiveOn,
      })),
    ],
    ClaimDenied: (event) => [
      claim(event, () => {
        const { deciderId, effectiveOn, decision, rule, law, article, detail } = event.data;
        const refusal = { decision, rule, law, article, detail };
        return { status: 'DENIED', deciderId, decidedOn: effectiveOn, refusal };
      }),
    ],
    InvoiceCameLate: (event) => [
      claim(event, ({ lateInvoices }) => {
        const { facilityId, invoiceNumber, invoiceIdr, effectiveOn: notedOn } = event.data;
        return { lateInvoices: [...lateInvoices, { facilityId, invoiceNumber, invoiceIdr, notedOn }] };
      }),
    ],
    ApprovedAccidentNamed: (event) => [claim(event, () => ({}))],
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
    PayoutAccountCorrected: ({ data }) => [payout(data.payoutId, { status: 'ORDERED' })],
  },
});

type Recorded<Type extends ClaimEvent['type']> = RecordedEvent<EventOf<ClaimEvent, Type>>;

/** Changes the claim that the event is about. */
function claim(
  { data, revision }: RecordedEvent<ClaimEvent>,
  columns: (row: ClaimRow) => Partial<ClaimRow>,
): Change {
  return change(claims, data.claimId, (row) => ({ ...row, ...columns(row), revision: Number(revision) }));
}

function submitted({ data, revision }: Recorded<'ClaimSubmitted'>): ClaimRow {
  const person = opened(data.person);
  return {
    claimId: data.claimId,
    programme: data.programme,
    participantId: data.participantId,
    accidentId: data.accidentId ?? null,
    eventDate: data.eventDate,
    office: data.office,
    claimant: data.claimant,
    claimantName: person?.claimantName ?? null,
    status: 'INCOMPLETE',
    submittedOn: data.submittedOn,
    completedOn: null,
    payBy: null,
    missing: [],
    documents: withReferences(data.documents, person),
    assessorId: null,
    deciderId: null,
    decidedOn: null,
    ruleSetVersion: null,
    totalIdr: rupiah(0),
    orderedIdr: rupiah(0),
    paidIdr: rupiah(0),
    refusal: null,
    entitledChildren: 0,
    components: [],
    payouts: [],
    lateInvoices: [],
    revision: Number(revision),
  };
}

function withReferences(
  documents: readonly Pick<StoredDocument, 'kind'>[],
  person: DocumentReferences | undefined,
): StoredDocument[] {
  return documents.map(({ kind }, place) => ({ kind, reference: person?.references[place] ?? null }));
}

function calculated({ data }: Recorded<'BenefitCalculated'>): Partial<ClaimRow> {
  const arithmetic = opened(data.health)?.arithmetic;
  return {
    status: 'CALCULATED',
    assessorId: data.assessorId,
    ruleSetVersion: data.ruleSetVersion,
    totalIdr: data.totalIdr,
    refusal: data.refusal ?? null,
    entitledChildren: data.entitledChildren.length,
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
function payout(payoutId: string, moved: Partial<StoredPayout>): Change {
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
function withPayout(row: ClaimRow, moved: StoredPayout): ClaimRow {
  const others = row.payouts.filter(({ payoutId }) => payoutId !== moved.payoutId);
  const all = [...others, moved].sort((one, other) =>
    one.payee === other.payee ? compare(one.payoutId, other.payoutId) : compare(one.payee, other.payee),
  );
  const settled = all.filter(({ status }) => status === 'SETTLED');
  const paidIdr = sumRupiah(settled.map(({ amountIdr }) => amountIdr));
  const isReturned = all.some(({ status }) => status === 'RETURNED');
  return {
    ...row,
    payouts: all,
    orderedIdr: sumRupiah(all.map(({ amountIdr }) => amountIdr)),
    paidIdr,
    status: isReturned ? 'PAYMENT_RETURNED' : paidIdr === row.totalIdr ? 'PAID' : 'PAYMENT_ORDERED',
  };
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
