import { type Period, type Rupiah, alike, conflict, dottedRupiah, formatRupiah, refusals } from '#kernel';

const MORE_ROOM = [
  {
    en: 'an extension of the agreement with a larger quota',
    id: 'perpanjangan perjanjian dengan kuota lebih besar',
  },
  { en: 'remove somebody who is carried no more', id: 'keluarkan peserta yang tidak lagi ditanggung' },
  { en: 'another agreement', id: 'perjanjian lain' },
];

/** Why somebody is not carried under an agreement, or not removed from it. */
export const rosterRefusals = refusals({
  QUOTA_USED_UP: conflict(
    ({ quota }: { quota: number }) => ({
      en: `All ${quota} places of the agreement are taken`,
      id: `Semua ${quota} tempat dalam perjanjian sudah terpakai`,
    }),
    { allowed: MORE_ROOM, facts: ({ quota }) => ({ quota }) },
  ),
  MONTHLY_MONEY_USED_UP: conflict(
    ({ leftIdr, dueIdr }: { monthlyIdr: Rupiah; leftIdr: Rupiah; dueIdr: Rupiah }) => ({
      en: `${formatRupiah(dueIdr)} rupiah a month are due, and the agreement has ${formatRupiah(leftIdr)} left`,
      id: `Iuran Rp${dottedRupiah(dueIdr)} sebulan, sisa perjanjian Rp${dottedRupiah(leftIdr)}`,
    }),
    { allowed: MORE_ROOM, facts: ({ monthlyIdr, leftIdr }) => ({ monthlyIdr, leftIdr }) },
  ),
  NOT_CARRIED: conflict(
    (_who: { participantId: string }) => ({
      en: 'This participant is not carried under the agreement',
      id: 'Peserta ini tidak ditanggung dalam perjanjian ini',
    }),
    {
      allowed: [{ en: 'who stands in its roster', id: 'peserta dalam daftar tanggungannya' }],
      facts: ({ participantId }) => ({ participantId }),
    },
  ),
  LAST_MONTH_OUTSIDE_AGREEMENT: conflict(
    ({ first, last }: { first: Period; last: Period }) => ({
      en: `The last month lies between ${first} and ${last}`,
      id: `Bulan terakhir antara ${first} dan ${last}`,
    }),
    { allowed: ({ first, last }) => [alike(`last ${first} … ${last}`)] },
  ),
  NO_LONGER_CARRIED: conflict(
    ({ last }: { last: Period }) => ({
      en: `The participant left the agreement; ${last} was the last month`,
      id: `Peserta sudah keluar dari perjanjian; bulan terakhirnya ${last}`,
    }),
    {
      allowed: ({ last }) => [
        { en: `months up to ${last}`, id: `bulan sampai ${last}` },
        { en: 'a transfer to this agreement', id: 'pindahkan ke perjanjian ini' },
      ],
    },
  ),
  TRANSFER_GOES_NOWHERE: conflict({
    en: 'They are carried under this agreement already',
    id: 'Peserta sudah ditanggung dalam perjanjian ini',
  }),
  TRANSFERRED_MONTHS_PAID: conflict(
    ({ from }: { from: Period; participantId: string }) => ({
      en: `Months up to then are paid already: the transfer can begin in ${from}`,
      id: `Bulan sampai saat itu sudah dibayar: perpindahan dapat dimulai pada ${from}`,
    }),
    {
      allowed: ({ from }) => [alike(`from ${from}`)],
      facts: ({ participantId }) => ({ participantId }),
    },
  ),
});
