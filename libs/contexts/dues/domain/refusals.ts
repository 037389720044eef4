import { type LocalDate, type Period, conflict, notFound, refusals, unprocessable } from '#kernel';

/** Why the wage of a line is not taken; the others of its report are. */
export const wageRefusals = refusals({
  NOT_A_MEMBER: conflict(
    {
      en: 'This person never was a member with this employer',
      id: 'Orang ini tidak pernah menjadi peserta pada pemberi kerja ini',
    },
    { allowed: [{ en: 'report that the worker joined', id: 'laporkan tenaga kerja masuk' }] },
  ),
  NOT_WORKING_THEN: conflict(({ period }: { period: Period }) => ({
    en: `The worker did not work there in ${period}`,
    id: `Tenaga kerja ini tidak bekerja di sana pada ${period}`,
  })),
  DIED_BEFORE: conflict(({ diedOn }: { diedOn: LocalDate }) => ({
    en: `The worker died on ${diedOn}; no later month is due`,
    id: `Tenaga kerja ini meninggal pada ${diedOn}; iuran bulan sesudahnya tidak ditagih`,
  })),
  WAGE_MISSING: conflict({
    en: 'The wage is more than zero; zero takes back a wage that was reported for the month before',
    id: 'Upah harus lebih dari nol; nol membatalkan upah yang sudah dilaporkan untuk bulan itu',
  }),
  TWICE_IN_REPORT: conflict(({ first }: { first: number }) => ({
    en: `Line ${first} is of the same person`,
    id: `Baris ${first} tentang orang yang sama`,
  })),
});

/** Why a report of wages is refused as a whole. */
export const reportRefusals = refusals({
  REPORT_NOT_STARTED: conflict({ en: 'No such report was started', id: 'Laporan ini belum dimulai' }),
  REPORT_NOT_FOUND: notFound({ en: 'There is no such report of wages', id: 'Laporan upah ini tidak ada' }),
  MONTH_NOT_BEGUN: conflict(({ last }: { last: Period }) => ({
    en: `Wages are reported up to the present month, ${last}`,
    id: `Upah dilaporkan sampai bulan berjalan, ${last}`,
  })),
  MONTH_BEFORE_EMPLOYER: conflict(({ first }: { first: Period }) => ({
    en: `The employer started in ${first}`,
    id: `Pemberi kerja mulai terdaftar pada ${first}`,
  })),
  MONTH_AFTER_EMPLOYER: conflict(({ last }: { last: Period }) => ({
    en: `The employer was closed in ${last}`,
    id: `Pemberi kerja ditutup pada ${last}`,
  })),
  NO_WAGES: unprocessable({ en: 'The report names nobody', id: 'Laporan tidak memuat siapa pun' }),
});

/** Why a payment of an employer is not recorded. */
export const duesRefusals = refusals({
  DUES_PAYMENT_NOT_FOUND: notFound({
    en: 'There is no such payment of this employer',
    id: 'Pembayaran pemberi kerja ini tidak ada',
  }),
  PAID_IN_FUTURE: conflict(({ today }: { today: LocalDate }) => ({
    en: `A payment cannot have been made after today, ${today}`,
    id: `Tanggal pembayaran tidak boleh sesudah hari ini, ${today}`,
  })),
  PAID_BEFORE_EMPLOYER: conflict(({ startedOn }: { startedOn: LocalDate }) => ({
    en: `The employer started on ${startedOn}`,
    id: `Pemberi kerja mulai terdaftar pada ${startedOn}`,
  })),
  BANK_REFERENCE_KNOWN: conflict({
    en: 'A payment of this employer with this bank reference is recorded already',
    id: 'Pembayaran pemberi kerja ini dengan nomor referensi bank ini sudah tercatat',
  }),
  NOTHING_BACK_DATED: conflict({
    en: 'No payment was entered so late that it has to be confirmed',
    id: 'Tidak ada pembayaran yang dicatat mundur sehingga perlu dikonfirmasi',
  }),
  ENTERED_BY_YOU: conflict({
    en: 'Whoever entered the payment cannot also confirm it: ask a second person',
    id: 'Yang mencatat pembayaran tidak boleh mengonfirmasinya: mintalah orang kedua',
  }),
});
