import { type LocalDate, type Rupiah, rupiah, ZERO_RUPIAH } from '#kernel';
import { type Calculation, decided } from '../kernel/calculation.js';
import { type BenefitComponent, component, type Payee } from '../kernel/component.js';
import { amountOf, atMost, type Expression, less, money, product, rate } from '../kernel/expression.js';
import { refuse } from '../kernel/refusal.js';
import { inForce, type Rule, versionOn } from '../kernel/rule.js';
import { inPassing } from '../kernel/watching.js';
import { refuseUnknownOfMigrants } from '../pmi/migrant-worker.js';
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
  return jkkCalculation(input, transport);
}

/** Dentures, hearing aid, glasses, home care, orthosis and prosthesis, each up to its ceiling. */
export function calculateJkkRehab(input: JkkRehabInput): Calculation {
  const { accidentDate, invoices } = input;
  const result = jkkCalculation(input, rehabilitation);
  const claimed = inPassing(() => Object.values(invoices).some((invoice) => invoice > 0));
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

export function transport(claim: JkkClaim & Partial<JkkTransportInput>): BenefitComponent[] {
  const { accidentDate: eventDate, receipts = {} } = claim;
  const claimed = namesOf(receipts);
  if (claimed.length > 0 && claim.segment === 'PMI') refuseUnknownOfMigrants('transport');
  return claimed.flatMap((mode) =>
    limited(JKK_TRANSPORT[mode], eventDate, () => money(receipts[mode]!, `receipts.${mode}`)),
  );
}

export function rehabilitation(claim: JkkClaim & Partial<JkkRehabInput>): BenefitComponent[] {
  const { accidentDate: eventDate, invoices = {} } = claim;
  const claimed = namesOf(invoices);
  if (claimed.length > 0 && claim.segment === 'PMI')
    refuseUnknownOfMigrants('rehabilitation, dentures, hearing aids and glasses');
  return claimed.flatMap((kind) =>
    kind === 'PROSTHESIS_REFERENCE_PRICE'
      ? [prosthesis(eventDate, invoices[kind]!)]
      : limited(JKK_REHAB[kind satisfies RehabItem], eventDate, () =>
          money(invoices[kind]!, `invoices.${kind}`),
        ),
  );
}

/** What is claimed, in the order it was given: what is claimed first is listed first. */
const namesOf = <Key extends string>(amounts: Readonly<Partial<Record<Key, Rupiah>>>) =>
  (Object.keys(amounts) as Key[]).filter((name) => inPassing(() => amounts[name] !== undefined));

/** What is claimed of a benefit, up to its ceiling; nothing where the law of the day does not know it. */
function limited(rule: Rule<Rupiah>, eventDate: LocalDate, claim: () => Expression): BenefitComponent[] {
  const version = versionOn(rule, eventDate);
  if (!version) return [];
  const claimed = claim();
  const inputs = { claimed: amountOf(claimed), ceiling: version.value };
  const expression = atMost(version.value, claimed, version);
  return [component(rule, version, { expression, inputs, payee: 'RECEIPT_PAYER' })];
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

/** What care cost: at a PLKK, and at other facilities, rupiah. */
export interface CareCosts {
  readonly plkkInvoice?: Rupiah;
  readonly medicalReceipts?: Rupiah;
}

/** A part of the care that others paid: what is claimed less what they bear of it. */
type Borne = Readonly<Record<keyof CareCosts, Rupiah>>;

/** Care: paid to the PLKK that gave it, or refunded against receipts when another facility did; less what others pay. */
export function medicalCare(
  eventDate: LocalDate,
  costs: CareCosts,
  { statedIn, others = ZERO_RUPIAH }: { readonly statedIn?: string; readonly others?: Rupiah } = {},
): BenefitComponent[] {
  const provision = inForce(JKK_MEDICAL, eventDate);
  const borne = borneBy(others, costs);
  const paid = (code: string, field: keyof CareCosts, payee: Payee) => {
    const invoice = costs[field];
    if (invoice === undefined) return [];
    const claimed = money(invoice, statedIn ?? field);
    const byOthers = borne[field];
    const expression = byOthers > 0 ? less(claimed, money(byOthers, 'otherPayerPaid')) : claimed;
    const inputs = { invoice, ...(byOthers > 0 && { otherPayers: byOthers }) };
    return [component(JKK_MEDICAL, provision, { code, expression, inputs, payee })];
  };
  return [
    ...paid('JKK_MEDICAL_PLKK', 'plkkInvoice', 'PLKK'),
    ...paid('JKK_MEDICAL', 'medicalReceipts', 'RECEIPT_PAYER'),
  ];
}

/** What others bear is taken from the bill of the PLKK first, then from receipts; never more than they come to. */
function borneBy(
  others: Rupiah,
  { plkkInvoice = ZERO_RUPIAH, medicalReceipts = ZERO_RUPIAH }: CareCosts,
): Borne {
  const ofInvoice = rupiah(Math.min(others, plkkInvoice));
  return {
    plkkInvoice: ofInvoice,
    medicalReceipts: rupiah(Math.min(others - ofInvoice, medicalReceipts)),
  };
}
