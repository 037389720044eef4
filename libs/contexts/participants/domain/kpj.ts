/** How many numbers a year has. */
export const NUMBERS_A_YEAR = 100_000_000;

/**
 * The number of a participant's card (nomor peserta, KPJ): the last two digits of the year in which it was given out, its place among
 * those of the year, and a digit that checks the others. Eleven digits are known of it and nothing else (reference, section 1.3): the
 * rest is a convention of ours.
 * @param place from 0
 */
export function kpjOf(year: number, place: number): string {
  const digits = `${two(year % 100)}${String(place).padStart(8, '0')}`;
  return `${digits}${checkDigitOf(digits)}`;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** By Luhn: one digit that was mistyped, or two neighbours that changed places, make another one. */
function checkDigitOf(digits: string): number {
  const sum = [...digits].toReversed().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

/** Whether the last digit checks the others. */
export const isKpj = (kpj: string): boolean => checkDigitOf(kpj.slice(0, -1)) === Number(kpj.at(-1));
