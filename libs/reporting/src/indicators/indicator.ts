import type { LocalDate, Words } from '#kernel';
import { type RawBuilder, sql } from '#postgres';

/** By what figures can be told apart. Time is one of them: whoever compares two years looks at two groups as well. */
export const CUT_WORDS = {
  segment: { en: 'kind of membership', id: 'segmen' },
  sex: { en: 'sex', id: 'jenis kelamin' },
  ageBand: { en: 'age at registration', id: 'kelompok umur saat mendaftar' },
  employerKind: { en: 'kind of employer', id: 'jenis pemberi kerja' },
  area: { en: 'regency', id: 'kabupaten atau kota' },
  kind: { en: 'kind of money', id: 'jenis manfaat' },
  payee: { en: 'kind of payee', id: 'penerima' },
  reason: { en: 'reason', id: 'sebab' },
  occupationGroup: { en: 'group of occupations', id: 'kelompok pekerjaan' },
  channel: { en: 'channel of registration', id: 'kanal pendaftaran' },
  payer: { en: 'kind of payer', id: 'pembayar iuran' },
  sponsor: { en: 'sponsor', id: 'penyelenggara bantuan iuran' },
  district: { en: 'district', id: 'kecamatan' },
  branch: { en: 'branch', id: 'kantor cabang' },
  programme: { en: 'programme', id: 'program' },
  office: { en: 'office', id: 'kantor' },
  decision: { en: 'decision', id: 'keputusan' },
  month: { en: 'month', id: 'bulan' },
  year: { en: 'year', id: 'tahun' },
} as const satisfies Readonly<Record<string, Words>>;

export type Cut = keyof typeof CUT_WORDS;

export const CUTS = Object.keys(CUT_WORDS) as readonly Cut[];

export const UNITS = ['PERSONS', 'COUNT', 'RUPIAH', 'PERCENT', 'WORKING_DAYS'] as const;

/** A figure of each measure; nothing where there is nothing to divide by. */
export type Figures = Readonly<Record<string, number | null>>;

interface MeasureTold {
  readonly name: string;
  readonly words: Words;
  readonly unit: (typeof UNITS)[number];
}

/** One figure of an indicator: an aggregate over its facts, or what follows from the other figures of a group. */
export type Measure = MeasureTold &
  (
    | { readonly of: RawBuilder<unknown> }
    | { readonly from: (figures: Figures, group: GroupValues, on: LocalDate) => number | null }
  );

/** The values of a group, by cut; of the total none. */
export type GroupValues = Partial<Readonly<Record<Cut, string>>>;

/** An indicator: which facts it counts, by what they can be told apart, and what is told of them. */
export interface Indicator {
  /** As section 8 of the reference numbers it. */
  readonly code: string;
  /** In addresses. */
  readonly name: string;
  /** Raised whenever the same facts would give other figures: it stands beside each. */
  readonly version: number;
  readonly title: Words;
  /** What exactly is counted. */
  readonly about: Words;
  /** On a day, or over all time, of which months and years are cuts. */
  readonly time: 'ON_A_DAY' | 'OVER_TIME';
  /** Who the persons are, where they are not insured people. */
  readonly persons?: Words;
  /** What each cut is, in SQL over the relation. */
  readonly cuts: Partial<Readonly<Record<Cut, RawBuilder<unknown>>>>;
  /** A query for the facts: a column `person_id`, whom each is about, and what cuts and measures need. */
  readonly facts: (on: LocalDate) => RawBuilder<unknown>;
  /**
   * Each fact says (`is_several`) whether there may be another one about the same person: all others are counted without being looked
   * up, which is what makes it quick. Measures of such an indicator are counts and sums.
   */
  readonly saysSeveral?: true;
  readonly measures: readonly Measure[];
  /**
   * How many persons are behind a part of what is told of a group, in SQL: a sum of the few who were denied, or paid, is theirs however many
   * others the group has. Where one of these parts is small, the group is withheld. Not for indicators that say `is_several`.
   */
  readonly parts?: readonly RawBuilder<unknown>[];
}

/** What is counted in every table, and decides what is shown of it. */
export const PERSONS = 'persons';

/** The words for them, unless an indicator has others. */
export const PERSONS_WORDS: Words = { en: 'persons', id: 'orang' };

/** The names of all figures of an indicator, in the order in which they are told. */
export const figureNames = ({ measures }: Pick<Indicator, 'measures'>): readonly string[] => [
  PERSONS,
  ...measures.map(({ name }) => name),
];

/** How many persons are behind those facts of a group of which something holds. */
export const behind = (which: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`count(distinct person_id) filter (where ${which})`;

/** An indicator that is not worked out yet, and why. */
export interface Waiting {
  readonly code: string;
  readonly name: string;
  readonly title: Words;
  readonly reason: Words;
}

/** A share in percent with two decimals, half up; nothing where there is nothing to divide by. */
export const percent = (part: number | null | undefined, whole: number | null | undefined): number | null =>
  part === null || part === undefined || !whole ? null : Math.round((part / whole) * 10_000) / 100;
