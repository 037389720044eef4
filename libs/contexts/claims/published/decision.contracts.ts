import { type Rupiah, rupiah, totalOf } from '#kernel';
import {
  type Contract,
  code,
  contract,
  count,
  day,
  id,
  line,
  listOf,
  oneOf,
  optional,
  rupiahs,
  yesNo,
} from '#publishing/contracts';
import { money, moneyOf, moneyOfPayment } from '../../published-fields.js';
import {
  type BenefitCalculated,
  CANCEL_REASONS,
  type InvoiceCameLate,
  OWED_GROUNDS,
  type OwedByEmployer,
  PAYEES,
} from '../domain/claim.events.js';
import type { ApprovedPayment, ClaimApproved, ClaimDenied } from '../domain/decision.events.js';
import type {
  BenefitReassessed,
  DifferenceApproved,
  ReassessmentDropped,
  ReassessmentOpened,
} from '../domain/reassessment.events.js';
import { OPENED_AGAIN_BY } from '../domain/claim-by-people.events.js';
import { notDueIn } from '../domain/more-than-approved.js';
import { PROGRAMME_CODES } from '../programmes/index.js';

const claimId = id('The claim');
const participantId = id('The worker it is about');
const programme = oneOf('Programme', PROGRAMME_CODES);
const byKind = money('The sum by kind of money');

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

const owedOf = ({ owedByEmployer }: { readonly owedByEmployer?: readonly OwedByEmployer[] }) =>
  owedByEmployer ? { owedByEmployer: byEmployer(owedByEmployer) } : {};

function tooMuchOf(due: Parameters<typeof notDueIn>[0]): { readonly paidTooMuchIdr?: Rupiah } {
  const tooMuch = notDueIn(due);
  return tooMuch.length > 0 ? { paidTooMuchIdr: totalOf(tooMuch) } : {};
}

const ending = optional(
  count(
    'Children who had a right to a scholarship by the claim, and have none by this; absent where there are none',
  ),
);

const endingOf = ({ noLongerEntitledIds }: { readonly noLongerEntitledIds?: readonly string[] }) =>
  noLongerEntitledIds ? { scholarshipsEnding: noLongerEntitledIds.length } : {};

const paid = {
  payee: oneOf('Kind of payee', PAYEES),
  amountIdr: rupiahs('Amount'),
  money: optional(
    money(
      'What it is for, before deductions; absent where an earlier release did not record what of it is care',
    ),
  ),
};

const paymentsOf = (payments: readonly ApprovedPayment[]) =>
  payments.map((payment) => ({ ...payment, money: moneyOfPayment(payment) }));

/** What was decided, and decided anew. */
export const decisionContracts: readonly Contract[] = [
  contract({
    type: 'lindung.claims.benefit-calculated.v1',
    from: 'BenefitCalculated',
    about: 'An assessor computed what the law gives: it is the turn of a second person.',
    fields: {
      claimId,
      participantId,
      totalIdr: rupiahs('Sum of all benefits; nothing where the law refuses'),
      money: byKind,
      refusedBy: optional(code('Code of the decision, where the law refuses')),
      owedByEmployer: optional(listOf('What the employer of a wage earner owes beside it', OWED)),
      ruleSetVersion: code('Rules by which it was computed'),
      calculatedOn: day('Day'),
    },
    data: ({ data }: BenefitCalculated) => ({
      ...data,
      ...owedOf(data),
      money: moneyOf(data.components),
      refusedBy: data.refusal?.decision,
      calculatedOn: data.effectiveOn,
    }),
  }),
  contract({
    type: 'lindung.claims.claim-approved.v1',
    from: 'ClaimApproved',
    about: 'A second person approved a claim; its payments are being ordered.',
    fields: {
      claimId,
      participantId,
      programme,
      totalIdr: rupiahs('Sum of all benefits; payments come to as much less as is deducted'),
      deductedIdr: optional(rupiahs('Arrears that are deducted from what the claimant is paid')),
      owedByEmployer: optional(listOf('What the employer of a wage earner owes beside it', OWED)),
      payments: listOf('What is paid to whom', {
        ...paid,
        facilityId: optional(id('The PLKK that is paid')),
        employerId: optional(id('The employer that is paid')),
      }),
      eventOn: optional(day('Day of the accident or of the death')),
      approvedOn: day('Day of the approval'),
      payBy: day('Last day on which payment is in time'),
    },
    data: ({ data }: ClaimApproved) => ({
      ...data,
      ...owedOf(data),
      ...(data.deduction && { deductedIdr: data.deduction.amountIdr }),
      payments: paymentsOf(data.payments),
      eventOn: data.eventDate,
      approvedOn: data.effectiveOn,
    }),
  }),
  contract({
    type: 'lindung.claims.claim-denied.v1',
    from: 'ClaimDenied',
    about: 'A claim was denied, with the rule that denies it.',
    fields: {
      claimId,
      participantId,
      decision: code('Code of the decision'),
      law: line('Law behind it'),
      article: line('Article behind it'),
      owedByEmployer: optional(listOf('What the employer of a wage earner owes in place of BPJS', OWED)),
      deniedOn: day('Day of the denial'),
    },
    data: ({ data }: ClaimDenied) => ({ ...data, ...owedOf(data), deniedOn: data.effectiveOn }),
  }),
  contract({
    type: 'lindung.claims.reassessment-opened.v1',
    from: 'ReassessmentOpened',
    about:
      'More may be due than was approved, by what was recorded later, or more or less for a ground: a person has to look.',
    fields: {
      claimId,
      participantId,
      ground: optional(oneOf('Why everything is computed anew, where it is', OPENED_AGAIN_BY)),
      openedOn: day('Day'),
    },
    data: ({ data }: ReassessmentOpened) => ({ ...data, openedOn: data.effectiveOn }),
  }),
  contract({
    type: 'lindung.claims.benefit-reassessed.v1',
    from: 'BenefitReassessed',
    about: 'An approved claim was computed anew by what is known now. What was decided stays as it is.',
    fields: {
      claimId,
      participantId,
      totalIdr: rupiahs('What the law gives by what is known now'),
      money: byKind,
      approvedIdr: rupiahs('What had been approved by then'),
      differenceIdr: rupiahs('What is due beside it'),
      paidTooMuchIdr: optional(rupiahs('What is due no more, though it was approved')),
      scholarshipsEnding: ending,
      ruleSetVersion: code('Rules by which it was computed'),
      reassessedOn: day('Day'),
    },
    data: ({ data }: BenefitReassessed) => ({
      ...data,
      money: moneyOf(data.components),
      ...tooMuchOf(data),
      ...endingOf(data),
      reassessedOn: data.effectiveOn,
    }),
  }),
  contract({
    type: 'lindung.claims.difference-approved.v1',
    from: 'DifferenceApproved',
    about:
      'More or less was due than had been approved, by what was recorded later: a second person approved the difference.',
    fields: {
      claimId,
      participantId,
      programme,
      totalIdr: rupiahs('What the claim comes to in all'),
      differenceIdr: rupiahs('What is paid now, beside what had been approved'),
      paidTooMuchIdr: optional(rupiahs('What is owed back since; it is told as a receivable as well')),
      interimTooMuchIdr: optional(
        rupiahs(
          'What is not due of payments before the end of the treatment; what of it has arrived is told as a receivable as well',
        ),
      ),
      scholarshipsEnding: ending,
      payments: listOf('What is paid to whom now', paid),
      approvedOn: day('Day of this approval'),
      payBy: day('Last day on which payment of the difference is in time'),
    },
    data: ({ data }: DifferenceApproved) => ({
      ...data,
      ...tooMuchOf({ paidTooMuch: data.paidTooMuch }),
      ...endingOf(data),
      ...(data.interimTooMuch && { interimTooMuchIdr: totalOf(data.interimTooMuch) }),
      payments: paymentsOf(data.payments),
      approvedOn: data.effectiveOn,
    }),
  }),
  contract({
    type: 'lindung.claims.reassessment-dropped.v1',
    from: 'ReassessmentDropped',
    about: 'A re-assessment was given up that nobody can pay any more.',
    fields: { claimId, participantId, reason: oneOf('Why', CANCEL_REASONS), droppedOn: day('Day') },
    data: ({ data }: ReassessmentDropped) => ({ ...data, droppedOn: data.effectiveOn }),
  }),
  contract({
    type: 'lindung.claims.invoice-came-late.v1',
    from: 'InvoiceCameLate',
    about: 'An invoice for care came after the approval, which therefore does not pay it: a person has to.',
    fields: {
      claimId,
      participantId,
      facilityId: id('Who gave care'),
      invoiceIdr: rupiahs('Amount of the invoice'),
      cameOn: day('Day'),
    },
    data: ({ data }: InvoiceCameLate) => ({ ...data, cameOn: data.effectiveOn }),
  }),
];
