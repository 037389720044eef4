import {
  type LocalDate,
  type Period,
  type Rupiah,
  alike,
  conflict,
  dottedRupiah,
  formatRupiah,
  notFound,
  periodOf,
  refusals,
} from '#kernel';

/** Why a contribution is not recorded. */
export const contributionRefusals = refusals({
  PERSONAL_DATA_ERASED: conflict({
    en: 'The personal data of this participant was erased: nobody can say any more for whom the money is',
    id: 'Data pribadi peserta ini sudah dihapus: tidak diketahui lagi untuk siapa iuran ini',
  }),
  INCOME_BAND_CHANGES_WITHIN: conflict(
    ({ from }: { from: Period; last: Period }) => ({
      en: `Another income holds from ${from} on: pay the months before and from then on apart`,
      id: `Dasar penghasilan lain berlaku mulai ${from}: bayarlah bulan sebelumnya dan bulan mulai saat itu secara terpisah`,
    }),
    {
      allowed: ({ from, last }) => [
        { en: `months up to ${last}`, id: `bulan sampai ${last}` },
        alike(`period ${from}`),
      ],
    },
  ),
  PAYMENT_NOT_FOUND: notFound({
    en: 'No payment with this first month and this receipt counts for this participant',
    id: 'Tidak ada pembayaran dengan bulan pertama dan nomor bukti ini yang berlaku untuk peserta ini',
  }),
  PAYMENT_WAS_SET_OFF: conflict({
    en: 'No money came for these months: they were deducted from a benefit, and count as received by that',
    id: 'Tidak ada uang yang masuk untuk bulan ini: iurannya dipotong dari manfaat dan karenanya dianggap diterima',
  }),
  PAID_IN_FUTURE: conflict(({ today }: { today: LocalDate }) => ({
    en: `A payment cannot have been made after today, ${today}`,
    id: `Tanggal pembayaran tidak boleh sesudah hari ini, ${today}`,
  })),
  BEFORE_REGISTRATION: conflict(
    (registered: { on: LocalDate; byThisPayment?: true }) =>
      registered.byThisPayment
        ? {
            en: `The workers are registered as of the payment, ${registered.on}: no earlier month can be paid`,
            id: `Pekerja terdaftar mulai tanggal pembayaran, ${registered.on}: bulan sebelumnya tidak dapat dibayar`,
          }
        : {
            en: `The participant was registered on ${registered.on}`,
            id: `Peserta terdaftar pada ${registered.on}`,
          },
    {
      allowed: ({ on, byThisPayment }) => [
        byThisPayment
          ? { en: `period ${periodOf(on)} or later`, id: `period ${periodOf(on)} atau sesudahnya` }
          : {
              en: `period ${periodOf(on)} or later, paid on ${on} or later`,
              id: `period ${periodOf(on)} atau sesudahnya, dibayar pada ${on} atau sesudahnya`,
            },
      ],
      shown: [{ byThisPayment: undefined }, {}],
    },
  ),
  ARREARS_TOO_OLD: conflict(
    ({ atMost }: { atMost: number; from: Period }) => ({
      en: `Arrears of more than ${atMost} months are not charged: pay from the current month on`,
      id: `Tunggakan lebih dari ${atMost} bulan tidak ditagih: bayar mulai bulan berjalan`,
    }),
    { allowed: ({ from }) => [alike(`period ${from}`)] },
  ),
  PERIOD_TOO_FAR_AHEAD: conflict(
    ({ atMost, paidOn }: { atMost: number; paidOn: LocalDate; last: Period }) => ({
      en: `Contributions begin at most ${atMost} months after the payment of ${paidOn}`,
      id: `Iuran dimulai paling lambat ${atMost} bulan sesudah pembayaran tanggal ${paidOn}`,
    }),
    {
      allowed: ({ last }) => [{ en: `period ${last} or earlier`, id: `period ${last} atau sebelumnya` }],
    },
  ),
  PERIOD_ALREADY_PAID: conflict(({ twice }: { twice: readonly Period[] }) => ({
    en: `Already paid: ${twice.join(', ')}`,
    id: `Sudah dibayar: ${twice.join(', ')}`,
  })),
  NOT_OLDEST_MONTH: conflict(
    ({ oldest }: { oldest: Period }) => ({
      en: `The oldest unpaid month is ${oldest}: contributions are paid from it on`,
      id: `Bulan tertua yang belum dibayar adalah ${oldest}: iuran dibayar mulai bulan itu`,
    }),
    { allowed: ({ oldest }) => [alike(`period ${oldest}`)] },
  ),
  MEMBERSHIP_ENDED: conflict(
    ({ from }: { from: Period }) => ({
      en: `Membership had ended: a new one begins with the payment, and months before ${from} are not charged`,
      id: `Kepesertaan sudah berakhir: kepesertaan baru dimulai dengan pembayaran ini, dan bulan sebelum ${from} tidak ditagih`,
    }),
    {
      allowed: ({ from }) => [
        { en: `period ${from} or later`, id: `period ${from} atau sesudahnya` },
        {
          en: 'settlesEventOn, where a claim waits for arrears',
          id: 'settlesEventOn, bila klaim menunggu pelunasan tunggakan',
        },
      ],
    },
  ),
  NO_ARREARS_OF_EVENT: conflict(({ eventOn }: { eventOn: LocalDate }) => ({
    en: `No claim for an event on ${eventOn} waits for arrears: none were due and unpaid, or all were paid since`,
    id: `Tidak ada tunggakan yang ditunggu klaim atas kejadian tanggal ${eventOn}: tidak ada yang menunggak, atau semuanya sudah dibayar`,
  })),
  NOT_THESE_ARREARS: conflict(
    ({ unpaid }: { unpaid: readonly Period[] }) => ({
      en: `The claim waits for ${unpaid.join(', ')}, and for no other month`,
      id: `Klaim menunggu pembayaran ${unpaid.join(', ')}, dan tidak bulan lain`,
    }),
    { allowed: ({ unpaid }) => [alike(`period ${unpaid[0] ?? ''}, months ${unpaid.length}`)] },
  ),
  AMOUNT_DIFFERS: conflict(
    ({ dueIdr }: { dueIdr: Rupiah; receivedIdr: Rupiah }) => ({
      en: `${formatRupiah(dueIdr)} rupiah are due for this payment`,
      id: `Iuran yang harus dibayar Rp${dottedRupiah(dueIdr)}`,
    }),
    {
      allowed: ({ dueIdr }) => [alike(`amountIdr ${dueIdr}`)],
      facts: ({ dueIdr, receivedIdr }) => ({ dueIdr, receivedIdr }),
    },
  ),
});
