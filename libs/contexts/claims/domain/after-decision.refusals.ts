import { type LocalDate, conflict, refusals } from '#kernel';
import {
  ANSWER_OBJECTION,
  END_DISPUTE,
  MEDIATE,
  NOTHING,
  RAISE_OBJECTION,
  REASSESS,
  REOPEN_FOR_GROUND,
} from './ways-out.js';

/** Why nothing is said against a decision, or follows from what was said. */
export const afterDecisionRefusals = refusals({
  OBJECTION_TOO_LATE: conflict(
    ({ until }: { until: LocalDate }) => ({
      en: `An objection to this decision could be raised until ${until}`,
      id: `Keberatan atas keputusan ini dapat diajukan sampai ${until}`,
    }),
    { allowed: [REOPEN_FOR_GROUND, MEDIATE] },
  ),
  OBJECTION_IS_OPEN: conflict(
    {
      en: 'An objection to this decision was raised already and waits for an answer',
      id: 'Keberatan atas keputusan ini sudah diajukan dan menunggu jawaban',
    },
    { allowed: [ANSWER_OBJECTION] },
  ),
  OBJECTION_WAS_ANSWERED: conflict(
    {
      en: 'An objection to this decision was answered already: what is unsolved is mediated, or determined by an authority',
      id: 'Keberatan atas keputusan ini sudah dijawab: yang belum selesai dimediasi atau ditetapkan instansi yang berwenang',
    },
    { allowed: [MEDIATE] },
  ),
  NO_OBJECTION: conflict(
    { en: 'No objection waits for an answer', id: 'Tidak ada keberatan yang menunggu jawaban' },
    { allowed: [RAISE_OBJECTION] },
  ),
  DECIDER_CANNOT_ANSWER: conflict(
    {
      en: 'Whoever calculated or decided what the objection is against, or recorded it, does not answer it: ask somebody else',
      id: 'Yang menghitung atau memutus hal yang diajukan keberatan, atau mencatat keberatannya, tidak menjawabnya: mintalah orang lain',
    },
    { allowed: [{ en: 'somebody else answers it', id: 'orang lain menjawabnya' }] },
  ),
  NOT_GRANTED_TO_THE_ERASED: conflict(
    {
      en: 'The personal data of the participant was erased: nothing can be decided anew for them',
      id: 'Data pribadi peserta sudah dihapus: tidak ada yang dapat diputus kembali untuknya',
    },
    { allowed: [{ en: 'answer that it is rejected', id: 'jawab bahwa keberatan ditolak' }] },
  ),
  NOT_OPENED_AGAIN: conflict(
    {
      en: 'What was approved is said otherwise only once the claim was opened again for a ground',
      id: 'Yang sudah disetujui ditetapkan lain hanya setelah klaim dibuka kembali dengan dasar',
    },
    { allowed: [RAISE_OBJECTION, REOPEN_FOR_GROUND] },
  ),
  REASSESSMENT_IS_OPEN: conflict(
    {
      en: 'The claim was opened for a re-assessment already',
      id: 'Klaim sudah dibuka untuk perhitungan ulang',
    },
    { allowed: [REASSESS] },
  ),
  PAID_BY_OTHER_PROGRAMME: conflict(
    {
      en: 'The death was traced to a work accident: what JKM paid is taken off what JKK pays, and the difference is claimed there',
      id: 'Kematian ini akibat kecelakaan kerja: yang sudah dibayar JKM dipotong dari JKK, dan selisihnya diajukan di sana',
    },
    {
      allowed: [
        { en: 'submit a JKK claim for the accident', id: 'ajukan klaim JKK untuk kecelakaan itu' },
        {
          en: 'a supervisor cancels this one where it was opened again: SETTLED_BY_PAPERS',
          id: 'supervisor membatalkan yang ini bila sudah dibuka kembali: SETTLED_BY_PAPERS',
        },
      ],
    },
  ),
  NO_HEIRS_PAID: conflict(
    {
      en: 'This claim pays no heirs: none disagree about what was approved for them, and none who die leave a share of it',
      id: 'Klaim ini tidak membayar ahli waris: tidak ada sengketa atas yang disetujui untuk mereka, dan tidak ada bagian yang beralih',
    },
    { allowed: [NOTHING] },
  ),
  DISPUTE_IS_OPEN: conflict(
    {
      en: 'A dispute about what was approved is recorded already',
      id: 'Sengketa atas yang disetujui sudah dicatat',
    },
    { allowed: [END_DISPUTE] },
  ),
  NO_DISPUTE: conflict(
    {
      en: 'No dispute about what was approved is open',
      id: 'Tidak ada sengketa terbuka atas yang disetujui',
    },
    { allowed: [NOTHING] },
  ),
  DISPUTE_NOT_LAPSED: conflict(
    ({ until }: { until: LocalDate }) => ({
      en: `They may agree or bring a judgment until ${until}`,
      id: `Mereka dapat bersepakat atau membawa putusan sampai ${until}`,
    }),
    { allowed: [END_DISPUTE] },
  ),
  DISPUTE_END_NOT_SHOWN: conflict(
    {
      en: 'Say how they agreed or what was judged, and what shows it',
      id: 'Sebutkan kesepakatan atau putusannya dan buktinya',
    },
    { allowed: [{ en: 'words and evidence', id: 'words dan evidence' }] },
  ),
  LAPSED_PAYS_AS_APPROVED: conflict(
    {
      en: 'Where nobody has agreed or sued, what was approved is paid as it was approved',
      id: 'Bila tidak ada kesepakatan atau gugatan, dibayar sebagaimana disetujui',
    },
    { allowed: [{ en: 'AS_APPROVED', id: 'AS_APPROVED' }] },
  ),
});
