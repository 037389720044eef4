import { type LocalDate, localDate, rupiah } from '#kernel';
import { type Calculation, type CareCosts, calculateJkkCase } from '#law';
import type { ApprovalFacts } from './approve-invoice.js';
import type { InvoiceLine } from './billing.events.js';
import type { SubmitInvoiceInput } from './submit-invoice.js';

/** Invented ids that the specs of this context share. */
export const ACCIDENT = '6a0c7f0e-1111-5000-8000-000000000001';
export const PATIENT = '6a0c7f0e-2222-8000-8000-000000000001';
export const HOSPITAL = '6a0c7f0e-3333-5000-8000-000000000001';
export const CLINIC = '6a0c7f0e-3333-5000-8000-000000000002';
export const EMPLOYER = '6a0c7f0e-4444-5000-8000-000000000001';

export const ACCOUNT = { bank: 'Bank Contoh', number: '0000011111', holder: 'Sari Contoh' };

const OCCURRED_ON = localDate('2026-09-01');

/** One line of the given amount, on the first day of the stay. */
export const line = (amountIdr: number, changes: Partial<InvoiceLine> = {}): InvoiceLine => ({
  line: 1,
  serviceDate: localDate('2026-09-02'),
  kind: 'PROCEDURE',
  description: 'Jahit luka',
  quantity: 1,
  unitPriceIdr: rupiah(amountIdr),
  amountIdr: rupiah(amountIdr),
  ...changes,
});

/** An invoice of the hospital for three days, of these lines. */
export function sent(
  lines: readonly InvoiceLine[],
  changes: Partial<SubmitInvoiceInput> = {},
): SubmitInvoiceInput {
  return {
    accidentId: ACCIDENT,
    facilityId: HOSPITAL,
    invoiceNumber: 'INV-1',
    benefit: 'CARE',
    careKind: 'OUTPATIENT',
    interim: false,
    admittedOn: localDate('2026-09-02'),
    dischargedOn: localDate('2026-09-05'),
    totalIdr: rupiah(lines.reduce((sum, { amountIdr }) => sum + amountIdr, 0)),
    health: {
      mainDiagnosis: 'S61.0',
      otherDiagnoses: [],
      externalCause: 'W29',
      procedures: ['86.59'],
      lines,
    },
    ...changes,
  };
}

/** What the log knows of the accident: concluded, guaranteed at the hospital, and of somebody whose contributions are paid. */
export function facts(
  accident: Partial<ApprovalFacts['accident']> = {},
  plkk: ApprovalFacts['plkk'] = { careUntil: localDate('2027-03-31') },
): ApprovalFacts {
  return {
    participantId: PATIENT,
    accident: {
      kind: 'AT_WORK',
      placeKind: 'INSIDE_WORK_SITE',
      occurredOn: OCCURRED_ON,
      situation: 'IN_CARE',
      conclusion: 'WORK_ACCIDENT',
      employerId: EMPLOYER,
      letters: [{ facilityId: HOSPITAL, issuedOn: OCCURRED_ON }],
      care: [],
      ...accident,
    },
    plkk,
    careDue: careDueOn(accident.occurredOn ?? OCCURRED_ON),
  };
}

/** The law itself, for somebody with an employer who paid. */
const careDueOn =
  (accidentDate: LocalDate) =>
  (costs: CareCosts): Calculation =>
    calculateJkkCase({ segment: 'PU', accidentDate, monthlyWage: rupiah(4_800_000), ...costs });
