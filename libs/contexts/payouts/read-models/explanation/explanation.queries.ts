import { askedAgain, calculatorOf, comparedWithLaw } from '#contexts/claims/facts';
import { Rejection, type Rupiah, type Sight, rupiah, sumRupiah, totalOf } from '#kernel';
import { explain } from '#law';
import type { TablesIn } from '#followers';
import { lookBackNow, query } from '#runtime';
import { payoutRefusals } from '../../domain/refusals.js';
import type { PayoutExplanation } from './explanation.answers.js';
import { explanationReadModel } from './explanation.read-model.js';
import type { DecisionRow, FoundBenefit, PaymentRow } from './explanation.tables.js';

/** Why a payment is what it is, from what the decision itself recorded. Refuses `PAYOUT_NOT_FOUND`. */
export const ExplainPayout = query(
  'ExplainPayout',
  explanationReadModel,
  async ({ payoutId, sight }: { payoutId: string; sight: Sight }, tables): Promise<PayoutExplanation> => {
    const payment = await tables
      .selectFrom('payments')
      .selectAll()
      .where('payoutId', '=', payoutId)
      .executeTakeFirst();
    if (!payment) throw new Rejection(payoutRefusals.PAYOUT_NOT_FOUND());
    // Of the past: an invoice is told of in the stream of its accident, which the payment does not name.
    const beside = await lookBackNow()?.about([payment.sourceId]).tablesOf(explanationReadModel);
    const decision = (await decisionOf(tables, payment)) ?? (beside && (await decisionOf(beside, payment)));
    return explained(payment, decision, sight);
  },
);

const decisionOf = (
  tables: TablesIn<typeof explanationReadModel>,
  { decisionId }: PaymentRow,
): Promise<DecisionRow | undefined> =>
  tables.selectFrom('decisions').selectAll().where('eventId', '=', decisionId).executeTakeFirst();

/** What is known of a payment and of its decision, as far as somebody sees. */
export function explained(
  payment: PaymentRow,
  decision: DecisionRow | undefined,
  { health }: Pick<Sight, 'health'>,
): PayoutExplanation {
  const { decisionId: _, late: __, componentCodes: ___, steps, ...told } = payment;
  const {
    programme = null,
    eventDate = null,
    step = null,
    found = null,
    before = [],
    papers = [],
    less = [],
  } = decision ?? {};
  return {
    ...told,
    programme,
    eventDate,
    decision: step,
    partOfIdr: found && partOf(payment, found, less),
    calculation: found && calculation(found, payment, programme, health),
    approvedLess: [...less],
    papers: [...papers],
    steps: [...before, ...(step ? [step] : []), ...steps],
  };
}

/** Heirs share a benefit, and a difference is what is due beside what was paid: of that the components alone do not tell. */
function partOf(
  { sourceKind, amountIdr, benefitIdr, componentCodes }: PaymentRow,
  { components }: FoundBenefit,
  less: DecisionRow['less'],
): Rupiah | null {
  const paid = sourceKind === 'CLAIM' ? components.filter(({ code }) => componentCodes.includes(code)) : [];
  const cut = less.filter(({ code }) => componentCodes.includes(code));
  const wholeIdr =
    totalOf(paid) -
    sumRupiah(cut.map(({ calculatedIdr, approvedIdr }) => rupiah(calculatedIdr - approvedIdr)));
  return wholeIdr > (benefitIdr ?? amountIdr) ? rupiah(wholeIdr) : null;
}

function calculation(
  found: FoundBenefit,
  { sourceKind, componentCodes: paid }: PaymentRow,
  programme: string | null,
  health: boolean,
): NonNullable<PayoutExplanation['calculation']> {
  const { step, ruleSetVersion, totalIdr, components, inputs } = found;
  const again = health ? askedOf(found, programme) : null;
  return {
    step,
    ruleSetVersion,
    totalIdr,
    components: components.map((one) => ({
      ...one,
      // What a delay owes is found by itself, and named with its programme in the payment.
      isPaidHere: sourceKind === 'LATENESS' || paid.includes(one.code),
      arithmetic: health ? one.arithmetic : null,
    })),
    inputs: health ? inputs : null,
    agrees: again?.agrees ?? null,
    explanation: (again?.explanation ?? null) as NonNullable<PayoutExplanation['calculation']>['explanation'],
  };
}

/** What the law answers today to what it was asked; null where it was not asked, or its calculator does not take that any more. */
function askedOf({ inputs, lawGave, ruleSetVersion }: FoundBenefit, programme: string | null) {
  if (!inputs || !lawGave || programme === null) return null;
  const answer = askedAgain(() => explain({ ...inputs, calculator: calculatorOf(programme) }));
  if (answer instanceof Rejection) return null;
  const { outcome } = comparedWithLaw({ ...lawGave, ruleSetVersion: ruleSetVersion ?? '' }, answer);
  return {
    agrees: outcome === 'SAME',
    explanation: answer,
  };
}
