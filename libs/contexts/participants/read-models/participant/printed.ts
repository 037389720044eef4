import { type PrintedDocument, dayInWords, monthInWords, rupiahInDigits, takenBack } from '#documents';
import type { Language } from '#http';
import { type Words, alike, periodsFrom } from '#kernel';
import type { Segment } from '#law';
import type { Payer } from '../../domain/participant.events.js';
import type { ContributionItem, MembershipItem, ParticipantDetail } from './participant.answers.js';

const SEGMENTS_IN_WORDS: Readonly<Record<Segment, Words>> = {
  PU: { en: 'Wage earner (PU)', id: 'Penerima upah (PU)' },
  BPU: { en: 'Self-employed (BPU)', id: 'Bukan penerima upah (BPU)' },
  JAKON: { en: 'Construction (JAKON)', id: 'Jasa konstruksi (JAKON)' },
  PMI: { en: 'Migrant worker (PMI)', id: 'Pekerja migran (PMI)' },
};

const PAYERS_IN_WORDS: Readonly<Record<Payer, Words>> = {
  SELF: { en: 'The participant', id: 'Peserta sendiri' },
  EMPLOYER: { en: 'Employer', id: 'Pemberi kerja' },
  VILLAGE: { en: 'Village', id: 'Pemerintah desa' },
  KELURAHAN: { en: 'Urban village', id: 'Kelurahan' },
  LOCAL_GOV: { en: 'Local government', id: 'Pemerintah daerah' },
  CENTRAL_GOV: { en: 'Central government', id: 'Pemerintah pusat' },
  CSR_SPONSOR: { en: 'Sponsor (CSR)', id: 'Penyelenggara CSR' },
  CHAMBER: { en: 'Chamber of commerce', id: 'Kamar dagang' },
  PROJECT_OWNER: { en: 'Owner of the project', id: 'Pemilik proyek' },
};

const NAME = { en: 'Name', id: 'Nama' };

type Shown = Pick<
  ParticipantDetail,
  'participantId' | 'name' | 'nikMasked' | 'birthDate' | 'segment' | 'registeredOn' | 'memberships'
>;

/** Who somebody is, in the first lines of a document. */
const whoIs = ({ name, nikMasked }: Pick<Shown, 'name' | 'nikMasked'>) =>
  [
    [NAME, name ?? ''],
    [alike('NIK'), nikMasked ?? ''],
  ] as const;

/** A card is small: of more memberships the others are left out. */
const MOST_CARDS = 2;

/** The number of a membership, and with whom it is. */
const cardLines = ({ kpj, employerName }: MembershipItem) => [
  ...(kpj === null ? [] : [[alike('KPJ'), kpj] as const]),
  ...(employerName === null ? [] : [[{ en: 'Works for', id: 'Pemberi kerja' }, employerName] as const]),
];

/** The card of a participant (kartu peserta), as of what is known of them. */
export function cardOf(participant: Shown, language: Language): PrintedDocument {
  const { participantId, birthDate, segment, registeredOn, memberships } = participant;
  const cards = memberships.filter(({ endedOn }) => endedOn === null).slice(0, MOST_CARDS);
  return {
    title: { en: 'BPJS Ketenagakerjaan: participant', id: 'Kartu Peserta BPJS Ketenagakerjaan' },
    on: registeredOn,
    format: 'CARD',
    parts: [
      {
        kind: 'FACTS',
        facts: [
          ...whoIs(participant),
          [{ en: 'Born on', id: 'Tanggal lahir' }, birthDate ? dayInWords(birthDate, language) : ''],
          [{ en: 'Participant as', id: 'Kepesertaan' }, SEGMENTS_IN_WORDS[segment][language]],
          ...cards.flatMap(cardLines),
          [{ en: 'Since', id: 'Sejak' }, dayInWords(registeredOn, language)],
        ],
      },
    ],
    footer: alike(participantId),
  };
}

/** The receipt of a payment of contributions for one participant (tanda terima iuran). */
export function receiptOf(
  participant: Pick<Shown, 'name' | 'nikMasked'>,
  paid: ContributionItem,
  language: Language,
): PrintedDocument {
  const months = periodsFrom(paid.period, paid.months);
  return {
    title: { en: 'Receipt of contributions', id: 'Tanda Terima Iuran' },
    on: paid.paidOn,
    format: 'A4',
    parts: [
      {
        kind: 'FACTS',
        facts: [
          ...whoIs(participant),
          [{ en: 'Receipt', id: 'Nomor' }, paid.receipt],
          [{ en: 'Paid on', id: 'Dibayar pada' }, dayInWords(paid.paidOn, language)],
          [{ en: 'Paid by', id: 'Dibayar oleh' }, PAYERS_IN_WORDS[paid.payer as Payer][language]],
          [{ en: 'For', id: 'Untuk bulan' }, months.map((month) => monthInWords(month, language)).join(', ')],
          [{ en: 'Amount', id: 'Jumlah' }, rupiahInDigits(paid.amountIdr)],
        ],
      },
      ...takenBack(paid.reversedOn),
    ],
    footer: alike(`${paid.participantId} / ${paid.paymentId}`),
  };
}
