import { formatRupiah, type LocalDate } from '#kernel';
import type { LawDuring, Outcome } from '#law/reforms';
import type { EffectOfReform } from './law-reform.command.js';
import type { Language } from './language.js';

type Change = EffectOfReform['changes'][number];

const WORDS = {
  en: {
    from: 'from',
    until: 'until',
    open: 'until somebody changes it',
    now: 'law',
    proposed: 'reform',
    part: 'part',
    none: 'nothing: the rule does not exist then',
    asLaw: 'as the law says',
    same: 'the reform says what the law says',
    later: 'then',
    source: 'seen in',
    unseen: 'seen in no source',
    calculators: 'read by',
    follows: 'takes over the values of',
    noCases: 'No cases are at hand to compare.',
    cases: (compared: number, otherwise: number) =>
      `Of ${compared} cases ${otherwise} ${otherwise === 1 ? 'comes' : 'come'} out otherwise${otherwise === 0 ? '.' : ':'}`,
  },
  id: {
    from: 'sejak',
    until: 'sampai',
    open: 'sampai diubah',
    now: 'hukum',
    proposed: 'reformasi',
    part: 'bagian',
    none: 'tidak ada: aturan ini belum atau tidak berlaku',
    asLaw: 'seperti bunyi hukum',
    same: 'reformasi sama dengan hukum',
    later: 'kemudian',
    source: 'sumber',
    unseen: 'sumber belum dilihat',
    calculators: 'dibaca oleh',
    follows: 'mengikuti nilai',
    noCases: 'Tidak ada kasus untuk dibandingkan.',
    cases: (compared: number, otherwise: number) =>
      `Dari ${compared} kasus, ${otherwise} hasilnya berbeda${otherwise === 0 ? '.' : ':'}`,
  },
} as const;

/** What a lawyer reads of a reform. */
export function toldReform({ changes, cases }: EffectOfReform, language: Language): string {
  const words = WORDS[language];
  const { compared, otherwise } = cases;
  return [
    ...changes.flatMap((change) => [...changeLines(change, language), '']),
    compared === 0 ? words.noCases : words.cases(compared, otherwise.length),
    ...otherwise.map(({ name, law, reformed }) => `  ${name}: ${outcome(law)} → ${outcome(reformed)}`),
    '',
  ].join('\n');
}

function changeLines(change: Change, language: Language): string[] {
  const words = WORDS[language];
  const { rule, title, unit, follows, from, until, law, calculators } = change;
  return [
    `${rule}: ${title[language]}${unit === '' ? '' : ` (${unit})`}`,
    `  ${words.from} ${from}, ${until === undefined ? words.open : `${words.until} ${until}`}`,
    ...(follows === undefined ? [] : [`  ${words.follows} ${follows}`]),
    ...valueLines(change, language),
    ...law.map((during, at) => lawLine(during, at === 0 ? words.now : words.later, language)),
    ...(law.length === 0 ? [`  ${words.now}: ${words.none}`] : []),
    `  ${words.calculators} ${calculators.join(', ')}`,
  ];
}

/** What is proposed; of a value with parts those that change, each beside the law. */
function valueLines({ proposed, changed, law }: Change, language: Language): string[] {
  const words = WORDS[language];
  if (proposed === null) return [`  ${words.proposed}: ${words.asLaw}`];
  if (changed.length === 0) return [`  ${words.same}`];
  if (law.length === 0 || changed.some(({ part }) => part === ''))
    return [`  ${words.proposed}: ${shown(proposed)}`];
  return changed.map(
    ({ part, law: before, proposed: after }) =>
      `  ${words.proposed}: ${words.part} ${part}: ${shown(before)} → ${shown(after)}`,
  );
}

function lawLine(
  { from, until, value, law, article, sources }: LawDuring,
  when: string,
  language: Language,
): string {
  const words = WORDS[language];
  const seen = sources.length === 0 ? words.unseen : `${words.source} ${sources.join(', ')}`;
  return `  ${when}: ${shown(value)}, ${words.from} ${from}${lastDay(until, words.until)} (${law}, ${article}; ${seen})`;
}

const lastDay = (until: LocalDate | undefined, word: string) =>
  until === undefined ? '' : ` ${word} ${until}`;

/** A long table is shown by its parts that change; here only that it is one. */
const LONG = 100;

function shown(value: unknown): string {
  if (value === undefined) return '–';
  if (typeof value === 'number') return formatRupiah(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONG ? `${text.slice(0, LONG)}…` : text;
}

function outcome({ totalIdr, decision, error }: Outcome): string {
  if (totalIdr === undefined) return error!;
  return `Rp${formatRupiah(totalIdr)}${decision === undefined ? '' : ` (${decision})`}`;
}
