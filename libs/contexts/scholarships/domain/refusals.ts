import { AUTHORITY_LINES, type LocalDate, conflict, notFound, refusals } from '#kernel';
import type { Ended } from './scholarship.js';

const SUBMIT = { en: 'submit evidence for this year', id: 'serahkan bukti sekolah untuk tahun ini' };

const WITHOUT_CHILD = {
  en: 'end the right: CHILD_NOT_ON_RECORD',
  id: 'akhiri hak: CHILD_NOT_ON_RECORD',
};

/** Why something about a scholarship is refused. */
export const scholarshipRefusals = refusals({
  SCHOLARSHIP_NOT_FOUND: notFound(
    { en: 'No such scholarship was granted', id: 'Beasiswa ini tidak pernah diberikan' },
    {
      allowed: [
        {
          en: 'an approved claim grants its scholarships by itself',
          id: 'klaim yang disetujui memberikan beasiswanya sendiri',
        },
      ],
    },
  ),
  SCHOLARSHIP_ENDED: conflict(
    ({ endedOn, reason }: Ended) => ({
      en: `The scholarship ended on ${endedOn}: ${reason}`,
      id: `Hak beasiswa berakhir pada ${endedOn}: ${reason}`,
    }),
    {
      allowed: [
        {
          en: 'resume the right, where it should not have ended',
          id: 'lanjutkan hak ini, jika seharusnya tidak berakhir',
        },
      ],
    },
  ),
  SCHOLARSHIP_GOES_ON: conflict({
    en: 'The right has not ended',
    id: 'Hak beasiswa ini tidak berakhir',
  }),
  PAID_ONCE_ALREADY: conflict({
    en: 'The law before 2 December 2019 pays a scholarship once, and it was approved',
    id: 'Peraturan sebelum 2 Desember 2019 membayar beasiswa satu kali, dan sudah disetujui',
  }),
  CHILD_WAS_TOO_OLD: conflict(
    ({ endedOn }: { endedOn: LocalDate }) => ({
      en: `By the registered birth date the child had reached the age on ${endedOn} at which the right ends`,
      id: `Menurut tanggal lahir yang terdaftar, pada ${endedOn} anak sudah mencapai usia berakhirnya hak`,
    }),
    { allowed: [{ en: 'correct the birth date of the child', id: 'koreksi tanggal lahir anak' }] },
  ),
  CHILD_NOT_TOO_OLD: conflict(
    ({ endedOn }: { endedOn: LocalDate }) => ({
      en: `By the registered birth date the child had not reached the age on ${endedOn} at which the right ends`,
      id: `Menurut tanggal lahir yang terdaftar, pada ${endedOn} anak belum mencapai usia berakhirnya hak`,
    }),
    { allowed: [{ en: 'correct the birth date of the child', id: 'koreksi tanggal lahir anak' }] },
  ),
  ENDED_BY_YOU: conflict(
    {
      en: 'Another person than the one who ended the right has it go on',
      id: 'Yang melanjutkan hak harus orang lain, bukan yang mengakhirinya',
    },
    { allowed: [{ en: 'another supervisor resumes the right', id: 'penyelia lain melanjutkan hak ini' }] },
  ),
  EVENT_REVOKED: conflict(
    {
      en: 'The death from which the right follows was taken back',
      id: 'Kematian yang menjadi dasar hak ini sudah dicabut',
    },
    { allowed: [{ en: 'end the right: EVENT_REVOKED', id: 'akhiri hak: EVENT_REVOKED' }] },
  ),
  NO_LONGER_ENTITLED: conflict(
    {
      en: 'The claim from which the right follows gives this child none any more',
      id: 'Klaim yang menjadi dasar hak ini tidak lagi memberikan beasiswa kepada anak ini',
    },
    {
      allowed: [
        {
          en: 'a supervisor reopens the claim: what gives the right again has it go on',
          id: 'penyelia membuka kembali klaim: bila haknya diberikan kembali, beasiswa berlanjut',
        },
      ],
    },
  ),
  EVENT_STANDS: conflict({
    en: 'The death from which the right follows was not taken back',
    id: 'Kematian yang menjadi dasar hak ini tidak dicabut',
  }),
  NOT_AMONG_ENTITLED_CHILDREN: conflict(
    ({ eventDate, allowed }: { eventDate: LocalDate; place: number; allowed: number }) => ({
      en: `The law in force on ${eventDate} gives a scholarship to the first ${allowed} registered`,
      id: `Peraturan yang berlaku pada ${eventDate} memberikan beasiswa kepada ${allowed} anak pertama yang terdaftar`,
    }),
    { facts: ({ place, allowed }) => ({ place, allowed }) },
  ),
  NOT_AMONG_FIRST: conflict(({ allowed }: { allowed: number }) => ({
    en: `The law gives a scholarship to the first ${allowed} who are registered, and this child is not among them`,
    id: `Peraturan memberikan beasiswa kepada ${allowed} anak pertama yang terdaftar, dan anak ini tidak termasuk`,
  })),
  YEAR_NOT_BEGUN: conflict(({ thisYear }: { thisYear: number }) => ({
    en: `Evidence is taken for years up to ${thisYear}`,
    id: `Bukti diterima untuk tahun sampai dengan ${thisYear}`,
  })),
  YEAR_BEFORE_EVENT: conflict(({ firstYear }: { firstYear: number }) => ({
    en: `The right begins with the year ${firstYear}`,
    id: `Hak beasiswa dimulai pada tahun ${firstYear}`,
  })),
  EVIDENCE_MISSING: conflict({
    en: 'At least one document has to be handed in',
    id: 'Setidaknya satu dokumen harus diserahkan',
  }),
  BIRTH_DATE_UNKNOWN: conflict(
    {
      en: 'The birth date of the child is not known (any more)',
      id: 'Tanggal lahir anak tidak diketahui (lagi)',
    },
    { allowed: [WITHOUT_CHILD] },
  ),
  CHILD_IS_ON_RECORD: conflict({
    en: 'The child is on record: its right ends for another reason',
    id: 'Anak ini masih terdaftar: haknya berakhir karena alasan lain',
  }),
  EVIDENCE_NOT_SUBMITTED: conflict(
    ({ year }: { year: number }) => ({
      en: `Nothing was handed in for the year ${year}`,
      id: `Belum ada bukti yang diserahkan untuk tahun ${year}`,
    }),
    { allowed: [SUBMIT] },
  ),
  YEAR_ALREADY_APPROVED: conflict(({ year }: { year: number }) => ({
    en: `The year ${year} was approved already`,
    id: `Tahun ${year} sudah disetujui`,
  })),
  YEAR_ALREADY_DENIED: conflict(
    ({ year, decision }: { year: number; decision: string }) => ({
      en: `The year ${year} was denied: ${decision}`,
      id: `Tahun ${year} sudah ditolak: ${decision}`,
    }),
    { allowed: [{ en: 'submit new evidence for this year', id: 'serahkan bukti baru untuk tahun ini' }] },
  ),
  ...AUTHORITY_LINES,
  APPROVER_IS_SUBMITTER: conflict(
    {
      en: 'Another person than the one who took the evidence approves',
      id: 'Yang menyetujui harus orang lain, bukan yang menerima bukti',
    },
    { allowed: [{ en: 'approval by another person', id: 'persetujuan oleh orang lain' }] },
  ),
  PERSONAL_DATA_ERASED: conflict(
    {
      en: 'The personal data of this evidence was erased',
      id: 'Data pribadi pada bukti ini sudah dihapus',
    },
    { allowed: [WITHOUT_CHILD] },
  ),
  END_IN_FUTURE: conflict(({ today }: { today: LocalDate }) => ({
    en: `A right cannot have ended after today, ${today}`,
    id: `Hak tidak mungkin berakhir sesudah hari ini, ${today}`,
  })),
  END_BEFORE_EVENT: conflict(({ eventDate }: { eventDate: LocalDate }) => ({
    en: `The right began with the event of ${eventDate}`,
    id: `Hak ini dimulai dengan kejadian pada ${eventDate}`,
  })),
});
