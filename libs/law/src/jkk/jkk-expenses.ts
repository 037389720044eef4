import type { LocalDate, Rupiah } from '#kernel';
import {
  type BenefitComponent,
  type Calculation,
  component,
  decided,
  type Payee,
} from '../kernel/calculation.js';
import { amountOf, atMost, type Expression, money, product, rate } from '../kernel/expression.js';
import { refuse } from '../kernel/refusal.js';
import { inForce, type Rule, versionOn } from '../kernel/rule.js';
import { jkkCalculation, type JkkClaim } from './jkk-claim.js';
import {
  JKK_MEDICAL,
  JKK_PROSTHESIS,
  JKK_REHAB,
  JKK_TRANSPORT,
  REHAB_ITEMS,
  type RehabItem,
  type TransportMode,
} from './jkk.rules.js';

/** Receipts of transport in rupiah, by mode. */
export type TransportReceipts = Readonly<Partial<Record<TransportMode, Rupiah>>>;

export const INVOICE_KINDS = [...REHAB_ITEMS, 'PROSTHESIS_REFERENCE_PRICE'] as const;

/** Invoices in rupiah; for an orthosis or prosthesis the reference price of the government centre. */
export type RehabInvoices = Readonly<Partial<Record<(typeof INVOICE_KINDS)[number], Rupiah>>>;

export interface JkkTransportInput extends JkkClaim {
  readonly receipts: TransportReceipts;
}

export interface JkkRehabInput extends JkkClaim {
  readonly invoices: RehabInvoices;
}

/** Transport after an accident: each mode up to its own ceiling, to whoever paid the receipt. */
export function calculateJkkTransport(input: JkkTransportInput): Calculation {
  return jkkCalculation(input, () => transport(input.accidentDate, input.receipts));
}

/** Dentures, hearing aid, glasses, home care, orthosis and prosthesis, each up to its ceiling. */
export function calculateJkkRehab(input: JkkRehabInput): Calculation {
  const { accidentDate, invoices } = input;
  const result = jkkCalculation(input, () => rehabilitation(accidentDate, invoices));
  const claimed = Object.values(invoices).some((invoice) => invoice > 0);
  if (result.decision !== undefined || result.components.length > 0 || !claimed) return result;
  return decided(
    accidentDate,
    'JKK',
    refuse('REJECTED_NOT_IN_LAW', inForce(JKK_MEDICAL, accidentDate), {
      id: 'Manfaat ini baru ada untuk kecelakaan sejak 2 Desember 2019 (PP 82/2019).',
      en: 'This benefit exists only for accidents from 2 December 2019 (PP 82/2019).',
    }),
  );
}

export function transport(eventDate: LocalDate, receipts: TransportReceipts): BenefitComponent[] {
  return entriesOf(receipts).flatMap(([mode, amount]) =>
    limited(JKK_TRANSPORT[mode], eventDate, money(amount, `receipts.${mode}`), 'RECEIPT_PAYER'),
  );
}

export function rehabilitation(eventDate: LocalDate, invoices: RehabInvoices): BenefitComponent[] {
  return entriesOf(invoices).flatMap(([kind, amount]) =>
    kind === 'PROSTHESIS_REFERENCE_PRICE'
      ? [prosthesis(eventDate, amount)]
      : limited(
          JKK_REHAB[kind satisfies RehabItem],
          eventDate,
          money(amount, `invoices.${kind}`),
          'RECEIPT_PAYER',
        ),
  );
}

/** Entries in the order they were given; what is claimed first is listed first. */
function entriesOf<Key extends string>(amounts: Readonly<Partial<Record<Key, Rupiah>>>): [Key, Rupiah][] {
  return Object.entries(amounts).filter((entry): entry is [Key, Rupiah] => entry[1] !== undefined);
}

function limited(
  rule: Rule<Rupiah>,
  eventDate: LocalDate,
  claimed: Expression,
  payee: Payee,
): BenefitComponent[] {
  const version = versionOn(rule, eventDate);
  if (!version) return [];
  const inputs = { claimed: amountOf(claimed), ceiling: version.value };
  const expression = atMost(version.value, claimed, version);
  return [component(rule, version, { expression, inputs, payee })];
}

function prosthesis(eventDate: LocalDate, referencePrice: Rupiah): BenefitComponent {
  const version = inForce(JKK_PROSTHESIS, eventDate);
  const expression = product(
    money(referencePrice, 'invoices.PROSTHESIS_REFERENCE_PRICE'),
    rate(version.value, version),
  );
  return component(JKK_PROSTHESIS, version, {
    expression,
    inputs: { referencePrice },
    payee: 'RECEIPT_PAYER',
  });
}

/** Care: paid to the PLKK that gave it, or refunded against receipts when another facility did. */
export function medicalCare(
  eventDate: LocalDate,
  { plkkInvoice, medicalReceipts }: { plkkInvoice?: Rupiah; medicalReceipts?: Rupiah },
  statedIn?: string,
): BenefitComponent[] {
  const provision = inForce(JKK_MEDICAL, eventDate);
  const paid = (code: string, field: string, amount: Rupiah | undefined, payee: Payee) =>
    amount === undefined
      ? []
      : [
          component(JKK_MEDICAL, provision, {
            code,
            expression: money(amount, statedIn ?? field),
            inputs: { invoice: amount },
            payee,
          }),
        ];
  return [
    ...paid('JKK_MEDICAL_PLKK', 'plkkInvoice', plkkInvoice, 'PLKK'),
    ...paid('JKK_MEDICAL', 'medicalReceipts', medicalReceipts, 'RECEIPT_PAYER'),
  ];
}
