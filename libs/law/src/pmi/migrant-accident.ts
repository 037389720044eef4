import type { LocalDate, Rupiah } from '#kernel';
import { type BenefitComponent, component, type Due } from '../kernel/component.js';
import { atMost, less, money } from '../kernel/expression.js';
import { invalid } from '../kernel/input-error.js';
import type { Rule } from '../kernel/rule.js';
import { PMI_ACCIDENT_DEATH, PMI_CARE_ABROAD, PMI_TOTAL_PERMANENT } from './migrant-benefits.rules.js';
import { ofMigrants, phaseOf, refuseUnknownOfMigrants } from './migrant-worker.js';
import type { PmiPhase } from './pmi.rules.js';

export interface MigrantAccident {
  readonly accidentDate: LocalDate;
  readonly pmiPhase?: PmiPhase;
}

/** What a death by work accident gives abroad. @throws Rejection PMI_AMOUNT_UNKNOWN before and after the work there */
export function migrantAccidentDeath(accident: MigrantAccident): Due {
  if (phaseOf(accident) !== 'DURING') refuseUnknownOfMigrants('a death by accident before or after the work');
  return once(PMI_ACCIDENT_DEATH, accident, 'HEIR');
}

export const migrantTotalPermanent = (accident: MigrantAccident): BenefitComponent =>
  component(...once(PMI_TOTAL_PERMANENT, accident, 'PARTICIPANT'));

function once(
  rule: Rule<Rupiah>,
  { accidentDate, pmiPhase }: MigrantAccident,
  payee: 'HEIR' | 'PARTICIPANT',
): Due {
  const version = ofMigrants(rule, accidentDate);
  const inputs = { accidentDate, pmiPhase };
  return [rule, version, { expression: money(version.value, version), inputs, payee }];
}

/** What was paid for care abroad, and what local insurance and others bear of it, rupiah. */
export interface CareAbroad {
  readonly plkkInvoice?: Rupiah;
  readonly medicalReceipts?: Rupiah;
}

/** Care abroad, after local insurance, up to the ceiling of a case. @throws Rejection PMI_AMOUNT_UNKNOWN, CONTRADICTION */
export function migrantCare(
  accident: MigrantAccident,
  { plkkInvoice, medicalReceipts }: CareAbroad,
  others: Rupiah,
): BenefitComponent[] {
  if (plkkInvoice === undefined && medicalReceipts === undefined) return [];
  if (phaseOf(accident) !== 'DURING') refuseUnknownOfMigrants('care before and after the work abroad');
  if (plkkInvoice !== undefined) throw invalid('CONTRADICTION', 'A PLKK does not treat anybody abroad');
  const version = ofMigrants(PMI_CARE_ABROAD, accident.accidentDate);
  const claimed = money(medicalReceipts!, 'medicalReceipts');
  const rest = others > 0 ? less(claimed, money(others, 'otherPayerPaid')) : claimed;
  return [
    component(PMI_CARE_ABROAD, version, {
      expression: atMost(version.value, rest, version),
      inputs: {
        receipts: medicalReceipts!,
        ...(others > 0 && { otherPayers: others }),
        ceiling: version.value,
      },
      payee: 'RECEIPT_PAYER',
    }),
  ];
}
