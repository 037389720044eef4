import { type Part, type PrintedDocument, type PrintedIn, dayInWords, rupiahInDigits } from '#documents';
import { type LocalDate, type Words, alike } from '#kernel';
import type { LookBack } from '#runtime';
import type { ExplainedStep, PayoutExplanation } from './explanation.answers.js';

/** The view of the past in which it is told. */
type ViewTold = Pick<LookBack, 'position' | 'recordedAt' | 'effectiveOn'>;

const words = (id: string, en: string): Words => ({ id, en });
const heading = (id: string, en: string): Part => ({ kind: 'HEADING', text: words(id, en) });

/** The explanation of a payment as a document in one language, dated by the last step that it tells of: the same each time. */
export function printedExplanation(
  told: PayoutExplanation,
  language: PrintedIn,
  view?: ViewTold,
): PrintedDocument {
  return {
    title: words('Penjelasan Pembayaran', 'Why a payment is what it is'),
    on: (told.steps.at(-1)?.on ?? told.eventDate ?? '1970-01-01') as LocalDate,
    format: 'A4',
    parts: [
      ...asOf(view, language),
      { kind: 'FACTS', facts: headOf(told, language) },
      ...calculationOf(told, language),
      ...papersOf(told),
      ...stepsOf(told, language),
    ],
    footer: alike(`BPJS Ketenagakerjaan · ${told.payoutId}`),
  };
}

/** A document of the past says that it is one: nobody takes it for what is known now. */
function asOf(view: ViewTold | undefined, language: PrintedIn): readonly Part[] {
  if (!view) return [];
  const { position, recordedAt, effectiveOn } = view;
  const on = effectiveOn && dayInWords(effectiveOn, language);
  return [
    {
      kind: 'TEXT',
      text: words(
        `Sebagaimana diketahui pada posisi ${position} dalam log (dicatat ${recordedAt})${on ? `, dengan yang berlaku sampai ${on}` : ''}. Data pribadi tetap tersegel.`,
        `As it was known at position ${position} of the log (recorded ${recordedAt})${on ? `, of what takes effect by ${on}` : ''}. What is personal stays sealed.`,
      ),
    },
  ];
}

function headOf(told: PayoutExplanation, language: PrintedIn): readonly (readonly [Words, string])[] {
  const {
    payoutId,
    payee,
    amountIdr,
    benefitIdr,
    deductedIdr,
    partOfIdr,
    sourceKind,
    sourceId,
    programme,
    eventDate,
    decision,
  } = told;
  const facts: (readonly [Words, string])[] = [
    [words('Pembayaran', 'Payment'), payoutId],
    [words('Penerima', 'Payee'), payee],
    [words('Jumlah', 'Amount'), rupiahInDigits(amountIdr)],
  ];
  if (benefitIdr !== null && deductedIdr !== null)
    facts.push([
      words('Manfaat dikurangi potongan', 'Benefit less what is deducted'),
      `${rupiahInDigits(benefitIdr)} − ${rupiahInDigits(deductedIdr)}`,
    ]);
  if (partOfIdr !== null)
    facts.push([
      words('Bagian dari', 'Part of'),
      words(
        `${rupiahInDigits(partOfIdr)}; selebihnya dibayarkan tersendiri`,
        `${rupiahInDigits(partOfIdr)}; the rest is paid apart`,
      )[language],
    ]);
  facts.push([words('Berasal dari', 'Follows from'), `${sourceKind} ${sourceId}`]);
  if (programme !== null) facts.push([words('Program', 'Programme'), programme]);
  if (eventDate !== null)
    facts.push([words('Tanggal kejadian', 'Day of the event'), dayInWords(eventDate, language)]);
  if (decision)
    facts.push([words('Keputusan', 'Decision'), `${decision.type}, ${decision.event}, ${whoTook(decision)}`]);
  return facts;
}

function calculationOf(
  { calculation, approvedLess }: PayoutExplanation,
  language: PrintedIn,
): readonly Part[] {
  if (!calculation) return [];
  return [
    heading('Rincian, dengan dasar hukumnya', 'Components, with their clause'),
    componentsOf(calculation, language),
    ...approvedLess.map(({ code, calculatedIdr, approvedIdr }): Part => ({
      kind: 'TEXT',
      text: words(
        `${code}: dihitung ${rupiahInDigits(calculatedIdr)}, disetujui ${rupiahInDigits(approvedIdr)}.`,
        `${code}: ${rupiahInDigits(calculatedIdr)} was calculated, ${rupiahInDigits(approvedIdr)} was approved.`,
      ),
    })),
    { kind: 'FACTS', facts: howCalculated(calculation, language) },
    ...inputsOf(calculation.inputs),
  ];
}

type Calculated = NonNullable<PayoutExplanation['calculation']>;

const componentsOf = ({ components, totalIdr }: Calculated, language: PrintedIn): Part => ({
  kind: 'TABLE',
  columns: [
    words('Manfaat', 'Benefit'),
    words('Perhitungan', 'Arithmetic'),
    words('Dasar hukum', 'Law'),
    words('Dibayar di sini', 'Paid here'),
    words('Jumlah', 'Amount'),
  ],
  widths: [4, 4, 4, 2, 3],
  rows: components.map(({ code, arithmetic, law, article, isPaidHere, amountIdr }) => [
    code,
    arithmetic ?? '–',
    `${law}, ${article}`,
    (isPaidHere ? words('ya', 'yes') : words('tidak', 'no'))[language],
    rupiahInDigits(amountIdr),
  ]),
  total: [words('Jumlah', 'In all')[language], '', '', '', rupiahInDigits(totalIdr)],
});

function howCalculated(
  { step, ruleSetVersion, agrees }: Calculated,
  language: PrintedIn,
): readonly (readonly [Words, string])[] {
  const facts: (readonly [Words, string])[] = [
    [words('Dihitung dalam', 'Calculated in'), `${step.type}, ${step.event}, ${whoTook(step)}`],
  ];
  if (ruleSetVersion !== null) facts.push([words('Versi aturan', 'Rule set'), ruleSetVersion]);
  if (agrees !== null) {
    const again = agrees ? words('sama', 'the same') : words('berbeda', 'different');
    facts.push([words('Dihitung ulang hari ini', 'Calculated again today'), again[language]]);
  }
  return facts;
}

/** What the law was asked; nothing for whoever may not see it. */
function inputsOf(inputs: unknown): readonly Part[] {
  if (typeof inputs !== 'object' || inputs === null) return [];
  const rows = Object.entries(inputs).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return [
    heading('Yang ditanyakan kepada aturan', 'What the law was asked'),
    { kind: 'TABLE', columns: [words('Masukan', 'Input'), words('Nilai', 'Value')], widths: [1, 2], rows },
  ];
}

function papersOf({ papers }: PayoutExplanation): readonly Part[] {
  if (papers.length === 0) return [];
  const rows = papers.map(({ kind, paperId, event }) => [kind, paperId ?? '–', event]);
  return [
    heading('Dokumen', 'Papers'),
    {
      kind: 'TABLE',
      columns: [words('Jenis', 'Kind'), words('Berkas', 'File'), words('Peristiwa', 'Event')],
      widths: [2, 3, 4],
      rows,
    },
  ];
}

/** Who took a step, where, and for which other office they decided. */
const whoTook = ({ by, office, delegation }: ExplainedStep): string =>
  `${by} (${office}${delegation ? ` → ${delegation.office}, ${delegation.delegationId}` : ''})`;

function stepsOf({ steps }: PayoutExplanation, language: PrintedIn): readonly Part[] {
  const rows = steps.map((step) => [step.type, step.event, whoTook(step), dayInWords(step.on, language)]);
  return [
    heading('Siapa melakukan apa', 'Who did what'),
    {
      kind: 'TABLE',
      columns: [
        words('Peristiwa', 'Event'),
        words('Letak', 'Place'),
        words('Oleh', 'By'),
        words('Tanggal', 'Day'),
      ],
      widths: [3, 5, 3, 3],
      rows,
    },
  ];
}
