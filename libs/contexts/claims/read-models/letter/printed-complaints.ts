import { type Part, type PrintedIn, dayInWords } from '#documents';
import type {
  Complainant,
  ComplaintAnswer,
  ComplaintSubject,
  ComplaintTopic,
} from '#contexts/complaints/facts';
import { type LocalDate, type Words, assertNever } from '#kernel';
import type {
  AnsweredComplaint,
  ComplaintLetter,
  ComplaintReceipt,
  LetterSubject,
  MediationRecord,
} from './letter-contents.js';
import { heading, says, words } from './letter-parts.js';

/** Letters about complaints and mediations (UU 24/2011 Art. 48, 49; reference 2.9). */

const COMPLAINANTS: Readonly<Record<Complainant, Words>> = {
  PARTICIPANT: words('peserta', 'the participant'),
  HEIR: words('ahli waris', 'an heir'),
  EMPLOYER: words('pemberi kerja', 'the employer'),
  FACILITY: words('fasilitas kesehatan', 'a health facility'),
  OTHER: words('pihak lain', 'somebody else'),
};

const TOPICS: Readonly<Record<ComplaintTopic, Words>> = {
  DELAY: words('keterlambatan', 'delay'),
  DECISION: words('keputusan', 'a decision'),
  AMOUNT: words('jumlah manfaat', 'an amount'),
  CARE: words('perawatan', 'care'),
  CONDUCT: words('sikap petugas', 'conduct of staff'),
  DATA: words('data', 'data'),
  OTHER: words('lainnya', 'something else'),
};

const SUBJECTS: Readonly<Record<ComplaintSubject, Words>> = {
  CLAIM: words('permohonan manfaat', 'a claim'),
  ACCIDENT: words('kecelakaan kerja', 'an accident'),
  FACILITY: words('fasilitas kesehatan', 'a health facility'),
  EMPLOYER: words('pemberi kerja', 'an employer'),
  PERSON: words('data peserta', 'what is recorded of the participant'),
  SERVICE: words('pelayanan', 'service'),
};

const ANSWERS: Readonly<Record<ComplaintAnswer, Part>> = {
  PUT_RIGHT: says(
    'Pengaduan Saudara beralasan dan sudah diperbaiki.',
    'You were right, and it was put right.',
  ),
  EXPLAINED: says(
    'Kami menjelaskan hal yang Saudara adukan sebagai berikut.',
    'We explain what you complain of.',
  ),
  UNFOUNDED: says('Pengaduan Saudara tidak beralasan.', 'We find no ground for what you complain of.'),
};

/** Who complains, and when it was taken in. */
export const complaintHead = (
  { complaintId, complainant }: NonNullable<LetterSubject['complaint']>,
  receivedOn: LocalDate,
  language: PrintedIn,
): (readonly [Words, string])[] => [
  [words('Pengadu', 'Who complains'), COMPLAINANTS[complainant][language]],
  [words('Nomor pengaduan', 'Complaint'), complaintId],
  [words('Diterima pada', 'Taken in on'), dayInWords(receivedOn, language)],
];

const said = (label: Words, text: string | null): Part[] =>
  text === null ? [] : [{ kind: 'FACTS', facts: [[label, text]] }];

/** What a letter about a complaint says. */
export function complaintLetter(contents: ComplaintLetter, language: PrintedIn): Part[] {
  switch (contents.kind) {
    case 'COMPLAINT_RECEIPT':
      return receipt(contents, language);
    case 'COMPLAINT_ANSWER':
      return answered(contents);
    case 'COMPLAINT_ESCALATED':
      return [
        says(
          `Pengaduan Saudara diperiksa kembali oleh orang yang tidak menanganinya sebelumnya, dan dijawab paling lambat ${dayInWords(contents.answerBy, 'id')}.`,
          `Somebody who had no hand in it looks at your complaint again, and answers by ${dayInWords(contents.answerBy, 'en')}.`,
        ),
      ];
    case 'MEDIATION_INVITATION':
      return [
        says(
          `Saudara diundang ke mediasi tanpa biaya, dipimpin oleh orang yang tidak menangani pengaduan ini, paling lambat selesai ${dayInWords(contents.endBy, 'id')} (UU 24/2011 Pasal 49). Hari dan tempatnya disepakati dengan kantor yang tersebut di atas.`,
          `You are invited to a mediation, free of charge, with somebody who had no hand in this complaint. It ends by ${dayInWords(contents.endBy, 'en')} (UU 24/2011 Art. 49). Day and place are agreed with the office that is named above.`,
        ),
        says(
          'Saudara boleh didampingi. Hasilnya mengikat bila kedua pihak menandatanganinya.',
          'You may bring somebody with you. What comes of it binds both sides once they have signed.',
        ),
      ];
    case 'MEDIATION_RECORD':
      return record(contents);
    default:
      return assertNever(contents, 'letter about a complaint');
  }
}

const receipt = ({ topic, about, answerBy, said: text }: ComplaintReceipt, language: PrintedIn): Part[] => [
  {
    kind: 'FACTS',
    facts: [
      [words('Tentang', 'About'), SUBJECTS[about][language]],
      [words('Hal', 'Topic'), TOPICS[topic][language]],
      ...(text === null ? [] : [[words('Isi pengaduan', 'In your words'), text] as const]),
    ],
  },
  says(
    `Pengaduan Saudara sudah kami terima dan dijawab paling lambat ${dayInWords(answerBy, 'id')} (UU 24/2011 Pasal 48). Pengaduan tidak dipungut biaya dan dapat ditarik kembali kapan saja.`,
    `We have taken your complaint in, and answer it by ${dayInWords(answerBy, 'en')} (UU 24/2011 Art. 48). It is free of charge, and can be taken back at any time.`,
  ),
];

const answered = ({ answer, replyBy, said: text }: AnsweredComplaint): Part[] => [
  ANSWERS[answer],
  ...said(words('Jawaban', 'Answer'), text),
  heading('Bila Saudara belum puas', 'If you are not content still'),
  says(
    `Sampaikan paling lambat ${dayInWords(replyBy, 'id')} di kantor cabang mana pun: pengaduan diperiksa kembali oleh orang lain, atau dimediasi tanpa biaya. Sesudahnya masih terbuka jalan ke pengadilan.`,
    `Say so by ${dayInWords(replyBy, 'en')} at any branch: somebody else looks at it again, or it is mediated, free of charge. After that the courts are open to you.`,
  ),
];

const record = ({ result, said: text, minutes, isClaimOpen }: MediationRecord): Part[] => [
  result === 'AGREED'
    ? says(
        'Mediasi mencapai kesepakatan yang ditandatangani kedua pihak dan mengikat keduanya.',
        'The mediation ended with an agreement that both sides have signed; it binds both.',
      )
    : says(
        'Mediasi tidak mencapai kesepakatan. Saudara dapat menempuh jalan ke pengadilan (UU 24/2011 Pasal 50).',
        'The mediation ended without an agreement. The courts are open to you (UU 24/2011 Art. 50).',
      ),
  ...said(
    result === 'AGREED' ? words('Kesepakatan', 'What was agreed') : words('Keterangan', 'Why not'),
    text,
  ),
  ...said(words('Berita acara', 'Minutes'), minutes),
  ...(isClaimOpen
    ? [
        says(
          'Permohonan yang bersangkutan dibuka kembali dan diputus sesuai kesepakatan; keputusannya disampaikan dengan surat tersendiri.',
          'The claim that it is about is open again and decided as agreed, in a letter of its own.',
        ),
      ]
    : []),
];
