import { type LocalDate, NIK } from '#kernel';
import type { Sex } from './participant.events.js';

/** What a NIK (Nomor Induk Kependudukan, 16 digits) says about its holder when it was first issued. */
export interface NikParts {
  /** Province, regency and district of first registration, 6 digits. */
  readonly district: string;
  /** Day, month and two digits of the year of birth. */
  readonly birth: { readonly day: number; readonly month: number; readonly year: number };
  readonly sex: Sex;
}

/** Women's day of birth is written plus 40. */
const FEMALE_DAY_OFFSET = 40;

/**
 * Takes a NIK apart: province 2, regency 2, district 2, birth DDMMYY 6, serial 4.
 * Undefined when it cannot be a NIK: not 16 digits, an impossible day or month, or serial 0000.
 */
export function parseNik(nik: string): NikParts | undefined {
  if (!NIK.fits(nik)) return undefined;
  const numberAt = (from: number, to: number) => Number(nik.slice(from, to));
  const [writtenDay, month, year] = [numberAt(6, 8), numberAt(8, 10), numberAt(10, 12)];
  const female = writtenDay > FEMALE_DAY_OFFSET;
  const day = writtenDay - (female ? FEMALE_DAY_OFFSET : 0);
  if (day < 1 || day > 31 || month < 1 || month > 12 || numberAt(12, 16) === 0) return undefined;
  return { district: nik.slice(0, 6), birth: { day, month, year }, sex: female ? 'FEMALE' : 'MALE' };
}

/** Whether the NIK names this birth date. A NIK is not re-issued when a birth date is corrected, so a difference is only a warning. */
export function nikAgreesWithBirthDate({ birth }: NikParts, birthDate: LocalDate): boolean {
  const [year = 0, month, day] = birthDate.split('-').map(Number);
  return birth.day === day && birth.month === month && birth.year === year % 100;
}

/** The NIK as logs, lists and messages may show it. */
export function maskNik(nik: string): string {
  return nik.length === 16 ? `${nik.slice(0, 4)}**********${nik.slice(14)}` : '****************';
}
