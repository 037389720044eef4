import { type LocalDate, phoneKey } from '#kernel';
import type { DuplicateReason } from './duplicate.events.js';
import { nameWords } from './name-words.js';

/** More have something in common that belongs to none of them, such as the phone of a village office. */
export const MOST_ALIKE = 10;

/** What of a person is compared. */
export interface Compared {
  readonly name: string;
  readonly birthDate: LocalDate;
  readonly phone?: string | null;
}

/** What is compared of a registration. */
export type ComparedReason = Extract<DuplicateReason, 'NAME_AND_BIRTH_DATE' | 'PHONE'>;

/**
 * What two participants have in common who may be one person: names that differ by spelling, by the order of their words or by vowels,
 * with a birth date whose day and month may have changed places; or the phone. A text holds the person's data: it stands in read
 * models alone.
 */
export function duplicateKeys({
  name,
  birthDate,
  phone,
}: Compared): readonly (readonly [ComparedReason, string])[] {
  const words = nameKey(name);
  return [
    ...(words ? [['NAME_AND_BIRTH_DATE', `${words}/${birthKey(birthDate)}`] as const] : []),
    ...(phone ? [['PHONE', phoneKey(phone)] as const] : []),
  ];
}

/** What a name has in common with others that differ by spelling, by the order of their words or by vowels. */
export const nameKey = (name: string): string => nameWords(name).map(withoutVowels).sort().join(' ');

/** The number of a certificate of death, however it was written: it is one person's. */
export const certificateKey = (certificate: string): string =>
  certificate.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Too little would be left of a short one. */
const SHORT = 4;

const withoutVowels = (word: string): string =>
  word.length <= SHORT ? word : word.charAt(0) + word.slice(1).replace(/[AEIOU]/g, '');

/** 5 December and 12 May are alike: one of them may be the other one with day and month exchanged. */
export function birthKey(date: LocalDate): string {
  const [year, month, day] = date.split('-');
  return Number(day) > 12 ? date : [year, ...[String(month), String(day)].sort()].join('-');
}
