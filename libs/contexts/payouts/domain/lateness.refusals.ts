import { AUTHORITY_LINES, conflict, refusals } from '#kernel';

const APPROVE_COMPENSATION = { en: 'approve the compensation', id: 'setujui ganti rugi' };
const DENY_COMPENSATION = { en: 'deny the compensation', id: 'tolak ganti rugi' };

/** Why what a payment owes because it came late is not decided. */
export const latenessRefusals = refusals({
  NO_LATE_COMPENSATION: conflict(
    {
      en: 'This payment owes nothing for lateness: it was in time, has not arrived, or is for no cash',
      id: 'Pembayaran ini tidak berutang ganti rugi: tepat waktu, belum diterima, atau bukan uang tunai',
    },
    {
      allowed: [
        {
          en: 'nothing: what a delay owes is found by itself once the money has arrived',
          id: 'tidak ada: ganti rugi ditemukan dengan sendirinya sesudah dana diterima',
        },
      ],
    },
  ),
  LATE_COMPENSATION_DECIDED: conflict(({ decided }: { decided: 'APPROVED' | 'DENIED' }) => ({
    en: `What this payment owes for lateness is ${decided}`,
    id: `Ganti rugi keterlambatan pembayaran ini berstatus ${decided}`,
  })),
  INSTRUCTOR_CANNOT_COMPENSATE: conflict(
    {
      en: 'Whoever told the bank of the late payment does not decide what the delay owes: ask a second person',
      id: 'Yang menginstruksikan pembayaran terlambat tidak memutus ganti ruginya: mintalah orang kedua',
    },
    { allowed: [{ en: 'another supervisor', id: 'supervisor lain' }] },
  ),
  LATE_PAYMENT_NOT_OWED: conflict(
    {
      en: 'What came late was given back and is owed to nobody: nothing is owed for the delay either',
      id: 'Pembayaran yang terlambat sudah dikembalikan dan tidak terutang: keterlambatannya juga tidak menimbulkan utang',
    },
    { allowed: [DENY_COMPENSATION] },
  ),
  LATE_PAYMENT_STANDS: conflict(
    {
      en: 'What came late was not given up as owed to nobody',
      id: 'Pembayaran yang terlambat tidak dibatalkan sebagai tidak terutang',
    },
    { allowed: [APPROVE_COMPENSATION] },
  ),
  ...AUTHORITY_LINES,
  ACCOUNT_OF_LATE_PAYMENT_ERASED: conflict(
    {
      en: 'The personal data of the late payment was erased: nobody knows which account this goes to',
      id: 'Data pribadi pembayaran terlambat sudah dihapus: rekening tujuannya tidak diketahui lagi',
    },
    { allowed: [DENY_COMPENSATION] },
  ),
  PAYEE_IS_KNOWN: conflict(
    {
      en: 'Only what is owed to somebody who was erased is settled by papers, or claimed by nobody: this can be paid',
      id: 'Hanya utang kepada orang yang datanya sudah dihapus yang diselesaikan dengan berkas atau tidak diklaim: yang ini dapat dibayarkan',
    },
    { allowed: [APPROVE_COMPENSATION] },
  ),
});
