import { type LocalDate, type Rupiah, conflict, formatRupiah, refusals } from '#kernel';
import type { BankResult, KnownPayout } from './payout-state.js';
import { nextSteps } from './ways-out.js';

/** Why what the bank said, or is said to have said, is not recorded. */
export const bankRefusals = refusals({
  INSTRUCTOR_CANNOT_SETTLE: conflict({
    en: 'This account is not the one of the order: whoever told the bank to pay cannot also record that the money arrived',
    id: 'Rekening ini bukan rekening perintah bayar: yang menginstruksikan bank tidak boleh mencatat bahwa dana diterima',
  }),
  NO_SETTLEMENT_ENTERED: conflict<KnownPayout>(
    {
      en: 'Nobody has entered late that this money arrived',
      id: 'Tidak ada pelunasan pembayaran ini yang dicatat terlambat',
    },
    { allowed: nextSteps },
  ),
  ENTERED_BY_YOU: conflict(
    {
      en: 'Whoever entered late that the money arrived does not confirm it: ask a second person',
      id: 'Yang mencatat pelunasan terlambat tidak mengonfirmasinya: mintalah orang kedua',
    },
    {
      allowed: [{ en: 'somebody else confirms the settlement', id: 'orang lain mengonfirmasi pelunasannya' }],
    },
  ),
  RESULT_IN_FUTURE: conflict(({ today }: { today: LocalDate }) => ({
    en: `A bank cannot have reported for a day after today, ${today}`,
    id: `Bank tidak mungkin melaporkan tanggal sesudah hari ini, ${today}`,
  })),
  BANK_RESULT_CONTRADICTS: conflict(
    ({ earlier }: { earlier: BankResult; payout: KnownPayout }) => ({
      en: `The bank reported ${earlier.result} on ${earlier.on} and now says otherwise: ask the bank`,
      id: `Bank melaporkan ${earlier.result} pada ${earlier.on} dan sekarang berkata lain: tanyakan kepada bank`,
    }),
    { allowed: ({ payout }) => nextSteps(payout) },
  ),
  BANK_RESULT_NOT_AWAITED: conflict(
    ({ payout: { situation }, result }: { payout: KnownPayout; result: BankResult['result'] }) => ({
      en: `The payment is ${situation}, so ${result} cannot follow`,
      id: `Pembayaran berstatus ${situation}, sehingga ${result} tidak dapat menyusul`,
    }),
    { allowed: ({ payout }) => nextSteps(payout) },
  ),
  BANK_REFERENCE_USED: conflict(
    {
      en: 'Something else was paid under this reference of the bank: one transfer settles one payment, or one thing that is owed',
      id: 'Referensi bank ini sudah dipakai: satu transfer melunasi satu pembayaran, atau satu piutang',
    },
    {
      allowed: [
        { en: 'the bankReference of this payment', id: 'bankReference pembayaran ini' },
        { en: 'RETURNED, where the bank sent this payment back', id: 'RETURNED, bila bank mengembalikannya' },
      ],
    },
  ),
  BANK_REFERENCE_DIFFERS: conflict({
    en: 'The bank accepted this payment under another reference',
    id: 'Bank menerima pembayaran ini dengan nomor referensi lain',
  }),
  AMOUNT_DIFFERS: conflict(({ orderedIdr, arrivedIdr }: { orderedIdr: Rupiah; arrivedIdr: Rupiah }) => ({
    en: `${formatRupiah(orderedIdr)} rupiah were ordered, ${formatRupiah(arrivedIdr)} arrived`,
    id: `Diperintahkan ${formatRupiah(orderedIdr)} rupiah, yang diterima ${formatRupiah(arrivedIdr)}`,
  })),
});
