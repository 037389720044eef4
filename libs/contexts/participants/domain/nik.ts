import type { LocalDate } from '#kernel';
import type { Sex } from './participant.events.js';

/** What a NIK (Nomor Induk Kependudukan, 16 digits) says about its holder when it was first issued. */
export interface NikParts {
  /** Province, regency and district of first registration, 6 digits. */
  readonly district: string;
  /** Day, month and two digits of the year of birth. */
  readonly birth: { readonly day: number; readonly month: number; readonly year: number };
  readonly sex: Sex;
}

const NIK = /^(\d{6})(\d{2})(\d{2})(\d{2})(\d{4})$/;

/** Women's day of birth is written plus 40. */
const FEMALE_DAY_OFFSET = 40;

/**
 * Takes a NIK apart: province 2, regency 2, district 2, birth DDMMYY 6, serial 4.
 * Undefined when it cannot be a NIK: not 16 digits, an impossible day or month, or serial 0000.
 */
export function parseNik(nik: string): NikParts | undefined {
  const match = NIK.exec(nik);
  if (!match) return undefined;
  const [, district = '', dayText, monthText, yearText, serial] = match;
  const female = Number(dayText) > FEMALE_DAY_OFFSET;
  const day = Number(dayText) - (female ? FEMALE_DAY_OFFSET : 0);
  const month = Number(monthText);
  if (day < 1 || day > 31 || month < 1 || month > 12 || serial === '0000') return undefined;
  return { district, birth: { day, month, year: Number(yearText) }, sex: female ? 'FEMALE' : 'MALE' };
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
