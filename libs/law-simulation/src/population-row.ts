/** The columns that tell what befell somebody. */
const EVENT_COLUMNS = [
  'event',
  'eventMonth',
  'paidMonths',
  'membershipMonths',
  'employers',
  'injuries',
  'incapacityMonths',
  'incapacityDays',
  'balance',
  'drawnBy',
  'benefitMonths',
  'schoolLevel',
] as const;

/** The columns of a population file (CSV with a first line of names); those that are left out are empty or no. */
const POPULATION_COLUMNS = [
  'group',
  'district',
  'monthlyIncome',
  'riskClass',
  'programs',
  'labourIntensive',
  'transport',
  'governmentPaid',
  'contractValue',
  'agency',
  'contractMonths',
  'paidInMonth',
  'paidEvery',
  'voluntaryJht',
  ...EVENT_COLUMNS,
] as const;
export type Column = (typeof POPULATION_COLUMNS)[number];
export type Row = Readonly<Partial<Record<Column, string>>>;

const isOfEvents = (column: Column) => (EVENT_COLUMNS as readonly Column[]).includes(column);

/** The names of the columns, checked. @throws UnreadablePopulation */
export function checkedNames(names: readonly string[]): string[] {
  for (const name of names) {
    if (!POPULATION_COLUMNS.some((column) => column === name)) {
      throw new UnreadablePopulation(
        1,
        `${name} is not one of ${POPULATION_COLUMNS.join(', ')}`,
        `${name} bukan salah satu dari ${POPULATION_COLUMNS.join(', ')}`,
      );
    }
  }
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined)
    throw new UnreadablePopulation(1, `the column ${twice} stands twice`, `kolom ${twice} ada dua`);
  for (const needed of ['group', 'district'] as const) {
    if (!names.includes(needed))
      throw new UnreadablePopulation(1, `the column ${needed} is needed`, `kolom ${needed} diperlukan`);
  }
  return [...names];
}

/** What is wrong with a population file, in both languages; with the line, where it is one. */
export class UnreadablePopulation extends Error {
  constructor(line: number | undefined, en: string, id: string) {
    super(
      line === undefined
        ? `${en} / ${id}`
        : `line ${line} of the population: ${en} / baris ${line} data penduduk: ${id}`,
    );
  }
}

/** The cells of a row by what they may hold. */
export interface Reading {
  readonly oneOf: <Word extends string>(column: Column, words: readonly Word[]) => Word;
  readonly text: (column: Column) => string;
  readonly whole: (column: Column, least: number, most: number) => number;
  readonly yes: (column: Column) => boolean;
  /** Remembers a cell that was read, or what of it, as one that plays no part. */
  readonly ignore: (column: Column, what?: string) => void;
  /**
   * The cells of the row that play no part: those that were ignored, and those that say something and nobody read.
   * @throws UnreadablePopulation for a cell about an event that nobody read: the line is meant to be of one
   */
  readonly finish: () => readonly string[];
  readonly fail: (column: Column, en: string, id: string) => UnreadablePopulation;
}

export function reading(row: Row, line: number): Reading {
  const read = new Set<Column>();
  const ignored: string[] = [];
  const ignore = (column: Column, what?: string) => {
    ignored.push(what === undefined ? column : `${column}.${what}`);
  };
  const text = (column: Column) => {
    read.add(column);
    return row[column] ?? '';
  };
  const fail = (column: Column, en: string, id: string) => {
    const cell = text(column);
    return new UnreadablePopulation(
      line,
      `${column} ${en}, not "${cell}"`,
      `${column} ${id}, bukan "${cell}"`,
    );
  };
  const oneOf = <Word extends string>(column: Column, words: readonly Word[]): Word => {
    const found = words.find((word) => word === text(column));
    if (found === undefined) throw fail(column, ...mustBeOneOf(words));
    return found;
  };
  const whole = (column: Column, least: number, most: number): number => {
    const digits = text(column);
    const number = Number(digits);
    if (!/^\d+$/.test(digits) || number < least || number > most) {
      throw fail(column, ...mustBeWhole(least, most));
    }
    return number;
  };
  const yes = (column: Column) => text(column) !== '' && oneOf(column, ['yes', 'no']) === 'yes';
  const finish = () => {
    const unread = POPULATION_COLUMNS.filter((column) => (row[column] ?? '') !== '' && !read.has(column));
    const ofEvents = unread.find(isOfEvents);
    if (ofEvents) throw fail(ofEvents, ...MUST_BE_EMPTY);
    return [...ignored, ...unread.filter((column) => row[column] !== 'no')];
  };
  return { oneOf, text, whole, yes, fail, ignore, finish };
}

/** What is asked of a cell, in English and Indonesian. */
type Asked = readonly [en: string, id: string];

const mustBeOneOf = (words: readonly string[]): Asked => [
  `must be one of ${words.join(', ')}`,
  `harus salah satu dari ${words.join(', ')}`,
];

const mustBeWhole = (least: number, most: number): Asked => [
  `must be a whole number, ${least} to ${most}`,
  `harus bilangan bulat, ${least} sampai ${most}`,
];

const MUST_BE_EMPTY: Asked = ['must be empty in this line', 'harus kosong pada baris ini'];
