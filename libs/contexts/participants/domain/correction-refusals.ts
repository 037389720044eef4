import { type Period, alike, conflict, notFound, refusals } from '#kernel';

/** Why something about a participant is not corrected. */
export const correctionRefusals = refusals({
  PERSONAL_DATA_ERASED: conflict({
    en: 'The personal data of this participant was erased: nothing is left to correct',
    id: 'Data pribadi peserta ini sudah dihapus: tidak ada lagi yang dapat dikoreksi',
  }),
  NOTHING_TO_CORRECT: conflict(
    {
      en: 'Everything that was sent is recorded exactly so already',
      id: 'Semua yang dikirim sudah tercatat persis demikian',
    },
    {
      allowed: [
        { en: 'district or a field of person that differs', id: 'district atau bidang person yang berbeda' },
      ],
    },
  ),
  EVIDENCE_DOES_NOT_SHOW_IT: conflict(
    ({ subject }: { subject: string; papers: readonly string[] }) => ({
      en: `Such a paper is no evidence for ${subject}`,
      id: `Dokumen jenis ini bukan bukti untuk ${subject}`,
    }),
    { allowed: ({ papers }) => papers.map(alike) },
  ),
  NIK_AGREES: conflict({
    en: 'The NIK contradicts neither birth date nor sex, or the difference is confirmed',
    id: 'NIK tidak berbeda dari tanggal lahir atau jenis kelamin, atau selisihnya sudah dikonfirmasi',
  }),
  NIK_HELD_BY_ANOTHER: conflict(
    (_holder: { participantId: string }) => ({
      en: 'Another participant is registered under this NIK',
      id: 'NIK ini sudah terdaftar atas peserta lain',
    }),
    {
      allowed: [
        {
          en: 'correct the NIK of the other participant first, if it is not theirs',
          id: 'koreksi dahulu NIK peserta lain itu bila bukan miliknya',
        },
        { en: 'refuse the correction', id: 'tolak koreksi itu' },
      ],
      facts: ({ participantId }) => ({ participantId }),
    },
  ),
  WAGE_IS_REPORTED: conflict(
    {
      en: 'The wage of a wage earner is what the employer reports each month',
      id: 'Upah peserta penerima upah adalah yang dilaporkan pemberi kerja setiap bulan',
    },
    { allowed: [{ en: 'a wage report of the employer', id: 'laporan upah dari pemberi kerja' }] },
  ),
  BAND_MONTH_TOO_EARLY: conflict(
    ({ earliest }: { earliest: Period }) => ({
      en: `Another income holds from ${earliest} on at the earliest: months before have passed or are paid`,
      id: `Dasar penghasilan lain berlaku paling awal ${earliest}: bulan sebelumnya sudah lewat atau sudah dibayar`,
    }),
    { allowed: ({ earliest }) => [alike(`from ${earliest}`)] },
  ),
  CHILD_NOT_FOUND: notFound({
    en: 'This participant has named no such child',
    id: 'Peserta ini tidak mendaftarkan anak ini',
  }),
  HEIR_NOT_FOUND: notFound({
    en: 'This participant has named no such heir',
    id: 'Peserta ini tidak mendaftarkan ahli waris ini',
  }),
  DEATH_NOT_REPORTED: conflict({
    en: 'No death of this participant is reported: there is nothing to correct',
    id: 'Kematian peserta ini tidak dilaporkan: tidak ada yang dikoreksi',
  }),
  CORRECTION_PENDING: conflict(
    (_pending: { correctionId: string }) => ({
      en: 'The same was asked for already, and no second person has decided on it',
      id: 'Koreksi yang sama sudah diajukan dan belum diputus orang kedua',
    }),
    {
      allowed: [
        { en: 'confirm the correction', id: 'konfirmasi koreksi itu' },
        { en: 'refuse the correction', id: 'tolak koreksi itu' },
      ],
      facts: ({ correctionId }) => ({ correctionId }),
    },
  ),
  CORRECTION_NOT_FOUND: notFound({
    en: 'No such correction waits for a second person',
    id: 'Tidak ada koreksi ini yang menunggu orang kedua',
  }),
  CORRECTION_OF_ANOTHER: conflict({
    en: 'Only a supervisor refuses what somebody else has asked for',
    id: 'Hanya supervisor yang menolak koreksi yang diajukan orang lain',
  }),
});
