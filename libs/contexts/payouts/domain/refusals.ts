import { type LocalDate, type Rupiah, conflict, formatRupiah, notFound, refusals } from '#kernel';
import type { KnownPayout } from './payout-state.js';
import { INSTRUCT, NAME_ACCOUNT, AMEND_ACCOUNT, CONFIRM, CANCEL, nextSteps, itIs } from './ways-out.js';

/** Why something about a payment is refused. */
export const payoutRefusals = refusals({
  PAYOUT_NOT_FOUND: notFound(
    { en: 'No such payment was ordered', id: 'Pembayaran ini tidak pernah diperintahkan' },
    {
      allowed: [
        {
          en: 'an approved claim or school year orders its payments by itself',
          id: 'klaim atau tahun beasiswa yang disetujui memerintahkan pembayarannya sendiri',
        },
      ],
    },
  ),
  PAYOUT_DIFFERS: conflict<{ orderedIdr: Rupiah; askedIdr: Rupiah }>(
    {
      en: 'This payment was ordered with another amount or for another person',
      id: 'Pembayaran ini sudah diperintahkan dengan jumlah lain atau untuk orang lain',
    },
    { facts: ({ orderedIdr, askedIdr }) => ({ orderedIdr, askedIdr }) },
  ),
  AMOUNT_NOT_POSITIVE: conflict(({ amountIdr }: { amountIdr: Rupiah }) => ({
    en: `A payment needs an amount above zero, not ${formatRupiah(amountIdr)}`,
    id: `Jumlah pembayaran harus lebih dari nol, bukan ${formatRupiah(amountIdr)}`,
  })),
  ACCOUNT_MISSING: conflict<{ payee: string }>(
    { en: 'No account of this payee is known', id: 'Rekening penerima ini tidak diketahui' },
    { facts: ({ payee }) => ({ payee }) },
  ),
  NOT_TO_BE_INSTRUCTED: conflict<KnownPayout>(itIs, { allowed: nextSteps }),
  DECIDER_CANNOT_INSTRUCT: conflict(
    {
      en: 'Whoever decided that this is paid does not tell the bank: ask a second person',
      id: 'Yang memutus pembayaran ini tidak menginstruksikan bank: mintalah orang kedua',
    },
    { allowed: [{ en: 'somebody else instructs the bank', id: 'orang lain menginstruksikan bank' }] },
  ),
  ACCOUNT_GIVER_CANNOT_INSTRUCT: conflict(
    {
      en: 'Whoever gave the account does not tell the bank to pay to it: ask a second person',
      id: 'Yang memasukkan rekening tidak menginstruksikan pembayaran ke rekening itu: mintalah orang kedua',
    },
    { allowed: [{ en: 'somebody else instructs the bank', id: 'orang lain menginstruksikan bank' }] },
  ),
  INSTRUCTION_NUMBER_USED: conflict(
    { en: 'An earlier instruction had this number', id: 'Nomor instruksi ini sudah pernah dipakai' },
    { allowed: [{ en: 'a new instructionNumber', id: 'instructionNumber yang baru' }] },
  ),
  INSTRUCTED_IN_FUTURE: conflict(({ today }: { today: LocalDate }) => ({
    en: `The bank cannot have been told after today, ${today}`,
    id: `Bank tidak mungkin diinstruksikan sesudah hari ini, ${today}`,
  })),
  DATES_OUT_OF_ORDER: conflict(({ situation, lastStepOn }: KnownPayout) => ({
    en: `The payment is ${situation} since ${lastStepOn}`,
    id: `Pembayaran berstatus ${situation} sejak ${lastStepOn}`,
  })),
  FACILITY_ACCOUNT_UNKNOWN: conflict({
    en: 'No account of this PLKK is known',
    id: 'Rekening PLKK ini tidak diketahui',
  }),
  EMPLOYER_ACCOUNT_UNKNOWN: conflict(
    {
      en: 'No account of this employer is known',
      id: 'Rekening pemberi kerja ini tidak diketahui',
    },
    { allowed: [NAME_ACCOUNT] },
  ),
  PERSONAL_DATA_ERASED: conflict(
    {
      en: 'The personal data of this payment was erased: nobody knows which account it goes to',
      id: 'Data pribadi pembayaran ini sudah dihapus: rekening tujuannya tidak diketahui lagi',
    },
    { allowed: [CANCEL] },
  ),
  ACCOUNT_NOT_CORRECTED: conflict<KnownPayout>(itIs, { allowed: nextSteps }),
  CORRECTOR_CANNOT_CONFIRM: conflict(
    {
      en: 'Whoever gave the account cannot also confirm it: ask a second person',
      id: 'Yang memasukkan rekening tidak boleh mengonfirmasinya: mintalah orang kedua',
    },
    { allowed: [CONFIRM] },
  ),
  NOT_TO_BE_CANCELLED: conflict<KnownPayout>(
    (payout) =>
      payout.accountErased
        ? itIs(payout)
        : {
            en: 'Only the payment of a person who was erased, for a death that was taken back, or that came back after it had arrived, is given up: this one can be made',
            id: 'Hanya pembayaran milik orang yang datanya sudah dihapus, untuk kematian yang dicabut, atau yang kembali setelah lunas, yang dibatalkan: yang ini dapat dibayarkan',
          },
    { allowed: nextSteps, shown: [{ accountErased: true }, {}] },
  ),
  RECORDER_CANNOT_CANCEL: conflict(
    {
      en: 'Whoever recorded that the money came back does not give the payment up: ask a second person',
      id: 'Yang mencatat dana kembali tidak membatalkan pembayarannya: mintalah orang kedua',
    },
    { allowed: [CANCEL] },
  ),
  EVENT_REVOKED: conflict(
    {
      en: 'What this payment is for did not happen: the death was taken back',
      id: 'Dasar pembayaran ini tidak terjadi: laporan kematian sudah dicabut',
    },
    {
      allowed: [
        {
          en: 'a supervisor cancels the payment: EVENT_REVOKED',
          id: 'supervisor membatalkan pembayaran: EVENT_REVOKED',
        },
      ],
    },
  ),
  CLAIM_AWAITS_ANSWER: conflict(
    ({ reason, until }: { reason: string; until: LocalDate }) => ({
      en: `The claim waits for ${reason} until ${until}: nothing of it is paid before that ends`,
      id: `Klaim menunggu ${reason} sampai ${until}: belum ada yang dibayar sebelum penantian itu berakhir`,
    }),
    {
      allowed: [
        { en: 'end the wait of the claim', id: 'akhiri penantian klaimnya' },
        { en: 'propose to deny the claim', id: 'usulkan penolakan klaimnya' },
      ],
      facts: ({ reason, until }) => ({ reason, until }),
    },
  ),
  NOT_RETURNED: conflict<KnownPayout>(itIs, { allowed: nextSteps }),
  FACILITY_IS_PAID: conflict(
    {
      en: 'The account of a PLKK is kept with the facility',
      id: 'Rekening PLKK tercatat pada data fasilitas',
    },
    { allowed: [AMEND_ACCOUNT, INSTRUCT] },
  ),
  EMPLOYER_IS_PAID: conflict(
    {
      en: 'The account of an employer is kept with the employer',
      id: 'Rekening pemberi kerja tercatat pada data pemberi kerja',
    },
    { allowed: [NAME_ACCOUNT, INSTRUCT] },
  ),
});
