import { type LocalDate, type Words, conflict, notFound, refusals } from '#kernel';

const REGISTER_EMPLOYER: Words = { en: 'register an employer', id: 'daftarkan pemberi kerja' };

/** Why something about an employer is refused. */
export const employerRefusals = refusals({
  EMPLOYER_NOT_FOUND: notFound(
    { en: 'No such employer is registered', id: 'Pemberi kerja ini tidak terdaftar' },
    { allowed: [REGISTER_EMPLOYER] },
  ),
  EMPLOYER_ALREADY_REGISTERED: conflict(
    (_known: { employerId: string }) => ({
      en: 'An employer with this NPP is registered already',
      id: 'Pemberi kerja dengan NPP ini sudah terdaftar',
    }),
    {
      allowed: [
        { en: 'correct its class of risk', id: 'perbaiki kelompok risikonya' },
        { en: 'correct its size', id: 'perbaiki skala usahanya' },
      ],
      facts: ({ employerId }) => ({ employerId }),
    },
  ),
  SEGMENT_NOT_OF_EMPLOYERS: conflict(
    ({ segment }: { segment: 'BPU' | 'JAKON' | 'PMI' }) => NOT_HERE[segment],
    {
      allowed: ({ segment }) => [INSTEAD[segment]],
      shown: [{ segment: 'BPU' }, { segment: 'JAKON' }, { segment: 'PMI' }],
    },
  ),
  EMPLOYER_STARTS_IN_FUTURE: conflict(({ today }: { today: LocalDate }) => ({
    en: `An employer cannot start after today, ${today}`,
    id: `Pemberi kerja tidak boleh mulai sesudah hari ini, ${today}`,
  })),
  EMPLOYER_STARTS_BEFORE_THE_LAW: conflict(({ from }: { from: LocalDate }) => ({
    en: `The law that contributions are computed by begins on ${from}`,
    id: `Ketentuan iuran mulai berlaku pada ${from}`,
  })),
  BEFORE_EMPLOYER_STARTED: conflict(({ startedOn }: { startedOn: LocalDate }) => ({
    en: `The employer started on ${startedOn}`,
    id: `Pemberi kerja mulai terdaftar pada ${startedOn}`,
  })),
  TAKES_EFFECT_IN_FUTURE: conflict(({ today }: { today: LocalDate }) => ({
    en: `It cannot take effect after today, ${today}`,
    id: `Tidak boleh berlaku sesudah hari ini, ${today}`,
  })),
  EMPLOYER_CLOSED: conflict(
    ({ lastDay }: { lastDay: LocalDate }) => ({
      en: `The employer was closed; its last day was ${lastDay}`,
      id: `Pemberi kerja sudah ditutup; hari terakhirnya ${lastDay}`,
    }),
    { allowed: [{ en: 'reopen the employer', id: 'batalkan penutupan pemberi kerja' }] },
  ),
  EMPLOYER_NOT_CLOSED: conflict({
    en: 'The employer is not closed',
    id: 'Pemberi kerja ini tidak ditutup',
  }),
  NO_GOVERNMENT_BODY: conflict({
    en: 'Only a state body or a village government names workers by a decree',
    id: 'Hanya badan negara atau pemerintah desa yang menetapkan tenaga kerja dengan surat keputusan',
  }),
  DECREE_ALREADY_RECORDED: conflict({
    en: 'A decree with this number is recorded already',
    id: 'Surat keputusan dengan nomor ini sudah tercatat',
  }),
  DECREE_ENDS_BEFORE_IT_BEGINS: conflict({
    en: 'validUntil lies before validFrom',
    id: 'validUntil lebih awal daripada validFrom',
  }),
  DECREE_BEFORE_EMPLOYER: conflict(({ startedOn }: { startedOn: LocalDate }) => ({
    en: `The decree ends before the body started as an employer, on ${startedOn}`,
    id: `Surat keputusan berakhir sebelum badan ini mulai terdaftar sebagai pemberi kerja, pada ${startedOn}`,
  })),
  DECREE_IN_FUTURE: conflict(({ today }: { today: LocalDate }) => ({
    en: `A decree cannot be dated after today, ${today}`,
    id: `Surat keputusan tidak boleh bertanggal sesudah hari ini, ${today}`,
  })),
  NOTHING_BACK_DATED: conflict({
    en: 'Nothing was entered so late that it has to be confirmed',
    id: 'Tidak ada catatan mundur yang perlu dikonfirmasi',
  }),
  ENTERED_BY_YOU: conflict({
    en: 'Whoever entered it cannot also confirm it: ask a second person',
    id: 'Yang mencatat tidak boleh mengonfirmasinya: mintalah orang kedua',
  }),
});

const INSTEAD: Readonly<Record<'BPU' | 'JAKON' | 'PMI', Words>> = {
  BPU: { en: 'register a participant', id: 'daftarkan peserta' },
  JAKON: { en: 'register a project', id: 'daftarkan proyek' },
  PMI: { en: 'segment PU', id: 'segment PU' },
};

const NOT_HERE: Readonly<Record<'BPU' | 'JAKON' | 'PMI', Words>> = {
  BPU: {
    en: 'Who is self-employed (BPU) has no employer',
    id: 'Pekerja bukan penerima upah (BPU) tidak mempunyai pemberi kerja',
  },
  JAKON: {
    en: 'A construction project (JAKON) is registered as a project, not as an employer',
    id: 'Proyek jasa konstruksi (JAKON) didaftarkan sebagai proyek, bukan sebagai pemberi kerja',
  },
  PMI: {
    en: 'Migrant workers (PMI) cannot be registered here yet; the law engine computes their contributions',
    id: 'Pekerja migran Indonesia (PMI) belum dapat didaftarkan di sini; iurannya dapat dihitung',
  },
};
