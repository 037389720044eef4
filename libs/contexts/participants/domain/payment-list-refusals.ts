import {
  type Rupiah,
  conflict,
  dottedRupiah,
  formatRupiah,
  notFound,
  refusals,
  unprocessable,
} from '#kernel';

/** Why a list of payments is refused as a whole. */
export const paymentListRefusals = refusals({
  LIST_NOT_FOUND: notFound({
    en: 'There is no such list of payments',
    id: 'Daftar pembayaran ini tidak ada',
  }),
  LIST_NOT_STARTED: conflict({ en: 'No such list was started', id: 'Daftar ini belum dimulai' }),
  LIST_NOT_FINISHED: conflict(
    {
      en: 'This list was not finished: nobody knows yet for whom it paid',
      id: 'Daftar ini belum selesai: belum diketahui untuk siapa dibayarkan',
    },
    { allowed: [{ en: 'the same file again, which finishes it', id: 'berkas yang sama sekali lagi' }] },
  ),
  REVERSAL_UNDER_WAY: conflict({
    en: 'A second person has confirmed it, and it is being taken back: it comes to its end by itself',
    id: 'Orang kedua sudah mengonfirmasinya dan pembatalan sedang berjalan: akan selesai dengan sendirinya',
  }),
  LIST_TAKEN_BACK: conflict(
    {
      en: 'The sum of this list was taken back: sent again it pays for nobody',
      id: 'Pembayaran daftar ini sudah dibatalkan: bila dikirim ulang tidak membayar siapa pun',
    },
    {
      allowed: [
        {
          en: 'the payment as it really was: with its own receipt, day or sum',
          id: 'pembayaran yang sebenarnya: dengan nomor, tanggal, atau jumlahnya sendiri',
        },
      ],
    },
  ),
  LIST_NAMES_NOBODY: unprocessable({
    en: 'Nobody is left on the list',
    id: 'Tidak ada lagi orang di dalam daftar',
  }),
  NOT_ON_THE_LIST: unprocessable(
    ({ which }: { which: 'JOINERS' | 'LEAVERS'; participantId: string }) =>
      which === 'LEAVERS'
        ? { en: 'Who leaves is not on the list', id: 'Yang keluar tidak ada dalam daftar' }
        : { en: 'Who joins is on the list already', id: 'Yang masuk sudah ada dalam daftar' },
    {
      facts: ({ participantId }) => ({ participantId }),
      shown: [{ which: 'JOINERS' }, { which: 'LEAVERS' }],
    },
  ),
  AMOUNT_MISSING: unprocessable(
    {
      en: 'Say what came in: only a dry run may leave it out',
      id: 'Sebutkan jumlah yang masuk: hanya uji coba yang boleh tanpa jumlah',
    },
    {
      allowed: [
        { en: 'amountIdr', id: 'amountIdr' },
        { en: 'dryRun=true', id: 'dryRun=true' },
      ],
    },
  ),
});

/** Why a line of a list is not paid; the others are. */
export const paymentLineRefusals = refusals({
  TWICE_IN_LIST: conflict(({ first }: { first: number }) => ({
    en: `Line ${first} is of the same person`,
    id: `Baris ${first} tentang orang yang sama`,
  })),
  NOT_COVERED_BY_AMOUNT: conflict(({ dueIdr, leftIdr }: { dueIdr: Rupiah; leftIdr: Rupiah }) => ({
    en: `${formatRupiah(dueIdr)} rupiah are due, and ${formatRupiah(leftIdr)} of the payment were left`,
    id: `Iuran Rp${dottedRupiah(dueIdr)}, sisa pembayaran Rp${dottedRupiah(leftIdr)}`,
  })),
});
