import { type LocalDate, conflict, notFound, refusals } from '#kernel';

const ANSWER = { en: 'answer the complaint', id: 'jawab pengaduannya' };
const ESCALATE = {
  en: 'pass it on to the unit for quality and complaints',
  id: 'teruskan ke unit pengendali mutu dan pengaduan',
};
const MEDIATE = { en: 'begin a mediation', id: 'mulai mediasi' };
const END_MEDIATION = { en: 'record how the mediation ended', id: 'catat hasil mediasi' };
const CLOSE = { en: 'close it', id: 'tutup pengaduannya' };
const ANOTHER = { en: 'record another complaint', id: 'catat pengaduan baru' };

/** Why something about a complaint is refused. */
export const complaintRefusals = refusals({
  COMPLAINT_NOT_FOUND: notFound(
    { en: 'There is no such complaint', id: 'Pengaduan ini tidak ada' },
    { allowed: [ANOTHER] },
  ),
  COMPLAINT_OF_NOBODY: notFound(
    { en: 'There is no such participant', id: 'Peserta ini tidak ada' },
    { allowed: [{ en: 'the id of a participant', id: 'id peserta' }] },
  ),
  COMPLAINT_RECEIVED: conflict(
    { en: 'The complaint waits for an answer', id: 'Pengaduan ini menunggu jawaban' },
    { allowed: [ANSWER] },
  ),
  COMPLAINT_ANSWERED: conflict(
    { en: 'The complaint was answered', id: 'Pengaduan ini sudah dijawab' },
    { allowed: [ESCALATE, MEDIATE, CLOSE] },
  ),
  COMPLAINT_IN_MEDIATION: conflict(
    { en: 'The complaint is in mediation', id: 'Pengaduan ini sedang dimediasi' },
    { allowed: [END_MEDIATION] },
  ),
  COMPLAINT_CLOSED: conflict(
    { en: 'The complaint is closed', id: 'Pengaduan ini sudah ditutup' },
    { allowed: [ANOTHER] },
  ),
  COMPLAINT_OF_ANOTHER_OFFICE: conflict(
    {
      en: 'Another office took this complaint in: there, or above the branches, it is answered and mediated',
      id: 'Pengaduan ini diterima di kantor lain: dijawab dan dimediasi di sana, atau oleh tingkat di atas cabang',
    },
    {
      allowed: [
        { en: 'somebody else answers it', id: 'petugas kantor itu menjawabnya' },
        {
          en: 'the head of that office delegates it to you: POST /staff/{officerId}/delegations',
          id: 'kepala kantor itu melimpahkannya kepada Anda: POST /staff/{officerId}/delegations',
        },
      ],
    },
  ),
  SUBJECT_NOT_NAMED: conflict(
    {
      en: 'A claim, an accident, a facility or an employer is named by its id, and nothing else is',
      id: 'Klaim, kecelakaan, fasilitas atau pemberi kerja disebut dengan idnya, selainnya tidak',
    },
    {
      allowed: [
        {
          en: 'subjectId of CLAIM, ACCIDENT, FACILITY and EMPLOYER',
          id: 'subjectId untuk CLAIM, ACCIDENT, FACILITY dan EMPLOYER',
        },
      ],
    },
  ),
  SUBJECT_OF_ANOTHER: conflict(
    {
      en: 'The claim or accident is another participant’s',
      id: 'Klaim atau kecelakaan ini milik peserta lain',
    },
    {
      allowed: [
        { en: 'the participant of the claim or accident', id: 'peserta dari klaim atau kecelakaan itu' },
      ],
    },
  ),
  ANSWERED_BY_YOU: conflict(
    {
      en: 'Whoever recorded or answered a complaint does not look at it again: ask somebody else',
      id: 'Yang mencatat atau menjawab pengaduan tidak menilainya kembali: mintalah orang lain',
    },
    { allowed: [{ en: 'somebody else does it', id: 'orang lain melakukannya' }] },
  ),
  DECIDED_BY_YOU: conflict(
    {
      en: 'Whoever decided on a claim does not answer a complaint about it, nor mediate it: ask somebody else',
      id: 'Yang memutus klaim tidak menjawab pengaduan tentangnya dan tidak memediasinya: mintalah orang lain',
    },
    { allowed: [{ en: 'somebody else does it', id: 'orang lain melakukannya' }] },
  ),
  NOT_OF_THE_UNIT: conflict(
    ({ level }: { level: number }) => ({
      en: `What was passed on is answered by the unit for quality and complaints: a head of branch or above (level ${level})`,
      id: `Pengaduan yang diteruskan dijawab unit pengendali mutu dan pengaduan: kepala kantor cabang atau di atasnya (tingkat ${level})`,
    }),
    {
      allowed: ({ level }) => [
        {
          en: `a supervisor with \`authority\` ${level} or above in the token`,
          id: `supervisor dengan \`authority\` ${level} atau lebih pada token`,
        },
      ],
      facts: ({ level }) => ({ level }),
    },
  ),
  ANSWER_IN_TIME: conflict(
    ({ answerBy }: { answerBy: LocalDate }) => ({
      en: `It may be answered until ${answerBy}: before that it is not passed on`,
      id: `Masih dapat dijawab sampai ${answerBy}: sebelum itu tidak diteruskan`,
    }),
    { allowed: [ANSWER] },
  ),
  ESCALATED_ALREADY: conflict(
    {
      en: 'The unit for quality and complaints has answered already: what is unsolved is mediated',
      id: 'Unit pengendali mutu dan pengaduan sudah menjawab: yang belum selesai dimediasi',
    },
    { allowed: [MEDIATE] },
  ),
  ANOTHER_MEDIATES: conflict(
    { en: 'Somebody else mediates', id: 'Orang lain yang menjadi mediator' },
    { allowed: [{ en: 'the mediator records it', id: 'mediator mencatatnya' }] },
  ),
  REPLY_MAY_COME: conflict(
    ({ replyBy }: { replyBy: LocalDate }) => ({
      en: `Whoever complains may reply until ${replyBy}`,
      id: `Pengadu dapat menanggapi sampai ${replyBy}`,
    }),
    {
      allowed: [
        ESCALATE,
        {
          en: 'CONTENT or WITHDRAWN, where they say so',
          id: 'CONTENT atau WITHDRAWN, bila mereka menyatakannya',
        },
      ],
    },
  ),
  NOT_ANSWERED: conflict(
    {
      en: 'Nobody has answered the complaint: it is closed only where whoever complains takes it back',
      id: 'Pengaduan belum dijawab: hanya ditutup bila pengadu menariknya',
    },
    { allowed: [ANSWER, { en: 'WITHDRAWN', id: 'WITHDRAWN' }] },
  ),
});
