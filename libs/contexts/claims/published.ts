import {
  type ContextContracts,
  code,
  contextContracts,
  contract,
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
import {
  CANCEL_REASONS,
  type CancelReason,
  CLAIMANTS,
  type ClaimCancelled,
  type ClaimApproved,
  type ClaimCompleted,
  type ClaimDenied,
  type ClaimHeld,
  type ClaimResumed,
  type ClaimSubmitted,
  type DifferenceApproved,
  OWED_GROUNDS,
  type OwedByEmployer,
  PAYEES,
} from './domain/claim.events.js';
import { rupiah } from '#kernel';
import { unpaidIdrOf } from './domain/arrears.js';
import { PROGRAMME_CODES } from './programmes/index.js';

/** What an employer owes, by ground: a benefit code would tell of disability. */
const OWED = {
  employerId: id('The employer'),
  ground: oneOf('Why it owes it', OWED_GROUNDS),
  reimbursable: yesNo('BPJS pays it back to the employer, after what the ground asks for'),
  amountIdr: rupiahs('Amount'),
};

type OwedInAll = Pick<OwedByEmployer, 'employerId' | 'ground' | 'reimbursable' | 'amountIdr'>;

function byEmployer(owed: readonly OwedByEmployer[]): readonly OwedInAll[] {
  const sums = new Map<string, OwedInAll>();
  for (const { employerId, ground, reimbursable, amountIdr } of owed) {
    const key = `${employerId}/${ground}`;
    const before = sums.get(key)?.amountIdr ?? 0;
    sums.set(key, { employerId, ground, reimbursable, amountIdr: rupiah(before + amountIdr) });
  }
  return [...sums.values()];
}

/** The reasons that the first version of the contract names. */
const FORMER_CANCEL_REASONS = ['SETTLED_BY_PAPERS', 'NOBODY_CLAIMS_IT'] as const;

/** The nearest that it names: settled outside of the system. */
const formerReason = (reason: CancelReason): (typeof FORMER_CANCEL_REASONS)[number] =>
  FORMER_CANCEL_REASONS.find((one) => one === reason) ?? 'SETTLED_BY_PAPERS';

const cancelled = <const Reasons extends readonly string[]>(reasons: Reasons) => ({
  claimId: id('The claim'),
  participantId: id('The worker it is about'),
  reason: oneOf('Why', reasons),
  cancelledOn: day('Day on which it was given up'),
});

/** What the world outside may know of claims: progress and sums. Benefit codes stay inside, they tell of disability. */
export const claimsContracts: ContextContracts = contextContracts(
  'claims',
  ['claim'],
  [
    contract({
      type: 'lindung.claims.claim-submitted.v1',
      from: 'ClaimSubmitted',
      about: 'A claim was handed in.',
      fields: {
        claimId: id('The claim'),
        participantId: id('The worker it is about'),
        programme: oneOf('Programme', PROGRAMME_CODES),
        office: line('Office that decides'),
        claimant: oneOf('Who claims', CLAIMANTS),
        submittedOn: day('Day it was handed in'),
      },
      data: ({ data }: ClaimSubmitted) => data,
    }),
    contract({
      type: 'lindung.claims.claim-completed.v1',
      from: 'ClaimCompleted',
      about: 'All documents are there: the time within which the claim must be paid runs.',
      fields: {
        claimId: id('The claim'),
        completedOn: day('Day the documents were complete'),
        payBy: day('Last day on which payment is in time'),
      },
      data: ({ data }: ClaimCompleted) => data,
    }),
    contract({
      type: 'lindung.claims.claim-held.v1',
      from: 'ClaimHeld',
      about:
        'A claim waits for arrears: notice of the months that have to be paid, what they come to, and until when. The time within which it must be paid stands still.',
      fields: {
        claimId: id('The claim'),
        participantId: id('The worker it is about'),
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
        claimId: id('The claim'),
        resumedOn: day('Day on which the last of the arrears was paid, or their deduction was consented to'),
        payBy: day('Last day on which payment is in time, moved by the working days that the claim was held'),
      },
      data: ({ data }: ClaimResumed) => data,
    }),
    contract({
      type: 'lindung.claims.claim-approved.v1',
      from: 'ClaimApproved',
      about: 'A second person approved a claim; its payments are being ordered.',
      fields: {
        claimId: id('The claim'),
        participantId: id('The worker it is about'),
        programme: oneOf('Programme', PROGRAMME_CODES),
        totalIdr: rupiahs('Sum of all benefits; payments come to as much less as is deducted'),
        deductedIdr: optional(rupiahs('Arrears that are deducted from what the claimant is paid')),
        owedByEmployer: optional(listOf('What the employer of a wage earner owes beside it', OWED)),
        payments: listOf('What is paid to whom', {
          payee: oneOf('Kind of payee', PAYEES),
          facilityId: optional(id('The PLKK that is paid')),
          employerId: optional(id('The employer that is paid')),
          amountIdr: rupiahs('Amount'),
        }),
        approvedOn: day('Day of the approval'),
        payBy: day('Last day on which payment is in time'),
      },
      data: ({ data }: ClaimApproved) => ({
        ...data,
        approvedOn: data.effectiveOn,
        ...(data.deduction && { deductedIdr: data.deduction.amountIdr }),
        ...(data.owedByEmployer && { owedByEmployer: byEmployer(data.owedByEmployer) }),
      }),
    }),
    contract({
      type: 'lindung.claims.difference-approved.v1',
      from: 'DifferenceApproved',
      about:
        'More was due than had been approved, by contributions that were recorded later: a second person approved the difference.',
      fields: {
        claimId: id('The claim'),
        participantId: id('The worker it is about'),
        programme: oneOf('Programme', PROGRAMME_CODES),
        totalIdr: rupiahs('What the claim comes to in all'),
        differenceIdr: rupiahs('What is paid now, beside what had been approved'),
        payments: listOf('What is paid to whom now', {
          payee: oneOf('Kind of payee', PAYEES),
          amountIdr: rupiahs('Amount'),
        }),
        approvedOn: day('Day of this approval'),
        payBy: day('Last day on which payment of the difference is in time'),
      },
      data: ({ data }: DifferenceApproved) => ({ ...data, approvedOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.claims.claim-denied.v1',
      from: 'ClaimDenied',
      about: 'A claim was denied, with the rule that denies it.',
      fields: {
        claimId: id('The claim'),
        participantId: id('The worker it is about'),
        decision: code('Code of the decision'),
        law: line('Law behind it'),
        article: line('Article behind it'),
        owedByEmployer: optional(listOf('What the employer of a wage earner owes in place of BPJS', OWED)),
        deniedOn: day('Day of the denial'),
      },
      data: ({ data }: ClaimDenied) => ({
        ...data,
        ...(data.owedByEmployer && { owedByEmployer: byEmployer(data.owedByEmployer) }),
        deniedOn: data.effectiveOn,
      }),
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
  ],
);
