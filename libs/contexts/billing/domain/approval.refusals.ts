import { AUTHORITY_LINES, type Rupiah, type Words, conflict, refusals } from '#kernel';
import { APPROVE, PASS_ON, CREDIT, SHOW_PAYMENT, CONCLUDE } from './ways-out.js';

/** Why an invoice is not approved. */
export const approvalRefusals = refusals({
  ...AUTHORITY_LINES,
  VERIFIER_CANNOT_APPROVE: conflict(
    {
      en: 'Whoever sent or verified an invoice, or said who paid it, does not approve it',
      id: 'Yang mengirim atau memverifikasi tagihan, atau menyatakan siapa pembayarnya, tidak menyetujuinya',
    },
    { allowed: [{ en: 'approval by somebody else', id: 'persetujuan oleh orang lain' }] },
  ),
  NOT_CONCLUDED_YET: conflict(
    {
      en: 'It is not concluded yet whether this was a work accident',
      id: 'Belum disimpulkan apakah ini kecelakaan kerja',
    },
    { allowed: [CONCLUDE] },
  ),
  LAW_REFUSES_CARE: conflict(
    ({ decision, words }: { decision: string; words: Words }) => ({
      en: `The law gives no care here (${decision}): ${words.en}`,
      id: `Hukum tidak memberi perawatan di sini (${decision}): ${words.id}`,
    }),
    { allowed: [PASS_ON] },
  ),
  NOBODY_TO_PAY: conflict(
    {
      en: 'The facility is not paid by BPJS here, and nobody has shown that they paid it',
      id: 'Fasilitas tidak dibayar BPJS di sini, dan belum ada bukti siapa yang membayarnya',
    },
    { allowed: [SHOW_PAYMENT, PASS_ON] },
  ),
  LETTER_NOT_CONFIRMED: conflict(
    ({ atMostIdr }: { atMostIdr: Rupiah }) => ({
      en: `The facility holds a provisional letter, which covers ${atMostIdr} rupiah before the office confirms it`,
      id: `Fasilitas memegang jaminan sementara, yang menanggung ${atMostIdr} rupiah sebelum kantor mengonfirmasinya`,
    }),
    { allowed: [{ en: 'issue a guarantee letter', id: 'terbitkan surat jaminan' }] },
  ),
  NO_EMPLOYER_TO_REPAY: conflict({
    en: 'The accident names no employer that could have paid',
    id: 'Kecelakaan tidak menyebut pemberi kerja yang dapat membayar',
  }),
  ACCOUNT_OF_PAYER_MISSING: conflict(
    {
      en: 'Whoever paid is a person: where is it repaid?',
      id: 'Yang membayar adalah orang: ke rekening mana dikembalikan?',
    },
    { allowed: [SHOW_PAYMENT] },
  ),
  PAID_TO_ANOTHER: conflict(
    {
      en: 'What was approved of the invoice before went to somebody else: the rest goes there as well',
      id: 'Yang sudah disetujui dari tagihan ini dibayarkan kepada pihak lain: sisanya juga ke sana',
    },
    { allowed: [APPROVE, CREDIT] },
  ),
  NOTHING_MORE_TO_PAY: conflict(
    {
      en: 'Everything that is due of this invoice was approved',
      id: 'Semua yang terutang dari tagihan ini sudah disetujui',
    },
    { allowed: [CREDIT] },
  ),
});
