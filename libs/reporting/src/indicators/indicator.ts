import type { LocalDate, Words } from '#kernel';
import type { RawBuilder } from '#postgres';

/** By what figures can be told apart. Time is one of them: whoever compares two years looks at two groups as well. */
export const CUT_WORDS = {
  segment: { en: 'kind of membership', id: 'segmen' },
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

/** One figure of an indicator. */
export interface Measure {
  readonly name: string;
  readonly words: Words;
  readonly unit: (typeof UNITS)[number];
  /** What it comes to over some of the facts of the indicator: an aggregate over its relation. */
  readonly of: RawBuilder<unknown>;
}

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
  /** What each cut is, in SQL over the relation. */
  readonly cuts: Partial<Readonly<Record<Cut, RawBuilder<unknown>>>>;
  /** A query for the facts: a column `person_id`, whom each is about, and what cuts and measures need. */
  readonly facts: (on: LocalDate) => RawBuilder<unknown>;
  readonly measures: readonly Measure[];
}

/** What is counted in every table, and decides what is shown of it. */
export const PERSONS = 'persons';

/** An indicator whose facts no contract carries yet. */
export interface Waiting {
  readonly code: string;
  readonly name: string;
  readonly title: Words;
  readonly reason: Words;
}
