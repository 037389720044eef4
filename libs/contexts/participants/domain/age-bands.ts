import { type LocalDate, ageOn } from '#kernel';
import type { AgeBand } from './participant.events.js';

/** Years of age with which a band begins, oldest first. */
const BEGINS: readonly (readonly [number, AgeBand])[] = [
  [65, '65_AND_OVER'],
  [55, '55_64'],
  [45, '45_54'],
  [35, '35_44'],
  [25, '25_34'],
];

/** How old somebody is on a day, as far as it is counted: a band of years tells of nobody. */
export function ageBandOf(birthDate: LocalDate, on: LocalDate): AgeBand {
  const age = ageOn(birthDate, on);
  return BEGINS.find(([from]) => age >= from)?.[1] ?? 'UNDER_25';
}
