import {
  type LocalDate,
  type Rupiah,
  alike,
  conflict,
  dottedRupiah,
  formatRupiah,
  notFound,
  refusals,
} from '#kernel';

/** Why a review is not closed, and why what is owed is neither paid nor given up. */
export const reviewRefusals = refusals({
  REVIEW_NOT_FOUND: notFound({
    en: 'This participant has no such review',
    id: 'Peserta ini tidak mempunyai peninjauan ini',
  }),
  REVIEW_CLOSED: conflict({
    en: 'This review is closed already',
    id: 'Peninjauan ini sudah selesai',
  }),
  FOUND_NOTHING: conflict(
    (_fits: { kinds: readonly string[] }) => ({
      en: 'Say how much was paid too much, and who owes it',
      id: 'Sebutkan berapa kelebihan pembayarannya dan siapa yang berutang',
    }),
    { allowed: ({ kinds }) => kinds.map(alike) },
  ),
  FOUND_DOES_NOT_FIT: conflict(
    ({ outcome }: { outcome: string; kinds: readonly string[] }) => ({
      en: `After ${outcome} something else is owed, or nothing`,
      id: `Sesudah ${outcome} yang terutang adalah hal lain, atau tidak ada`,
    }),
    { allowed: ({ kinds }) => kinds.map(alike) },
  ),
  FOUND_EMPLOYER: conflict({
    en: 'An employer is named where it owes or is owed something, and nowhere else',
    id: 'Pemberi kerja disebut hanya bila ia berutang atau berpiutang',
  }),
  FOUND_TWICE: conflict({
    en: 'Each kind is said once, of an employer once for each',
    id: 'Setiap jenis disebut satu kali, untuk pemberi kerja satu kali masing-masing',
  }),
  RECEIVABLE_NOT_FOUND: notFound({
    en: 'Nothing is owed under this id',
    id: 'Tidak ada piutang dengan id ini',
  }),
  RECEIVABLE_CLOSED: conflict({
    en: 'This was paid, or is not asked for any more',
    id: 'Piutang ini sudah lunas atau tidak ditagih lagi',
  }),
  PAID_OUTSIDE_RECEIVABLE: conflict(({ from, today }: { from: LocalDate; today: LocalDate }) => ({
    en: `It can have been paid from ${from} until today, ${today}`,
    id: `Pembayarannya dapat terjadi sejak ${from} sampai hari ini, ${today}`,
  })),
  FOUND_BY_YOU: conflict({
    en: 'Whoever found what is owed does not give it up: ask somebody else',
    id: 'Yang menemukan piutang tidak menghapuskannya: mintalah orang lain',
  }),
  WAIVER_BEYOND_AUTHORITY: conflict(
    ({ level, persons }: { level: number; persons: number }) => ({
      en: `So great a sum is given up by ${persons === 1 ? 'one person' : `${persons} persons`} of level ${level} or above`,
      id: `Piutang sebesar ini dihapuskan oleh ${persons} orang tingkat ${level} atau di atasnya`,
    }),
    {
      allowed: ({ level }) => [
        {
          en: `a supervisor with \`authority\` ${level} or above in the token gives it up`,
          id: `supervisor dengan \`authority\` ${level} atau lebih pada token menghapuskannya`,
        },
      ],
      facts: ({ level, persons }) => ({ level, persons }),
    },
  ),
  WAIVER_ENDORSED_BY_YOU: conflict(
    {
      en: 'You have given it up already: so great a sum takes a second person',
      id: 'Anda sudah menyetujui penghapusannya: jumlah sebesar ini memerlukan orang kedua',
    },
    {
      allowed: [
        { en: 'another person gives it up', id: 'orang lain menghapuskannya' },
        { en: 'refuse the waiver', id: 'tolak penghapusannya' },
      ],
    },
  ),
  NOTHING_GIVEN_UP: conflict(
    {
      en: 'No first person has given it up: there is nothing to refuse',
      id: 'Belum ada orang pertama yang menyetujui penghapusannya: tidak ada yang ditolak',
    },
    { allowed: [{ en: 'nothing: it is owed', id: 'tidak ada: piutang tetap ditagih' }] },
  ),
  WAIVER_DOES_NOT_FIT: conflict(
    ({ kind, reason }: { kind: string; reason: string; reasons: readonly string[] }) => ({
      en: `What is owed as ${kind} is not given up for ${reason}`,
      id: `Piutang ${kind} tidak dihapuskan karena ${reason}`,
    }),
    { allowed: ({ reasons }) => reasons.map(alike) },
  ),
  NO_SMALL_AMOUNT: conflict(
    ({ amountIdr, belowIdr }: { amountIdr: Rupiah; belowIdr: Rupiah }) => ({
      en: `${formatRupiah(amountIdr)} rupiah are owed: a small amount is less than ${formatRupiah(belowIdr)}`,
      id: `Piutang Rp${dottedRupiah(amountIdr)}: jumlah kecil adalah kurang dari Rp${dottedRupiah(belowIdr)}`,
    }),
    { facts: ({ amountIdr, belowIdr }) => ({ amountIdr, belowIdr }) },
  ),
  CORRECTED_BY_YOU: conflict({
    en: 'Whoever corrected the fact does not say what follows from it: ask somebody else',
    id: 'Yang mengoreksi data tidak menyimpulkan akibatnya: mintalah orang lain',
  }),
});
