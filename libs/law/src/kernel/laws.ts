import { type LocalDate, localDate } from '#kernel';
import { PERMENAKER_1_2025_FROM, PP_49_2023_FROM } from './conventions.js';
import type { Confidence } from './provision.js';

export const PP_44 = 'PP 44/2015';
export const PP_82 = 'PP 44/2015 jo. PP 82/2019';
export const PP_49_2023 = 'PP 44/2015 jo. PP 82/2019 jo. PP 49/2023';

/** The days on which amounts or conditions changed. */
export const PP_44_FROM = localDate('2015-07-01');
export const PERPRES_7_2019_FROM = localDate('2019-01-29');
export const PP_82_FROM = localDate('2019-12-02');
export const PP_37_2021_FROM = localDate('2021-02-02');
export const PERMENAKER_5_2021_FROM = localDate('2021-04-01');
export const PP_6_2025_FROM = localDate('2025-02-07');
export const PERMENAKER_4_2023_FROM = localDate('2023-02-22');
export const PP_36_2025_FROM = localDate('2025-09-04');
const PP_50_2025_FROM = localDate('2026-01-01');

/** PP 44/2015 and its amendments, as they are cited together from a day on. */
const PP_44_AMENDED: readonly { readonly from: LocalDate; readonly law: string }[] = [
  { from: PP_44_FROM, law: PP_44 },
  { from: PP_82_FROM, law: PP_82 },
  { from: PP_49_2023_FROM.value, law: PP_49_2023 },
];

/** The days on which an amendment changed how PP 44/2015 is cited. */
export const CITED_ANEW_ON: readonly LocalDate[] = PP_44_AMENDED.map(({ from }) => from);

/** A law as cited on a day: PP 44/2015 together with the amendments in force then. */
export function citedOn(law: string, on: LocalDate): string {
  const known = PP_44_AMENDED.findIndex((entry) => entry.law === law);
  if (known < 0) return law;
  const inForce = PP_44_AMENDED.findLastIndex(({ from }) => from <= on);
  return PP_44_AMENDED[Math.max(known, inForce)]!.law;
}

/** One law of the table of section 0 of the reference. */
export interface Law {
  readonly name: string;
  readonly from: LocalDate;
  readonly sets: string;
  readonly sources: readonly string[];
  readonly confidence: Confidence;
}

export const LAWS: readonly Law[] = [
  {
    name: PP_44,
    from: PP_44_FROM,
    sets: 'JKK and JKM: rates, benefits, time limits',
    sources: ['S02', 'S13'],
    confidence: 'V',
  },
  { name: 'PP 45/2015', from: PP_44_FROM, sets: 'JP', sources: ['S28'], confidence: 'V' },
  { name: 'PP 46/2015 jo. PP 60/2015', from: PP_44_FROM, sets: 'JHT', sources: ['S26'], confidence: 'V' },
  {
    name: 'PP 82/2019',
    from: PP_82_FROM,
    sets: 'higher benefits, scholarship by level, 5-year claim limit',
    sources: ['S04', 'S05'],
    confidence: 'V',
  },
  {
    name: 'PP 49/2020',
    from: localDate('2020-08-01'),
    sets: 'JKK and JKM contributions at 1 %, periods 2020-08 to 2021-01',
    sources: ['S32'],
    confidence: 'V',
  },
  {
    name: 'PP 37/2021',
    from: PP_37_2021_FROM,
    sets: 'JKP starts; recomposition of JKK and JKM',
    sources: ['S25'],
    confidence: 'V',
  },
  {
    name: 'Permenaker 5/2021',
    from: PERMENAKER_5_2021_FROM,
    sets: 'procedures of JKK, JKM, JHT; scholarships payable',
    sources: ['S47'],
    confidence: 'V',
  },
  {
    name: 'Permenaker 4/2022',
    from: localDate('2022-04-01'),
    sets: 'JHT claim procedure',
    sources: ['S27'],
    confidence: 'L',
  },
  {
    name: 'Permenaker 4/2023',
    from: PERMENAKER_4_2023_FROM,
    sets: 'migrant workers (PMI)',
    sources: ['S20', 'S52'],
    confidence: 'V',
  },
  {
    name: 'PP 49/2023',
    from: PP_49_2023_FROM.value,
    sets: 'recomposition (Art. 16A, 18A), suspected cases (Art. 25A, 25B)',
    sources: ['S01', 'S17', 'S33'],
    confidence: 'L',
  },
  {
    name: 'PP 6/2025',
    from: PP_6_2025_FROM,
    sets: 'JKP 60 % for 6 months, contribution 0.36 %',
    sources: ['S25'],
    confidence: 'V',
  },
  {
    name: 'PP 7/2025',
    from: PP_6_2025_FROM,
    sets: 'JKK at 50 % for labour-intensive industry, periods 2025-02 to 2025-07',
    sources: ['S31'],
    confidence: 'V',
  },
  {
    name: 'Permenaker 1/2025',
    from: PERMENAKER_1_2025_FROM.value,
    sets: 'late reports, suspected cases, non-ASN, scholarship, violence at work, notarial will, several employers (Art. 101), BPU under 3 months (Art. 97A)',
    sources: ['S34', 'S39', 'S56'],
    confidence: 'H',
  },
  {
    name: 'PP 36/2025',
    from: PP_36_2025_FROM,
    sets: 'extends the relief of PP 7/2025 to the JKK contribution of 2026-01 (Art. 10A); unpaid months at the reduced tariff until 2026-06-30 (Art. 11)',
    sources: ['S48', 'S55'],
    confidence: 'V',
  },
  {
    name: 'PP 50/2025',
    from: PP_50_2025_FROM,
    sets: 'JKK and JKM of BPU at 50 % for a time',
    sources: ['S20', 'S21'],
    confidence: 'V',
  },
];

/** The days on which something new came into force, oldest first. */
const NEW_LAW_DAYS = LAWS.map(({ from }) => from).sort();

/** The law for requests that name no date: the newest this edition knows, never "today". */
export const NEWEST_LAW = NEW_LAW_DAYS.at(-1)!;

/** Raised by one whenever a value in a table is corrected, so that an old decision names the table it used. */
export const RULES_EDITION = 2;

const ruleSet = (from: LocalDate) => `${from}/${RULES_EDITION}`;
const FIRST_RULE_SET = ruleSet(PP_44_FROM);
const RULE_SETS = NEW_LAW_DAYS.map((from) => ({ from, version: ruleSet(from) }));

/**
 * Names the rule set that governs an event: the day of the newest law in force then, and the edition of the tables.
 * Stored with a decision, it says which law a replay has to apply.
 */
export function ruleSetVersionOn(eventDate: LocalDate): string {
  return RULE_SETS.findLast(({ from }) => from <= eventDate)?.version ?? FIRST_RULE_SET;
}
