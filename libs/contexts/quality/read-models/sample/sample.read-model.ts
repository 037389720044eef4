import type { BillingEvent } from '#contexts/billing/facts';
import { type ClaimEvent, type InterimApproved, notDueIn } from '#contexts/claims/facts';
import type { PayoutEvent } from '#contexts/payouts/facts';
import type {
  ScholarshipEvidenceSubmitted,
  ScholarshipGranted,
  ScholarshipYearApproved,
  ScholarshipYearDenied,
} from '#contexts/scholarships/facts';
import type { RecordedEvent } from '#event-store';
import { type Change, category, change, fold, foldBeside, newRow, put, readModel } from '#followers';
import { type EventOf, type Rupiah, ZERO_RUPIAH, periodOf, sumRupiah } from '#kernel';
import type { OtherSubject, SampleEvent, SamplingEvent } from '../../domain/sample.events.js';
import { drawnFrom } from '../../domain/sampling.js';
import { type DecidedRow, decided, months, samples } from './sample.tables.js';

/** Somebody has had a hand in it. */
const touched = (id: string, by: string | undefined, found: Partial<DecidedRow> = {}): Change =>
  fold(
    decided,
    id,
    (row) =>
      row && {
        ...row,
        ...found,
        handIds: by === undefined ? row.handIds : [...new Set([...row.handIds, by])],
      },
  );

/** Something that is not the claim itself may be decided from now on. */
const begun = (
  subject: OtherSubject,
  of: { readonly claimId?: string; readonly participantId: string; readonly by?: string },
): Change =>
  put(decided, {
    ...newRow(decided, { participantId: of.participantId }),
    id: subject.id,
    claimId: of.claimId ?? null,
    subject,
    // Where it is decided is known by who decides.
    office: '',
    grants: true,
    determined: false,
    againstEngine: false,
    handIds: of.by === undefined ? [] : [of.by],
  });

type Approved =
  | Extract<ClaimEvent, { type: 'ClaimApproved' | 'DifferenceApproved' }>
  | EventOf<BillingEvent, 'InvoiceApproved'>
  | ScholarshipYearApproved
  | EventOf<PayoutEvent, 'LateCompensationApproved'>;

type Denied =
  EventOf<ClaimEvent, 'ClaimDenied'> | ScholarshipYearDenied | EventOf<PayoutEvent, 'LateCompensationDenied'>;

/** Whether somebody decided otherwise than was found. */
type IsAgainst = (of: DecidedRow) => boolean;

/** A person may have said before what is due. */
const asItWasFound: IsAgainst = ({ determined }) => determined;

/** A decision, with what was known of its thing by then; of a claim that was handed in before anybody knew it nothing is drawn. */
function decision(
  ofThing: string,
  { id, data, position: at, metadata }: RecordedEvent<Approved | Denied | InterimApproved>,
  said: Pick<DecidedRow, 'kind' | 'amountIdr' | 'rule'> &
    Partial<Pick<DecidedRow, 'subject'>> & { readonly deciderId: string },
  isAgainst: IsAgainst,
): readonly Change[] {
  const { effectiveOn: decidedOn } = data;
  return [
    foldBeside(
      decided,
      id,
      ofThing,
      (_none, of) =>
        of && {
          ...of,
          ...said,
          office: of.subject ? metadata.actor.office : of.office,
          id,
          decidedOn,
          againstEngine: isAgainst(of),
          month: periodOf(decidedOn),
          position: String(at),
        },
    ),
    touched(ofThing, said.deciderId),
  ];
}

const approved = (
  ofThing: string,
  event: RecordedEvent<Approved>,
  amountIdr: Rupiah,
  isAgainst = asItWasFound,
): readonly Change[] => {
  const { approverId: deciderId } = event.data;
  return decision(ofThing, event, { kind: 'APPROVAL', amountIdr, deciderId, rule: null }, isAgainst);
};

const denied = (
  ofThing: string,
  event: RecordedEvent<Denied>,
  rule: string,
  isAgainst = asItWasFound,
): readonly Change[] => {
  const { deciderId } = event.data;
  return decision(ofThing, event, { kind: 'DENIAL', amountIdr: ZERO_RUPIAH, deciderId, rule }, isAgainst);
};

/** What is paid before the end of a claim is calculated by the law alone, whatever was said of the claim before. */
const interimApproved = (event: RecordedEvent<InterimApproved>): readonly Change[] => {
  const { claimId, approverId: deciderId, totalIdr: amountIdr } = event.data;
  const said = { kind: 'APPROVAL', amountIdr, deciderId, rule: null } as const;
  return decision(claimId, event, { ...said, subject: { kind: 'INTERIM', id: claimId } }, () => false);
};

/** What a difference comes to, whoever is to pay it. */
const differenceOf = ({ differenceIdr, ...due }: EventOf<ClaimEvent, 'DifferenceApproved'>['data']): Rupiah =>
  sumRupiah([differenceIdr, ...notDueIn(due).map(({ amountIdr }) => amountIdr)]);

/** What was decided, what of it was drawn by which seed, and what other branches found. */
export const sampleReadModel = readModel({
  name: 'sample',
  version: 3,
  own: [category<SamplingEvent>('sampling'), category<SampleEvent>('sample')],
  also: [
    category<ClaimEvent>('claim'),
    category<BillingEvent>('billing'),
    category<
      ScholarshipGranted | ScholarshipEvidenceSubmitted | ScholarshipYearApproved | ScholarshipYearDenied
    >('scholarship'),
    category<PayoutEvent>('payout'),
  ],
  tables: { decided, samples, months },
  on: {
    ClaimSubmitted: ({ data }) => [
      put(decided, {
        ...newRow(decided, data),
        id: data.claimId,
        grants: false,
        determined: false,
        againstEngine: false,
        handIds: data.submitterId === undefined ? [] : [data.submitterId],
      }),
    ],
    ClaimTakenOver: ({ data }) => [touched(data.claimId, data.takerId)],
    HeirsEstablished: ({ data }) => [touched(data.claimId, data.establisherId)],
    BenefitCalculated: ({ data: { claimId, assessorId, totalIdr, refusal } }) => [
      touched(claimId, assessorId, { grants: refusal === undefined && totalIdr > 0, determined: false }),
    ],
    BenefitDetermined: ({ data }) => [
      touched(data.claimId, data.assessorId, { grants: true, determined: true }),
    ],
    BenefitReassessed: ({ data }) => [
      touched(data.claimId, data.assessorId, { determined: data.determinedBy !== undefined }),
    ],
    DenialProposed: ({ data }) => [touched(data.claimId, data.proposerId)],
    ApprovalEndorsed: ({ data }) => [touched(data.claimId, data.endorserId)],
    ClaimApproved: (event) => {
      const { claimId, totalIdr, parts } = event.data;
      return approved(claimId, event, totalIdr, ({ determined }) => determined || parts !== undefined);
    },
    DifferenceApproved: (event) => approved(event.data.claimId, event, differenceOf(event.data)),
    // A denial for a reason of a person, of what the law was found to grant.
    ClaimDenied: (event) => {
      const { claimId, rule } = event.data;
      return denied(
        claimId,
        event,
        rule,
        ({ determined, grants }) => determined || (grants && rule.startsWith('D-')),
      );
    },
    InterimCalculated: ({ data }) => [touched(data.claimId, data.assessorId)],
    InterimApproved: interimApproved,
    InvoiceSubmitted: ({ data: { invoiceId: id, accidentId, participantId, submitterId: by } }) => [
      begun({ kind: 'INVOICE', id, accidentId }, { participantId, by }),
    ],
    InvoiceVerified: ({ data }) => [touched(data.invoiceId, data.verifierId)],
    InvoiceEndorsed: ({ data }) => [touched(data.invoiceId, data.endorserId)],
    InvoiceApproved: (event) => approved(event.data.invoiceId, event, event.data.acceptedIdr),
    ScholarshipGranted: ({ data: { scholarshipId: id, claimId, participantId } }) => [
      begun({ kind: 'SCHOLARSHIP', id }, { claimId, participantId }),
    ],
    ScholarshipEvidenceSubmitted: ({ data }) => [touched(data.scholarshipId, data.submittedBy)],
    ScholarshipYearApproved: (event) => approved(event.data.scholarshipId, event, event.data.amountIdr),
    ScholarshipYearDenied: (event) => denied(event.data.scholarshipId, event, event.data.rule),
    // What is paid for a claim may come late.
    PayoutOrdered: ({ data: { payoutId: id, participantId, source } }) =>
      source.kind === 'CLAIM'
        ? [begun({ kind: 'COMPENSATION', id }, { claimId: source.id, participantId })]
        : [],
    PayoutInstructed: ({ data }) => [touched(data.payoutId, data.instructorId)],
    LateCompensationEndorsed: ({ data }) => [touched(data.payoutId, data.endorserId)],
    LateCompensationApproved: (event) => approved(event.data.payoutId, event, event.data.amountIdr),
    // What a person denies the system had found to be owed.
    LateCompensationDenied: (event) => denied(event.data.payoutId, event, event.data.reason, () => true),
    SampleSeedRecorded: ({ data }) => [
      put(months, { ...newRow(months, data), seededOn: data.effectiveOn, doubled: false }),
    ],
    SampleDrawn: ({ data }) => [
      change(months, data.month, (row) => ({
        ...row,
        position: data.positionId,
        subjects: drawnFrom(data),
        decisions: data.decisions,
        drawn: data.drawn,
        doubled: data.isDoubled,
        drawnOn: data.effectiveOn,
      })),
    ],
    SamplingEnded: ({ data }) => [
      change(months, data.month, (row) => ({ ...row, endedOn: data.effectiveOn })),
    ],
    DecisionSampled: ({ data, revision }) => [
      put(samples, { ...newRow(samples, data), revision: Number(revision) }),
    ],
    SampleReviewed: ({ data, revision }) => [
      change(samples, data.sampleId, (row) => ({
        ...row,
        result: data.result,
        side: data.deviation?.side ?? null,
        deviationIdr: data.deviation?.amountIdr ?? null,
        reference: data.reference,
        reviewerId: data.reviewerId,
        reviewedOn: data.effectiveOn,
        followUpBy: data.followUpBy ?? null,
        revision: Number(revision),
      })),
    ],
    SampleFollowedUp: ({ data, revision }) => [
      change(samples, data.sampleId, (row) => ({
        ...row,
        followUp: data.how,
        followUpReference: data.reference,
        followedUpOn: data.effectiveOn,
        revision: Number(revision),
      })),
    ],
  },
});
