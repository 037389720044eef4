import { type LocalDate, conflict } from '#kernel';
import { happenedOn } from './refusal-words.js';

const PARTIAL_CONDITIONS = [
  { en: 'condition PARTIAL_ANATOMIC', id: 'kondisi PARTIAL_ANATOMIC' },
  { en: 'condition PARTIAL_FUNCTIONAL', id: 'kondisi PARTIAL_FUNCTIONAL' },
];
const DISABILITY_TABLE = 'PP 44/2015, Annex III';

/** Why a statement of a doctor is refused. What a doctor found is never repeated. */
export const STATEMENT_LINES = {
  STATEMENT_ERASED: conflict({
    en: 'What doctors stated of the victim was erased, and nothing new of it can be recorded',
    id: 'Keterangan dokter tentang korban sudah dihapus, dan keterangan baru tidak dapat dicatat',
  }),
  INCAPACITY_COUNTED_BEFORE: conflict(({ unableUntil }: { unableUntil: LocalDate }) => ({
    en: `Incapacity until ${unableUntil} was stated before the injury came back`,
    id: `Tidak mampu bekerja sampai ${unableUntil} sudah dinyatakan sebelum kambuh`,
  })),
  STATED_IN_FUTURE: conflict(({ today }: { today: LocalDate }) => ({
    en: `A statement cannot be of a day after today, ${today}`,
    id: `Surat keterangan dokter tidak boleh bertanggal sesudah hari ini, ${today}`,
  })),
  STATED_BEFORE_ACCIDENT: conflict(happenedOn),
  STATEMENT_SUPERSEDED: conflict(
    ({ statedOn }: { statedOn: LocalDate }) => ({
      en: `A newer statement is of ${statedOn}`,
      id: `Ada surat keterangan yang lebih baru, bertanggal ${statedOn}`,
    }),
    {
      allowed: ({ statedOn }) => [
        { en: `statedOn ${statedOn} or later`, id: `statedOn ${statedOn} atau sesudahnya` },
      ],
    },
  ),
  STATED_BEFORE_CARE: conflict(({ admittedOn }: { admittedOn: LocalDate }) => ({
    en: `Care is recorded that began later, on ${admittedOn}`,
    id: `Sudah tercatat perawatan yang dimulai sesudahnya, pada ${admittedOn}`,
  })),
  CONDITION_CONTRADICTS_DEATH: conflict(
    {
      en: 'The death of the victim was reported before',
      id: 'Kematian korban sudah dilaporkan sebelumnya',
    },
    {
      allowed: [
        {
          en: 'withdraw the fatal outcome, if the death was taken back',
          id: 'cabut akibat meninggal bila laporan kematian sudah dicabut',
        },
      ],
    },
  ),
  NOT_FATAL: conflict({
    en: 'Nobody has stated that the victim died of this accident',
    id: 'Belum ada yang menyatakan korban meninggal akibat kecelakaan ini',
  }),
  DEATH_STANDS: conflict(
    {
      en: 'The death of the victim was not taken back',
      id: 'Laporan kematian korban tidak dicabut',
    },
    {
      allowed: [
        {
          en: 'take the death back first, with a second person',
          id: 'cabut dahulu laporan kematiannya dengan orang kedua',
        },
      ],
    },
  ),
  DEATH_DAY_UNEXPECTED: conflict({
    en: 'diedOn is given for the condition DEAD only',
    id: 'diedOn hanya diisi untuk kondisi DEAD',
  }),
  DEATH_DAY_MISSING: conflict(({ occurredOn, statedOn }: { occurredOn: LocalDate; statedOn: LocalDate }) => ({
    en: `diedOn is needed, from ${occurredOn} to the day of the statement, ${statedOn}`,
    id: `diedOn wajib diisi, dari ${occurredOn} sampai tanggal surat keterangan, ${statedOn}`,
  })),
  INJURIES_MISSING: conflict(
    {
      en: 'A partial disability names its items of the disability table',
      id: 'Cacat sebagian menyebut butir-butirnya dalam tabel persentase cacat',
    },
    { article: DISABILITY_TABLE },
  ),
  INJURIES_UNEXPECTED: conflict(
    {
      en: 'Items of the disability table are given for a partial disability only',
      id: 'Butir tabel persentase cacat hanya diisi untuk cacat sebagian',
    },
    { allowed: [...PARTIAL_CONDITIONS, { en: 'no injuries', id: 'tanpa butir cacat' }] },
  ),
  INJURY_NOT_ASSESSABLE: conflict(
    ({ nth, why }: { nth: number; why: string }) => ({
      en: `Injury ${nth} cannot be assessed by the disability table: ${why}`,
      id: `Cacat ke-${nth} tidak dapat dinilai dengan tabel persentase cacat: ${why}`,
    }),
    { article: DISABILITY_TABLE },
  ),
  INCAPACITY_NOT_A_PERIOD: conflict({
    en: 'unableFrom and unableUntil are given together, the first day first',
    id: 'unableFrom dan unableUntil diisi bersama, hari pertama lebih dahulu',
  }),
  INCAPACITY_BEFORE_ACCIDENT: conflict(happenedOn),
  INCAPACITY_AFTER_STATEMENT: conflict(({ statedOn }: { statedOn: LocalDate }) => ({
    en: `A statement speaks of the incapacity up to its own day, ${statedOn}`,
    id: `Surat keterangan berbicara tentang masa tidak mampu bekerja sampai tanggalnya sendiri, ${statedOn}`,
  })),
};
