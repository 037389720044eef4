import { type Part, type PrintedDocument, type PrintedIn, dayInWords } from '#documents';
import { type LocalDate, type Words, alike, assertNever } from '#kernel';
import type { LetterContents, LetterSubject } from './letter-contents.js';
import { words } from './letter-parts.js';
import { approval, denial, objection, objectionAnswer } from './printed-decisions.js';
import { complaintHead, complaintLetter } from './printed-complaints.js';
import { careBearer, owedBack, returnedPayment, scholarshipYear } from './printed-notices.js';
import { guarantee, hold, papersRequest, paymentAdvice } from './printed-news.js';

/** A letter as it is kept, with what only a look-up tells. */
export interface LetterToPrint {
  readonly letterId: string;
  readonly issuedOn: LocalDate;
  readonly subject: LetterSubject;
  readonly contents: LetterContents;
  /** The proof of its event (c2sp.org/tlog-proof), once a checkpoint that was shown covers it. It stays the same ever after. */
  readonly proof?: string;
  /** Of a guarantee: how the facility is called. */
  readonly facilityName?: string;
}

const TITLES: Readonly<Record<LetterContents['kind'], Words>> = {
  PAPERS_REQUEST: { id: 'Permintaan Kelengkapan Berkas', en: 'Request for papers' },
  HOLD: { id: 'Pemberitahuan Penangguhan', en: 'Notice that a claim waits' },
  APPROVAL: { id: 'Surat Keputusan Manfaat', en: 'Decision on a claim' },
  DIFFERENCE: { id: 'Surat Keputusan Kekurangan Bayar', en: 'Decision on a difference' },
  INTERIM: { id: 'Surat Keputusan Santunan Sementara', en: 'Decision on an interim payment' },
  DENIAL: { id: 'Surat Keputusan Penolakan', en: 'Decision on a claim' },
  PAYMENT_ADVICE: { id: 'Pemberitahuan Pembayaran', en: 'Advice of payment' },
  GUARANTEE: { id: 'Surat Jaminan', en: 'Letter of guarantee' },
  OBJECTION_ANSWER: { id: 'Jawaban atas Keberatan', en: 'Answer to an objection' },
  CARE_BEARER: { id: 'Pemberitahuan Penanggung Biaya', en: 'Who bears the cost of care' },
  PAYMENT_RETURNED: { id: 'Pemberitahuan Pembayaran Kembali', en: 'A payment came back' },
  SCHOLARSHIP_YEAR: { id: 'Surat Keputusan Beasiswa', en: 'Decision on a scholarship' },
  RECEIVABLE: { id: 'Pemberitahuan Kelebihan Bayar', en: 'Too much was paid' },
  COMPLAINT_RECEIPT: { id: 'Tanda Terima Pengaduan', en: 'Receipt of a complaint' },
  COMPLAINT_ANSWER: { id: 'Jawaban atas Pengaduan', en: 'Answer to a complaint' },
  COMPLAINT_ESCALATED: { id: 'Pemberitahuan Eskalasi Pengaduan', en: 'A complaint is looked at again' },
  MEDIATION_INVITATION: { id: 'Undangan Mediasi', en: 'Invitation to a mediation' },
  MEDIATION_RECORD: { id: 'Berita Acara Mediasi', en: 'Record of a mediation' },
};

const NUMBERS: Readonly<Record<LetterContents['kind'], string>> = {
  PAPERS_REQUEST: 'PB',
  HOLD: 'PN',
  APPROVAL: 'SK',
  DIFFERENCE: 'SK',
  INTERIM: 'SK',
  DENIAL: 'SK',
  PAYMENT_ADVICE: 'PP',
  GUARANTEE: 'SJ',
  OBJECTION_ANSWER: 'JK',
  CARE_BEARER: 'PT',
  PAYMENT_RETURNED: 'PK',
  SCHOLARSHIP_YEAR: 'SB',
  RECEIVABLE: 'PL',
  COMPLAINT_RECEIPT: 'TP',
  COMPLAINT_ANSWER: 'JP',
  COMPLAINT_ESCALATED: 'EP',
  MEDIATION_INVITATION: 'UM',
  MEDIATION_RECORD: 'BM',
};

/** The number of a letter: of its kind, its programme where it has one, and its year. */
export const letterNumber = ({ letterId, issuedOn, subject, contents }: LetterToPrint): string =>
  [
    NUMBERS[contents.kind],
    ...(subject.programme === null ? [] : [subject.programme]),
    issuedOn.slice(0, 4),
    letterId.slice(0, 8).toUpperCase(),
  ].join('/');

/** A letter in one language, out of what its event said (reference 9.2). */
export function printedLetter(letter: LetterToPrint, language: PrintedIn): PrintedDocument {
  const { issuedOn, contents } = letter;
  const number = letterNumber(letter);
  return {
    title: TITLES[contents.kind],
    on: issuedOn,
    format: 'A4',
    parts: [
      { kind: 'FACTS', facts: headOf(letter, number, language) },
      ...bodyOf(letter, language),
      proofOf(letter),
    ],
    footer: alike(`BPJS Ketenagakerjaan · ${number}`),
  };
}

/** How the origin of a letter is checked: by the proof of its event, or where there was none yet by its code. */
function proofOf({ letterId, proof }: LetterToPrint): Part {
  const wrong = words(
    'Keliru? Data dapat diperbaiki di kantor cabang mana pun.',
    'Is something wrong? Data are corrected at any branch.',
  );
  const said =
    proof === undefined
      ? words(
          'Kode verifikasi surat ini. Bukti dari log transparansi belum ada ketika surat ini dibuat.',
          'The code by which this letter is verified. There was no proof of the transparency log when it was made.',
        )
      : words(
          'Kode verifikasi surat ini. Kode QR memuat bukti dari log transparansi bahwa keputusan ini tercatat: simpan isinya sebagai berkas .tlog-proof, lalu periksa tanpa jaringan.',
          'The code by which this letter is verified. The QR code holds the proof of the transparency log that this decision was recorded: keep what it says as a .tlog-proof file and check it without a network.',
        );
  const text = words(`${said.id} ${wrong.id}`, `${said.en} ${wrong.en}`);
  return { kind: 'PROOF', code: letterId, ...(proof !== undefined && { qr: proof }), text };
}

function headOf({ issuedOn, subject, contents }: LetterToPrint, number: string, language: PrintedIn) {
  const { addressee, participantName, claimId, programme, eventDate, office, complaint } = subject;
  const facts: (readonly [Words, string])[] = [
    [words('Nomor', 'Number'), number],
    [words('Tanggal', 'Date'), dayInWords(issuedOn, language)],
  ];
  if (office !== '') facts.push([words('Kantor', 'Office'), office]);
  if (contents.kind !== 'GUARANTEE' && contents.kind !== 'CARE_BEARER')
    facts.push([words('Kepada', 'To'), addressee ?? '']);
  if (participantName !== null) facts.push([words('Peserta', 'Participant'), participantName]);
  if (complaint) return [...facts, ...complaintHead(complaint, eventDate, language)];
  facts.push([words('Program', 'Programme'), programme ?? '']);
  if (claimId !== null) facts.push([words('Nomor permohonan', 'Claim'), claimId]);
  facts.push([words('Tanggal kejadian', 'Day of the event'), dayInWords(eventDate, language)]);
  return facts;
}

function bodyOf({ contents, issuedOn, facilityName }: LetterToPrint, language: PrintedIn): readonly Part[] {
  switch (contents.kind) {
    case 'PAPERS_REQUEST':
      return papersRequest(contents, issuedOn, language);
    case 'HOLD':
      return hold(contents, language);
    case 'APPROVAL':
    case 'DIFFERENCE':
      return [...approval(contents, language), ...objection(issuedOn, language)];
    case 'INTERIM':
      return approval(contents, language);
    case 'DENIAL':
      return [...denial(contents, language), ...objection(issuedOn, language)];
    case 'PAYMENT_ADVICE':
      return paymentAdvice(contents, language);
    case 'GUARANTEE':
      return guarantee(contents, facilityName ?? contents.facilityId, issuedOn, language);
    case 'OBJECTION_ANSWER':
      return objectionAnswer(contents);
    case 'CARE_BEARER':
      return careBearer(contents, facilityName ?? contents.facilityId, language);
    case 'PAYMENT_RETURNED':
      return returnedPayment(contents, language);
    case 'SCHOLARSHIP_YEAR':
      return [...scholarshipYear(contents, language), ...objection(issuedOn, language)];
    case 'RECEIVABLE':
      return [...owedBack(contents), ...objection(issuedOn, language)];
    case 'COMPLAINT_RECEIPT':
    case 'COMPLAINT_ANSWER':
    case 'COMPLAINT_ESCALATED':
    case 'MEDIATION_INVITATION':
    case 'MEDIATION_RECORD':
      return complaintLetter(contents, language);
    default:
      return assertNever(contents, 'contents of a letter');
  }
}
