import { type LocalDate, conflict, notFound, refusals } from '#kernel';

/** Why a membership with an employer does not begin or end. */
export const membershipRefusals = refusals({
  MEMBERSHIP_NOT_FOUND: notFound(
    { en: 'There is no such membership', id: 'Kepesertaan ini tidak ada' },
    { allowed: [{ en: 'report that the worker joined', id: 'laporkan tenaga kerja masuk' }] },
  ),
  NIK_OF_ANOTHER: conflict({
    en: 'This NIK is registered for somebody with another name and another birth date: compare with the KTP',
    id: 'NIK ini terdaftar atas nama dan tanggal lahir lain: cocokkan dengan KTP',
  }),
  ALREADY_EMPLOYED: conflict(
    ({ startedOn }: { startedOn: LocalDate }) => ({
      en: `The worker is a member with this employer since ${startedOn}`,
      id: `Tenaga kerja ini sudah menjadi peserta pada pemberi kerja ini sejak ${startedOn}`,
    }),
    { allowed: [{ en: 'report that the worker left', id: 'laporkan tenaga kerja keluar' }] },
  ),
  JOINS_BEFORE_LEAVING: conflict(({ lastDay }: { lastDay: LocalDate }) => ({
    en: `The last time with this employer ended on ${lastDay}: another one begins later`,
    id: `Masa kerja terakhir pada pemberi kerja ini berakhir pada ${lastDay}: masa baru dimulai sesudahnya`,
  })),
  WORK_IN_FUTURE: conflict(({ today }: { today: LocalDate }) => ({
    en: `Neither a first nor a last day of work lies after today, ${today}`,
    id: `Hari pertama dan hari terakhir bekerja tidak boleh sesudah hari ini, ${today}`,
  })),
  JOINS_BEFORE_EMPLOYER: conflict(({ startedOn }: { startedOn: LocalDate }) => ({
    en: `The employer started on ${startedOn}: nobody joins before`,
    id: `Pemberi kerja mulai terdaftar pada ${startedOn}: tidak ada yang masuk sebelumnya`,
  })),
  JOINS_CLOSED_EMPLOYER: conflict(({ lastDay }: { lastDay: LocalDate }) => ({
    en: `The employer was closed; its last day was ${lastDay}`,
    id: `Pemberi kerja sudah ditutup; hari terakhirnya ${lastDay}`,
  })),
  DECREE_UNCONFIRMED: conflict(
    {
      en: 'The decree was entered long after its first day: a second person has to confirm it',
      id: 'Surat keputusan dicatat lama sesudah hari pertamanya: orang kedua harus mengonfirmasinya',
    },
    { allowed: [{ en: 'confirm the entries of the employer', id: 'konfirmasi catatan pemberi kerja' }] },
  ),
  DECREE_NOT_FOUND: notFound(
    { en: 'The employer has no such decree', id: 'Pemberi kerja tidak mempunyai surat keputusan ini' },
    { allowed: [{ en: 'record the decree', id: 'catat surat keputusan' }] },
  ),
  OUTSIDE_DECREE: conflict(({ validFrom, validUntil }: { validFrom: LocalDate; validUntil: LocalDate }) => ({
    en: `The decree names workers from ${validFrom} to ${validUntil}`,
    id: `Surat keputusan menetapkan tenaga kerja dari ${validFrom} sampai ${validUntil}`,
  })),
  NO_TERM: conflict(
    {
      en: 'No decree names the worker for a time: there is nothing to prolong',
      id: 'Tidak ada surat keputusan yang menetapkan masa tenaga kerja ini: tidak ada yang diperpanjang',
    },
    { allowed: [{ en: 'report that the worker joined', id: 'laporkan tenaga kerja masuk' }] },
  ),
  TERM_NOT_PROLONGED: conflict(
    ({ termEndsOn }: { termEndsOn: LocalDate }) => ({
      en: `The present time ends on ${termEndsOn}: the decree has to begin by the day after and to end later`,
      id: `Masa sekarang berakhir pada ${termEndsOn}: surat keputusan harus mulai paling lambat keesokan harinya dan berakhir sesudahnya`,
    }),
    { allowed: [{ en: 'report that the worker joined again', id: 'laporkan tenaga kerja masuk lagi' }] },
  ),
  PROLONGED_TOO_LATE: conflict(
    ({ termEndsOn }: { termEndsOn: LocalDate }) => ({
      en: `The time ended on ${termEndsOn}, too long ago to prolong it without a second person`,
      id: `Masanya berakhir pada ${termEndsOn}, terlalu lama untuk diperpanjang tanpa orang kedua`,
    }),
    {
      allowed: [
        {
          en: 'report that the worker joined again; a second person confirms it',
          id: 'laporkan tenaga kerja masuk lagi; orang kedua mengonfirmasinya',
        },
      ],
    },
  ),
  NOT_EMPLOYED: conflict(
    ({ lastDay }: { lastDay: LocalDate }) => ({
      en: `The worker has left; the last day was ${lastDay}`,
      id: `Tenaga kerja ini sudah keluar; hari terakhirnya ${lastDay}`,
    }),
    {
      allowed: [
        { en: 'take back the leaving', id: 'batalkan keluar' },
        { en: 'report that the worker joined', id: 'laporkan tenaga kerja masuk' },
      ],
    },
  ),
  NOT_LEFT: conflict({
    en: 'No leaving was reported that could be taken back',
    id: 'Tidak ada laporan keluar yang dapat dibatalkan',
  }),
  LEAVES_BEFORE_JOINING: conflict(({ startedOn }: { startedOn: LocalDate }) => ({
    en: `The worker joined on ${startedOn}`,
    id: `Tenaga kerja ini masuk pada ${startedOn}`,
  })),
  PAID_BY_EMPLOYER: conflict(
    {
      en: 'Whoever has an employer that pays is a wage earner (PU), and joins that employer',
      id: 'Pekerja yang dibayar pemberi kerja adalah penerima upah (PU), dan didaftarkan pada pemberi kerjanya',
    },
    {
      allowed: [
        { en: 'report that the worker joined', id: 'laporkan tenaga kerja masuk' },
        { en: 'payer SELF', id: 'payer SELF' },
      ],
    },
  ),
  NOT_SELF_EMPLOYED: conflict(
    {
      en: 'This participant is a wage earner: the employer pays the contributions, with its bill of the month',
      id: 'Peserta ini penerima upah: iurannya dibayar pemberi kerja dengan tagihan bulanan',
    },
    {
      allowed: [{ en: 'register that he works for himself as well', id: 'daftarkan pekerjaan mandirinya' }],
    },
  ),
  SELF_EMPLOYED_ALREADY: conflict({
    en: 'This participant is registered as self-employed already',
    id: 'Peserta ini sudah terdaftar sebagai pekerja bukan penerima upah',
  }),
  SELF_EMPLOYED_BEFORE_REGISTRATION: conflict(({ registeredOn }: { registeredOn: LocalDate }) => ({
    en: `The participant was registered on ${registeredOn}`,
    id: `Peserta terdaftar pada ${registeredOn}`,
  })),
});
