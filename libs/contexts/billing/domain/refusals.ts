import { conflict, notFound, refusals } from '#kernel';
import { SUBMIT, REVISE, VERIFY, APPROVE, RETURN, READMIT, PASS_ON, CREDIT } from './ways-out.js';

/** Why something about an invoice is refused. What was done to a patient is never repeated. */
export const billingRefusals = refusals({
  INVOICE_NOT_FOUND: notFound(
    { en: 'No such invoice was sent', id: 'Tagihan ini tidak ada' },
    { allowed: [SUBMIT] },
  ),
  NOT_YOUR_INVOICE: conflict({
    en: 'A facility sends its own invoices',
    id: 'Fasilitas mengirim tagihannya sendiri',
  }),
  INVOICE_SUBMITTED: conflict(
    { en: 'The invoice waits to be verified', id: 'Tagihan menunggu verifikasi' },
    { allowed: [VERIFY, RETURN, REVISE] },
  ),
  INVOICE_RETURNED: conflict(
    { en: 'The invoice was returned, and is to be corrected', id: 'Tagihan dikembalikan untuk diperbaiki' },
    { allowed: [REVISE, READMIT, PASS_ON] },
  ),
  INVOICE_VERIFIED: conflict(
    {
      en: 'The invoice is verified, and waits for a second person',
      id: 'Tagihan sudah diverifikasi dan menunggu orang kedua',
    },
    { allowed: [APPROVE, VERIFY, RETURN] },
  ),
  INVOICE_APPROVED: conflict(
    { en: 'The invoice is approved', id: 'Tagihan sudah disetujui' },
    { allowed: [CREDIT] },
  ),
  INVOICE_WITHDRAWN: conflict(
    { en: 'The invoice was taken back', id: 'Tagihan sudah dibatalkan' },
    { allowed: [REVISE] },
  ),
  INVOICE_PASSED_ON: conflict(
    {
      en: 'JKK does not bear the invoice: it was passed on',
      id: 'JKK tidak menanggung tagihan ini: sudah dialihkan',
    },
    { allowed: [READMIT] },
  ),
  STATEMENT_OF_WHOM: conflict(
    { en: 'Of which facility?', id: 'Fasilitas yang mana?' },
    { allowed: [{ en: 'facilityId', id: 'facilityId' }] },
  ),
  STATEMENT_OF_ANOTHER: conflict({
    en: 'A facility sees its own statement',
    id: 'Fasilitas melihat rekeningnya sendiri',
  }),
  STATEMENT_TOO_LONG: conflict(({ days }: { days: number }) => ({
    en: `A statement is for ${days} days at most, the first before the last`,
    id: `Rekening paling banyak untuk ${days} hari, hari pertama sebelum hari terakhir`,
  })),
});
