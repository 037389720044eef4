import { localDate } from '#kernel';
import { PERMENAKER_5_2021_FROM, PP_44, PP_44_FROM } from '../kernel/laws.js';
import { duringMonths, type Rule } from '../kernel/rule.js';
import type { Segment } from '../kernel/segment.js';
import { ARREARS_MONTHS_HELD } from './coverage.conventions.js';

const dueDay = (id: string, title: { id: string; en: string }, monthsAfterPeriod: number): Rule<DueDay> => ({
  id,
  title,
  unit: 'day of the month, months after the period',
  versions: [
    {
      from: PP_44_FROM,
      law: PP_44,
      article: 'Art. 21 (from memory)',
      sources: ['S24'],
      confidence: 'V',
      value: { day: 15, monthsAfterPeriod },
    },
    // PP 49/2020 moved the due day of the relief periods; the periods are keyed by their first day.
    {
      ...duringMonths('2020-08', '2021-01'),
      law: 'PP 49/2020',
      article: 'article not seen',
      sources: ['S32'],
      confidence: 'V',
      value: { day: 30, monthsAfterPeriod },
    },
  ],
});

/** Until when the contribution of a period is paid in time; a day off moves it to the next working day. */
export interface DueDay {
  readonly day: number;
  readonly monthsAfterPeriod: number;
}

export const DUE_DAY_PU = dueDay(
  'DUE_DAY_PU',
  { id: 'Batas bayar iuran PU', en: 'Due day of PU contributions' },
  1,
);

export const DUE_DAY_BPU = dueDay(
  'DUE_DAY_BPU',
  { id: 'Batas bayar iuran BPU', en: 'Due day of BPU contributions' },
  0,
);

/** Calendar months of arrears after which coverage is inactive. */
export const ARREARS_MONTHS: Rule<number> = {
  id: 'ARREARS_MONTHS',
  title: {
    id: 'Bulan tunggakan sebelum kepesertaan nonaktif',
    en: 'Months of arrears before coverage is inactive',
  },
  unit: 'months',
  versions: [
    {
      from: PP_44_FROM,
      law: PP_44,
      article: 'Art. 27-30 area; convention E-2',
      sources: ['S18', 'S49'],
      confidence: 'V',
      value: ARREARS_MONTHS_HELD.value,
    },
  ],
};

/** Which ages may register; `belowAge` is the first age that is refused. */
export interface AgeLimit {
  readonly minimumAge?: number;
  readonly belowAge?: number;
}

/** Batas usia pendaftaran BPU. */
export const BPU_AGE_LIMIT: Rule<AgeLimit> = {
  id: 'BPU_AGE_LIMIT',
  title: { id: 'Batas usia saat mendaftar sebagai BPU', en: 'Age limit at registration as BPU' },
  unit: 'years',
  versions: [
    {
      from: localDate('2016-01-01'),
      law: 'Permenaker 1/2016',
      article: 'article not seen',
      sources: ['S44'],
      confidence: 'V',
      value: { belowAge: 57 },
    },
    {
      from: localDate('2018-01-01'),
      law: 'Permenaker 21/2017',
      article: 'article not seen',
      sources: [],
      confidence: 'L',
      value: { belowAge: 61 },
    },
    {
      from: PERMENAKER_5_2021_FROM,
      law: 'Permenaker 5/2021',
      article: 'article not seen',
      sources: ['S44'],
      confidence: 'V',
      value: { minimumAge: 18, belowAge: 65 },
    },
  ],
};

/** The rule that limits the age at registration, where the segment has one. */
export const AGE_LIMITS: Readonly<Partial<Record<Segment, Rule<AgeLimit>>>> = { BPU: BPU_AGE_LIMIT };
