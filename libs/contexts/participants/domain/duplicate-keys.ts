import { type LocalDate, phoneKey } from '#kernel';
import { nameWords } from './name-words.js';

/** Why two participants may be one person (alasan dugaan peserta ganda). */
export const DUPLICATE_REASONS = ['NAME_AND_BIRTH_DATE', 'PHONE'] as const;

export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

/** What of a person is compared. */
export interface Compared {
  readonly name: string;
  readonly birthDate: LocalDate;
  readonly phone?: string | null;
}

/**
 * What two participants have in common who may be one person: names that differ by spelling, by the order of their words or by vowels,
 * with a birth date whose day and month may have changed places; or the phone. A text holds the person's data: it stands in read
 * models alone.
 */
export function duplicateKeys({
  name,
  birthDate,
  phone,
}: Compared): readonly (readonly [DuplicateReason, string])[] {
  const words = nameWords(name).map(withoutVowels).sort();
  return [
    ...(words.length > 0
      ? [['NAME_AND_BIRTH_DATE', `${words.join(' ')}/${whicheverComesFirst(birthDate)}`] as const]
      : []),
    ...(phone ? [['PHONE', phoneKey(phone)] as const] : []),
  ];
}

/** Too little would be left of a short one. */
const SHORT = 4;

const withoutVowels = (word: string): string =>
  word.length <= SHORT ? word : word.charAt(0) + word.slice(1).replace(/[AEIOU]/g, '');

/** 5 December and 12 May are alike: one of them may be the other one with day and month exchanged. */
function whicheverComesFirst(date: LocalDate): string {
  const [year, month, day] = date.split('-');
  return Number(day) > 12 ? date : [year, ...[String(month), String(day)].sort()].join('-');
}
