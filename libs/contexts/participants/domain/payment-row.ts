import { NIK, RUPIAH, type Rupiah, UUID } from '#kernel';
import type { RowFault } from './import-row.js';

/** The columns of a list of payments, in any order; the header names one of the first two at least. */
export const PAYMENT_COLUMNS = ['nik', 'participant_id', 'amount'] as const;

export type PaymentColumn = (typeof PAYMENT_COLUMNS)[number];

/** Whoever is on the list is named by one of these. */
export const NAMING_COLUMNS: readonly PaymentColumn[] = ['nik', 'participant_id'];

/** What one line says: who, and what was paid for them, if it says so. */
export interface PaymentRow {
  readonly nik?: string;
  readonly participantId?: string;
  readonly amountIdr?: Rupiah;
}

const NOBODY_NAMED: RowFault = {
  code: 'NOBODY_NAMED',
  detail: 'The line has neither a NIK nor a participant id',
};
const NIK_MALFORMED: RowFault = { code: 'NIK_MALFORMED', detail: 'The NIK has 16 digits' };
const PARTICIPANT_ID_MALFORMED: RowFault = {
  code: 'PARTICIPANT_ID_MALFORMED',
  detail: 'The participant id is a UUID',
};
const AMOUNT_MALFORMED: RowFault = {
  code: 'AMOUNT_MALFORMED',
  detail: 'The amount is whole rupiah in digits, or nothing',
};

/** Reads the text cells of one line; who has both is named by the participant id. Amounts may have thousands separators. */
export function readPaymentRow(cells: Readonly<Record<PaymentColumn, string>>): PaymentRow | RowFault {
  const amount = readAmount(cells.amount.trim());
  if (amount === 'MALFORMED') return AMOUNT_MALFORMED;
  const paid = amount === undefined ? {} : { amountIdr: amount };
  const participantId = UUID.normal(cells.participant_id.trim());
  if (participantId !== '') {
    return UUID.fits(participantId) ? { participantId, ...paid } : PARTICIPANT_ID_MALFORMED;
  }
  const nik = cells.nik.replace(/[\s.'-]/g, '');
  if (nik === '') return NOBODY_NAMED;
  return NIK.fits(nik) ? { nik, ...paid } : NIK_MALFORMED;
}

function readAmount(text: string): Rupiah | undefined | 'MALFORMED' {
  if (text === '') return undefined;
  const amount = RUPIAH.fromText(text.replace(/[.,](?=\d{3}\b)/g, ''));
  return RUPIAH.fits(amount) ? amount : 'MALFORMED';
}
