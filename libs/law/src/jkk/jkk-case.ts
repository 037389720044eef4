import { type Rupiah, sumRupiah, ZERO_RUPIAH } from '#kernel';
import { type Calculation, decided } from '../kernel/calculation.js';
import type { BenefitComponent } from '../kernel/component.js';
import { provisionOf } from '../kernel/convention.js';
import { invalid } from '../kernel/input-error.js';
import { refuse } from '../kernel/refusal.js';
import { inForce } from '../kernel/rule.js';
import { withFacts } from '../kernel/watching.js';
import { migrantCare } from '../pmi/migrant-accident.js';
import type { Hand, Injury } from './injury.js';
import { jkkCalculation } from './jkk-claim.js';
import {
  medicalCare,
  rehabilitation,
  type RehabInvoices,
  transport,
  type TransportReceipts,
} from './jkk-expenses.js';
import { afterJkm, afterTotalPermanent, death, type JkkDeathInput, totalPermanent } from './jkk-lump-sums.js';
import { partialDisability } from './jkk-partial.js';
import { type IncapacityFacts, temporaryIncapacity } from './jkk-stmb.js';
import { SAME_ITEM_DEDUCTED } from './jkk.conventions.js';
import { JKK_PARTIAL_MONTHS } from './jkk.rules.js';
import { type OtherPayer, type OtherPayerFacts, othersOf } from './other-payer.js';

/** How the accident ended: the final medical condition of Formulir 3a KK2, as far as benefits differ. */
export const OUTCOMES = ['HEALED', 'PARTIAL', 'TOTAL_PERMANENT', 'DEATH'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Costs of care of one accident, whoever claims them. */
export type CareCosts = Pick<JkkCaseInput, 'plkkInvoice' | 'medicalReceipts' | 'invoices' | 'otherPayerPaid'>;

export interface JkkCaseInput extends JkkDeathInput, IncapacityFacts, OtherPayerFacts {
  /** What the PLKK billed; JKK has no ceiling for care. */
  readonly plkkInvoice?: Rupiah;
  /** What was paid at another facility and is claimed back. */
  readonly medicalReceipts?: Rupiah;
  readonly receipts?: TransportReceipts;
  readonly invoices?: RehabInvoices;
  readonly injuries?: readonly Injury[];
  readonly dominantHand?: Hand;
  /** HEALED or PARTIAL by the injuries, unless given. */
  readonly outcome?: Outcome;
}

/**
 * A whole JKK case, each component to its own payee: care, transport, temporary incapacity, rehabilitation
 * and what the outcome gives.
 * Of the care only what goes beyond other payers is paid; a disability that was paid before is deducted.
 * @throws Rejection as the single calculators do; CONTRADICTION when injuries are named beside another outcome
 */
export function calculateJkkCase(input: JkkCaseInput): Calculation {
  const others = othersOf(input, careOf(input), input.accidentDate);
  const grave = input.outcome === 'DEATH' || input.outcome === 'TOTAL_PERMANENT';
  const answer = jkkCalculation(input, (claim) =>
    grave && claim.totalPermanentPaid ? [] : caseComponents(claim, sumOf(others)),
  );
  const result = others ? { ...answer, memo: { ...answer.memo, otherPayers: others } } : answer;
  if (!grave) return afterPaidItems(input, result);
  const graver = afterTotalPermanent(input, result);
  return input.outcome === 'DEATH' ? afterJkm(input, graver) : graver;
}

/** Nothing is left of a disability that was paid before, and nothing else is asked for: that is said, not passed over. */
function afterPaidItems({ accidentDate, injuries = [] }: JkkCaseInput, result: Calculation): Calculation {
  const deducted = injuries.some(({ alreadyPaidPct = 0 }) => alreadyPaidPct > 0);
  if (!deducted || result.totalIdr !== 0 || result.decision !== undefined) return result;
  const provision = provisionOf(inForce(JKK_PARTIAL_MONTHS, accidentDate).law, SAME_ITEM_DEDUCTED);
  return decided(
    accidentDate,
    'JKK',
    refuse('REJECTED_ALREADY_PAID', provision, {
      id: 'Santunan cacat ini sudah dibayar atas kecelakaan sebelumnya.',
      en: 'An earlier accident paid for this disability already.',
    }),
  );
}

const careOf = ({ plkkInvoice = ZERO_RUPIAH, medicalReceipts = ZERO_RUPIAH }: JkkCaseInput) =>
  sumRupiah([plkkInvoice, medicalReceipts]);

const sumOf = (others: Readonly<Partial<Record<OtherPayer, Rupiah>>> = {}) =>
  sumRupiah(Object.values(others));

function caseComponents(input: JkkCaseInput, others: Rupiah): BenefitComponent[] {
  const care =
    input.segment === 'PMI'
      ? migrantCare(input, input, others)
      : medicalCare(input.accidentDate, input, { others });
  return [
    ...care,
    ...transport(input),
    ...temporaryIncapacity(input),
    ...rehabilitation(input),
    ...outcomeComponents(input),
  ];
}

function outcomeComponents(input: JkkCaseInput): BenefitComponent[] {
  const { injuries = [] } = input;
  const outcome = input.outcome ?? (injuries.length > 0 ? 'PARTIAL' : 'HEALED');
  if (injuries.length > 0 && outcome !== 'PARTIAL') {
    throw invalid('CONTRADICTION', `injuries are for the outcome PARTIAL, not ${outcome}`);
  }
  const byOutcome: Readonly<Record<Outcome, () => BenefitComponent[]>> = {
    HEALED: () => [],
    PARTIAL: () => partialDisability(withFacts(input, { injuries })),
    TOTAL_PERMANENT: () => totalPermanent(input),
    DEATH: () => death(input),
  };
  return byOutcome[outcome]();
}
