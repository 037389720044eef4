import type { Rupiah } from '../rupiah.js';
import type { Words } from '../words.js';
import { type Scalar, rangeWords, scalar } from './scalar.js';

/** More than any amount of one person, and few enough that every sum and product of them stays exact. */
export const LARGEST_AMOUNT = 1_000_000_000_000;
/** The most that amounts may add up to. */
export const LARGEST_SUM = 1_000_000_000_000_000;

interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/** JSON can write a negative zero, and no store keeps it. */
const withoutNegativeZero = (value: unknown) => (value === 0 ? 0 : value);

const WHOLE: Words = { en: 'a whole number', id: 'bilangan bulat' };

/** A whole number (bilangan bulat). `what` tells what it counts, where that helps: `a port`. */
export const wholeNumber = ({
  min = Number.MIN_SAFE_INTEGER,
  max = Number.MAX_SAFE_INTEGER,
  what = WHOLE,
}: Bounds & { readonly what?: Words } = {}): Scalar<number> => {
  const range = rangeWords(min, max);
  return scalar({
    name: 'integer',
    words: { en: what.en + range.en, id: what.id + range.id },
    jsonSchema: { type: 'integer', minimum: min, maximum: max },
    holds: (value) =>
      typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max,
    normal: withoutNegativeZero,
    fromText: (text) => (/^-?[0-9]{1,15}$/.test(text) ? Number(text) : text),
  });
};

/** Whole rupiah as a JSON number: no decimals, no text (rupiah bulat). */
export const wholeRupiah = ({ min = 0, max = LARGEST_AMOUNT }: Bounds = {}): Scalar<Rupiah> => ({
  ...(wholeNumber({ min, max, what: { en: 'whole rupiah', id: 'rupiah bulat' } }) as Scalar<Rupiah>),
  name: 'rupiah',
});

/** One amount. */
export const RUPIAH = wholeRupiah();

/** A number with at most two decimals, such as a percentage (bilangan dengan dua desimal). */
export const measure = ({ min, max }: Required<Bounds>): Scalar<number> =>
  scalar({
    name: 'number',
    words: {
      en: `a number, ${min} to ${max}, with at most two decimals`,
      id: `bilangan, ${min} sampai ${max}, dengan paling banyak dua desimal`,
    },
    jsonSchema: { type: 'number', minimum: min, maximum: max, multipleOf: 0.01 },
    holds: (value) =>
      typeof value === 'number' &&
      /^-?[0-9]+(\.[0-9]{1,2})?$/.test(String(value)) &&
      value >= min &&
      value <= max,
    normal: withoutNegativeZero,
  });

/** Yes or no, as a JSON boolean (ya atau tidak). */
export const YES_NO: Scalar<boolean> = scalar({
  name: 'boolean',
  words: { en: 'true or false', id: 'true atau false' },
  jsonSchema: { type: 'boolean' },
  holds: (value) => typeof value === 'boolean',
  fromText: (text) => (text === 'true' ? true : text === 'false' ? false : text),
});
