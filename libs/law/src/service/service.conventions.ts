import { type LocalDate, type Role, localDate } from '#kernel';
import { convention, description } from '../kernel/convention.js';

export const DAYS_LATE = convention<'CALENDAR_DAYS' | 'WORKING_DAYS'>(
  'R-7',
  { id: 'Bagaimana hari keterlambatan dihitung?', en: 'How are days late counted?' },
  { id: 'Hari kalender sesudah hari kerja jatuh tempo.', en: 'Calendar days after the due working day.' },
  'CALENDAR_DAYS',
  'L',
);

export const COUNTER_QUESTIONS_PER_HOUR = convention(
  'E-8',
  {
    id: 'Berapa kali sejam satu PLKK boleh menanyakan kepesertaan orang yang tidak dikenalnya, atau mendaftarkan orang?',
    en: 'How often may one PLKK ask an hour for the cover of somebody it does not know, or register somebody?',
  },
  {
    id: 'Masing-masing enam puluh kali: lebih dari kebutuhan loket, terlalu sedikit untuk mencoba-coba nomor.',
    en: 'Sixty times each: more than a counter needs, too few to go through numbers.',
  },
  60,
);

export const COUNTER_CLOSES = convention(
  'P-11',
  {
    id: 'Apakah cuti bersama menghentikan jangka waktu, dan sampai jam berapa yang diterima masih terhitung hari itu?',
    en: 'Does collective leave stop the clock, and until what hour does what is received count from the same day?',
  },
  {
    id: 'Ya; yang diterima sesudah pukul 16.00 terhitung sejak hari kerja berikutnya.',
    en: 'Yes; what is received after 16:00 counts from the next working day.',
  },
  '16:00',
);

/** What takes effect before the day on which it is recorded. */
export type BackDatedKind =
  | 'REGISTRATION'
  | 'CONTRIBUTION'
  | 'DEATH'
  | 'MEMBERSHIP'
  | 'EMPLOYER'
  | 'DUES'
  | 'PROJECT_PAYMENT'
  | 'PROJECT_END'
  | 'ACCIDENT'
  | 'FAMILY'
  | 'AGREEMENT'
  | 'DECREE';

export interface BackDatedLimit {
  /** From the day after so many on a second person confirms it. */
  readonly afterDays: number;
  /** Who may be that person, by role; by person it is never who entered it. */
  readonly confirmedBy: readonly Role[];
}

const CLERKS = ['registrar', 'supervisor'] as const;
const WHO_DECIDES = ['registrar', 'adjudicator', 'supervisor'] as const;
const OF_PROJECTS = ['registrar', 'finance', 'supervisor'] as const;

/** The limits that hold for what is recorded from a day on. */
export interface BackDatedLimits {
  readonly from: LocalDate;
  readonly limits: Readonly<Record<BackDatedKind, BackDatedLimit>>;
}

export const BACK_DATED = convention<readonly [BackDatedLimits, ...BackDatedLimits[]]>(
  'E-9',
  {
    id: 'Sejak berapa hari sesudah kejadian orang kedua memastikan apa yang dimasukkan, dan siapa?',
    en: 'From how many days after the event on does a second person confirm what is entered, and who?',
  },
  {
    id: 'Pendaftaran pekerja bukan penerima upah atau pembayaran lebih dari 31 hari sesudah dilakukan, kematian atau kecelakaan lebih dari 60 hari sesudah terjadi, laporan pemberi kerja tentang dirinya atau pekerjanya dan akhir proyek lebih dari 30 hari sesudah hari mulai berlakunya; anak atau ahli waris yang disebut lebih dari 60 hari sesudah kematian; perjanjian dan surat keputusan lebih dari 365 hari sesudah hari pertamanya; sebelum itu tidak ada yang disetujui atas dasarnya. Batas pada hari pencatatan berlaku.',
    en: 'A registration of a self-employed worker or a payment more than 31 days after it was made, a death or an accident more than 60 days after it happened, what an employer reports of itself or of a worker and the end of a project more than 30 days after the day from which it holds, a child or an heir who is named more than 60 days after the death, an agreement or a decree more than 365 days after its first day; nothing is approved on it before. The limits of the day of the entry hold.',
  },
  [
    {
      from: localDate('2015-07-01'),
      limits: {
        REGISTRATION: { afterDays: 31, confirmedBy: CLERKS },
        CONTRIBUTION: { afterDays: 31, confirmedBy: WHO_DECIDES },
        DEATH: { afterDays: 60, confirmedBy: WHO_DECIDES },
        MEMBERSHIP: { afterDays: 30, confirmedBy: CLERKS },
        EMPLOYER: { afterDays: 30, confirmedBy: CLERKS },
        DUES: { afterDays: 31, confirmedBy: ['finance', 'supervisor'] },
        PROJECT_PAYMENT: { afterDays: 31, confirmedBy: OF_PROJECTS },
        PROJECT_END: { afterDays: 30, confirmedBy: OF_PROJECTS },
        ACCIDENT: { afterDays: 60, confirmedBy: WHO_DECIDES },
        FAMILY: { afterDays: 60, confirmedBy: WHO_DECIDES },
        AGREEMENT: { afterDays: 365, confirmedBy: CLERKS },
        DECREE: { afterDays: 365, confirmedBy: CLERKS },
      },
    },
  ],
);

/** What somebody has to do, or is waited for with, in a time that no law names. */
export type StepWithoutLaw =
  'DOCTOR_STATEMENT' | 'SCHOOL_YEAR' | 'DENIAL' | 'ARREARS' | 'DOUBT' | 'NOBODY_INHERITS' | 'TWO_ALIKE';

/** The days that hold for what begins to wait from a day on. */
export interface StepDays {
  readonly from: LocalDate;
  readonly days: Readonly<Record<StepWithoutLaw, number>>;
}

export const STEP_DAYS = convention<readonly [StepDays, ...StepDays[]]>(
  'E-22',
  {
    id: 'Dalam berapa hari dikerjakan apa yang tidak diberi batas waktu oleh peraturan?',
    en: 'Within how many days is done what no law names a time for?',
  },
  {
    id: 'Keterangan dokter diperbarui dalam 30 hari; tahun sekolah, usul penolakan di luar batas waktu pelayanan dan keraguan atas klaim dijawab dalam 14 hari; dua peserta yang mungkin satu orang dibandingkan dalam 30 hari; tunggakan yang ditahan tanpa batas waktu ditunggu 90 hari; pembayaran yang ternyata tidak ada ahli warisnya dibatalkan dalam 407 hari: dua belas bulan menunggu ahli waris, dua minggu sampai gugur, empat minggu sesudahnya. Hari yang berlaku adalah hari mulai menunggu.',
    en: 'A doctor states anew within 30 days; a school year, a proposed denial outside of the service time and a doubt about a claim are answered within 14 days; two participants who may be one person are compared within 30 days; arrears that were held without a day are waited for 90 days; a payment that turns out to have nobody who inherits is given up within 407 days: the twelve months for heirs, the two weeks until that lapses, and four weeks. The days in force when it begins to wait hold.',
  },
  [
    {
      from: localDate('2015-07-01'),
      days: {
        DOCTOR_STATEMENT: 30,
        SCHOOL_YEAR: 14,
        DENIAL: 14,
        ARREARS: 90,
        DOUBT: 14,
        NOBODY_INHERITS: 407,
        TWO_ALIKE: 30,
      },
    },
  ],
);

export const LATE_PAYMENT_DAYS = description(
  'Q-12',
  { id: '"1 % per hari": hari kalender atau hari kerja?', en: '"1 % per day": calendar or working days?' },
  { id: 'Hari kalender, seperti R-7.', en: 'Calendar days, as R-7.' },
);

export const YEARS_CLOSED = convention(
  'E-20',
  {
    id: 'Kapan bulan-bulan iuran satu tahun dijumlahkan?',
    en: 'When are the months of a year of contributions summed up?',
  },
  {
    id: 'Dengan pencatatan pertama sejak bulan keempat tahun berikutnya: sampai saat itu bulan terakhirnya masih dapat dibayar. Yang dicatat kemudian tetap dihitung. Kurang dari dua belas catatan tidak dijumlahkan.',
    en: 'With the first entry from the fourth month of the next year on: until then its last months may still be paid. What is recorded later counts all the same. Fewer than twelve entries are not summed up.',
  },
  { monthsAfter: 3, fromEvents: 12 },
);
