import type { InvoiceApproved } from '#contexts/billing/facts';
import {
  type ApprovedPayment,
  type ClaimEvent,
  arithmeticOf,
  isComputed,
  lawGave,
} from '#contexts/claims/facts';
import type { ScholarshipYearApproved } from '#contexts/scholarships/facts';
import type { RecordedEvent } from '#event-store';
import { type Change, category, change, foldBeside, put, readModel, via } from '#followers';
import { type DomainEvent, type EventOf, type LocalDate, delegationIn, opened } from '#kernel';
import type { PayoutEvent } from '../../domain/payout.events.js';
import {
  type ApprovedLess,
  type CaseRow,
  type DecisionRow,
  type FoundBenefit,
  type Step,
  cases,
  decisions,
  payments,
} from './explanation.tables.js';

type OfClaim<Type extends ClaimEvent['type']> = RecordedEvent<EventOf<ClaimEvent, Type>>;
type Dated = RecordedEvent<DomainEvent<string, { readonly effectiveOn: LocalDate }>>;

const placeOf = ({ streamId, revision }: Pick<RecordedEvent, 'streamId' | 'revision'>): string =>
  `${streamId}@${revision}`;

function stepOf(event: Dated): Step {
  const { type, data, recordedAt, metadata } = event;
  const { id: by, roles, office } = metadata.actor;
  const delegation = delegationIn(data);
  return { event: placeOf(event), type, on: data.effectiveOn, recordedAt, by, roles, office, delegation };
}

const ofCase = (caseId: string, to: (row: CaseRow) => Partial<CaseRow>): Change =>
  change(cases, caseId, (row) => ({ ...row, ...to(row) }));

const stepIn = (event: Dated & { readonly data: { readonly claimId: string } }): Change =>
  ofCase(event.data.claimId, ({ steps }) => ({ steps: [...steps, stepOf(event)] }));

const papersIn = (event: OfClaim<'ClaimSubmitted' | 'DocumentsReceived'>) =>
  event.data.documents.map(({ kind, paperId = null }) => ({ event: placeOf(event), kind, paperId }));

/** What a calculator found, with its inputs as long as they can be opened. */
function foundBy(
  event: OfClaim<'BenefitCalculated' | 'InterimCalculated' | 'BenefitReassessed'>,
): FoundBenefit {
  const { ruleSetVersion, totalIdr, components, health } = event.data;
  const known = opened(health);
  const arithmetic = arithmeticOf(components, known?.arithmetic);
  const wasAsked = isComputed(event.data);
  return {
    step: stepOf(event),
    ruleSetVersion,
    totalIdr,
    inputs: wasAsked && known ? known.inputs : null,
    lawGave: wasAsked ? lawGave(event.data) : null,
    components: components.map(({ code, amountIdr, law, article, payee }, line) => ({
      code,
      amountIdr,
      law,
      article,
      payee,
      arithmetic: arithmetic[line] ?? null,
    })),
  };
}

/** What a person said, which nothing computes. */
function saidBy(event: OfClaim<'BenefitDetermined'>): FoundBenefit {
  const { totalIdr, components } = event.data;
  const lines = components.map(({ code, amountIdr, law, article, payee }) => ({
    code,
    amountIdr,
    law,
    article,
    payee,
    arithmetic: null,
  }));
  return {
    step: stepOf(event),
    ruleSetVersion: null,
    totalIdr,
    inputs: null,
    lawGave: null,
    components: lines,
  };
}

/** A decision rests on what its case has come to by then. */
const decide = (
  event: Dated,
  caseId: string,
  found: (row: CaseRow) => FoundBenefit | null,
  less: readonly ApprovedLess[] = [],
): Change =>
  put(
    decisions,
    via(cases, caseId, (row): DecisionRow => {
      const { programme, eventDate, steps: before, papers } = row;
      return {
        eventId: event.id,
        step: stepOf(event),
        caseId,
        programme,
        eventDate,
        before,
        papers,
        found: found(row),
        less,
      };
    }),
  );

/** One that says itself what it rests on. */
const decideAlone = (event: Dated, caseId: string, found: FoundBenefit): Change =>
  put(decisions, {
    eventId: event.id,
    step: stepOf(event),
    caseId,
    programme: null,
    eventDate: null,
    before: [],
    papers: [],
    found,
    less: [],
  });

const paymentStep = (
  event: Dated & { readonly data: { readonly payoutId: string } },
  late?: FoundBenefit,
): Change =>
  change(payments, event.data.payoutId, (row) => ({
    ...row,
    steps: [...row.steps, stepOf(event)],
    ...(late && { late }),
  }));

/** What is paid of an invoice, by the one rule that it was accepted under. */
function foundInInvoice(event: RecordedEvent<InvoiceApproved>): FoundBenefit {
  const { law, article, ruleSetVersion, acceptedIdr, payments: paid } = event.data;
  const components = (
    paid as readonly Pick<ApprovedPayment, 'componentCodes' | 'amountIdr' | 'payee'>[]
  ).flatMap(({ componentCodes, amountIdr, payee }) =>
    componentCodes.map((code) => ({ code, amountIdr, law, article, payee, arithmetic: null })),
  );
  return {
    step: stepOf(event),
    ruleSetVersion,
    totalIdr: acceptedIdr,
    inputs: null,
    lawGave: null,
    components,
  };
}

const ofClaims = category<ClaimEvent>('claim');

/** Why each payment is what it is: from the payment over the decision to its components, their clauses, their inputs, and who decided. */
export const explanationReadModel = readModel({
  name: 'explanation',
  version: 4,
  own: [],
  also: [
    ofClaims,
    category<ScholarshipYearApproved>('scholarship'),
    category<InvoiceApproved>('billing'),
    category<PayoutEvent>('payout'),
  ],
  tables: { cases, payments, decisions },
  on: {
    ClaimSubmitted: (event) => [
      put(cases, {
        caseId: event.data.claimId,
        programme: event.data.programme,
        eventDate: event.data.eventDate,
        steps: [stepOf(event)],
        papers: papersIn(event),
        found: null,
        foundInterim: null,
        foundAnew: null,
      }),
    ],
    DocumentsReceived: (event) => [
      ofCase(event.data.claimId, ({ steps, papers }) => ({
        steps: [...steps, stepOf(event)],
        papers: [...papers, ...papersIn(event)],
      })),
    ],
    ClaimCompleted: (event) => [stepIn(event)],
    BenefitCalculated: (event) => [
      ofCase(event.data.claimId, ({ steps, eventDate }) => ({
        steps: [...steps, stepOf(event)],
        eventDate: event.data.eventDate ?? eventDate,
        found: foundBy(event),
      })),
    ],
    BenefitDetermined: (event) => [
      stepIn(event),
      ofCase(event.data.claimId, () => ({ found: saidBy(event) })),
    ],
    InterimCalculated: (event) => [
      stepIn(event),
      ofCase(event.data.claimId, () => ({ foundInterim: foundBy(event) })),
    ],
    BenefitReassessed: (event) => [
      stepIn(event),
      ofCase(event.data.claimId, ({ eventDate }) => ({
        eventDate: event.data.eventDate ?? eventDate,
        foundAnew: foundBy(event),
      })),
    ],
    ApprovalEndorsed: (event) => [stepIn(event)],
    ClaimApproved: (event) => [
      decide(event, event.data.claimId, ({ found }) => found, event.data.parts),
      stepIn(event),
    ],
    InterimApproved: (event) => [
      decide(event, event.data.claimId, ({ foundInterim }) => foundInterim),
      stepIn(event),
    ],
    DifferenceApproved: (event) => [
      // It says itself of which day: earlier releases left that out of the calculation.
      ofCase(event.data.claimId, () => ({ eventDate: event.data.eventDate })),
      decide(event, event.data.claimId, ({ foundAnew, found }) => foundAnew ?? found),
      stepIn(event),
    ],
    ScholarshipYearApproved: (event) => {
      const { scholarshipId, ruleSetVersion, components, amountIdr: totalIdr, payee } = event.data;
      const lines = components.map((one) => ({ ...one, payee }));
      return [
        decideAlone(event, scholarshipId, {
          step: stepOf(event),
          ruleSetVersion,
          totalIdr,
          components: lines,
          inputs: null,
          lawGave: null,
        }),
      ];
    },
    InvoiceApproved: (event) => [decideAlone(event, event.data.invoiceId, foundInInvoice(event))],
    PayoutOrdered: (event) => {
      const {
        payoutId,
        source,
        payee,
        componentCodes,
        amountIdr,
        benefitIdr = null,
        deductedIdr = null,
      } = event.data;
      const { kind: sourceKind, id: sourceId, eventId: decisionId } = source;
      return [
        put(payments, {
          payoutId,
          sourceKind,
          sourceId,
          decisionId,
          payee,
          componentCodes,
          amountIdr,
          benefitIdr,
          deductedIdr,
          steps: [stepOf(event)],
          late: null,
        }),
      ];
    },
    PayoutInstructed: (event) => [paymentStep(event)],
    PayoutAccepted: (event) => [paymentStep(event)],
    PayoutSettled: (event) => [paymentStep(event)],
    PayoutReturned: (event) => [paymentStep(event)],
    SettledPayoutReturned: (event) => [paymentStep(event)],
    LateSettlementEntered: (event) => [paymentStep(event)],
    LateSettlementRefused: (event) => [paymentStep(event)],
    PayoutPartReturned: (event) => [paymentStep(event)],
    PayeeDied: (event) => [paymentStep(event)],
    PayeeLives: (event) => [paymentStep(event)],
    PaymentNotTheirs: (event) => [paymentStep(event)],
    PaymentNotDue: (event) => [paymentStep(event)],
    NotDuePassedOn: (event) => [paymentStep(event)],
    PaymentAskedBack: (event) => [paymentStep(event)],
    PayoutAccountCorrected: (event) => [paymentStep(event)],
    PayoutAccountConfirmed: (event) => [paymentStep(event)],
    PayoutCancelled: (event) => [paymentStep(event)],
    // What others are paid in its place rests on what it rested on.
    PayoutRedirected: (event) => [
      paymentStep(event),
      foldBeside(
        decisions,
        event.id,
        event.data.source.eventId,
        (_row, decided) =>
          decided && {
            ...decided,
            eventId: event.id,
            step: stepOf(event),
            before: [...decided.before, decided.step],
          },
      ),
    ],
    LateCompensationFound: (event) => {
      const { amountIdr, law, article, ruleSetVersion, daysLate, benefitDueIdr } = event.data;
      const arithmetic = `1% × ${daysLate} × ${benefitDueIdr} = ${amountIdr}`;
      const line = { code: 'LATE_COMPENSATION', amountIdr, law, article, payee: null, arithmetic };
      return [
        paymentStep(event, {
          step: stepOf(event),
          ruleSetVersion,
          totalIdr: amountIdr,
          components: [line],
          inputs: null,
          lawGave: null,
        }),
      ];
    },
    LateCompensationApproved: (event) => [
      put(
        decisions,
        via(payments, event.data.payoutId, ({ late, steps, sourceId }): DecisionRow => ({
          eventId: event.id,
          step: stepOf(event),
          caseId: sourceId,
          programme: null,
          eventDate: null,
          before: steps,
          papers: [],
          found: late,
          less: [],
        })),
      ),
      paymentStep(event),
    ],
    LateCompensationEndorsed: (event) => [paymentStep(event)],
    LateCompensationDenied: (event) => [paymentStep(event)],
  },
});
