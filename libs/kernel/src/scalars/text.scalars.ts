import type { Words } from '../words.js';
import { type Scalar, ofText, scalar } from './scalar.js';

/** What no text may hold: control characters but line breaks and tabs, what turns the direction, what stands for lost bytes. */
const LOST = /[^\P{Cc}\n\r\t]|[\p{Bidi_C}\uFFFD]/u;
/** What no line may hold beside: whatever breaks it. */
const BROKEN = /[\p{Cc}\p{Bidi_C}\p{Zl}\p{Zp}\uFFFD]/u;
/** What no name may hold: characters that nobody sees, so that two names look like one. */
const UNSEEN = /\p{Cf}/u;
/** What a spreadsheet takes for a formula (CWE-1236); no name begins with it. */
const FORMULA = /^[=+\-@]/;

const trimmed = ofText((text) => text.trim().normalize('NFC'));

export interface TextBounds {
  readonly min?: number;
  readonly max: number;
}

/** Text of limited length, several lines if need be (teks). */
export const text = ({ min = 1, max }: TextBounds): Scalar<string> =>
  scalar({
    name: 'text',
    words: { en: `text of ${min} to ${max} characters`, id: `teks ${min} sampai ${max} karakter` },
    jsonSchema: { type: 'string', minLength: min, maxLength: max },
    holds: (value) => isTextOf(value, min, max) && !LOST.test(value),
    normal: trimmed,
  });

/** One line of text (satu baris). */
export const line = ({ min = 1, max }: TextBounds): Scalar<string> =>
  scalar({
    name: 'line',
    words: {
      en: `one line of ${min} to ${max} characters`,
      id: `satu baris ${min} sampai ${max} karakter`,
    },
    jsonSchema: { type: 'string', minLength: min, maxLength: max },
    holds: (value) => isTextOf(value, min, max) && !BROKEN.test(value),
    normal: trimmed,
  });

/** A name of a person or an organisation as on the card (nama). */
export const NAME: Scalar<string> = scalar({
  ...line({ max: 100 }),
  name: 'name',
  words: {
    en: 'a name of 1 to 100 visible characters that does not begin with = + - or @',
    id: 'nama 1 sampai 100 karakter yang terlihat dan tidak diawali = + - atau @',
  },
  holds: (value) =>
    isTextOf(value, 1, 100) &&
    !BROKEN.test(value) &&
    !UNSEEN.test(value) &&
    !FORMULA.test(value) &&
    /\p{L}/u.test(value),
});

interface MatchingTerms<Value extends string> {
  readonly name: string;
  readonly words: Words;
  readonly pattern: RegExp;
  /** For a standard name of the format instead of the pattern. */
  readonly format?: string;
  readonly example?: Value;
  /** Takes out what people write for the eye. */
  readonly normal?: (text: string) => string;
}

/** A text of one form. */
export const matching = <Value extends string = string>({
  pattern,
  format,
  normal,
  ...terms
}: MatchingTerms<Value>): Scalar<Value> =>
  scalar({
    ...terms,
    jsonSchema: { type: 'string', ...(format ? { format } : { pattern: pattern.source }) },
    holds: (value) => typeof value === 'string' && pattern.test(value),
    normal: normal && ofText(normal),
  });

/** One of a closed set of values (salah satu dari). */
export const oneOf = <const Code extends string>(codes: readonly Code[]): Scalar<Code> =>
  scalar({
    name: 'code',
    words: { en: `one of ${codes.join(', ')}`, id: `salah satu dari ${codes.join(', ')}` },
    jsonSchema: { type: 'string', enum: codes },
    holds: (value) => codes.some((code) => code === value),
  });

/** A text that every store takes: PostgreSQL knows no NUL and no half of a character (a lone surrogate). */
export function isStorable(value: unknown): value is string {
  return typeof value === 'string' && value.isWellFormed() && !value.includes('\0');
}

function isTextOf(value: unknown, min: number, max: number): value is string {
  if (!isStorable(value)) return false;
  // People count characters, not the halves of some that JavaScript counts.
  const { length } = Array.from(value);
  return length >= min && length <= max;
}

/** Enough digits for a NIK or the number of a family card, or a telephone number; written in groups or not. */
const OF_A_PERSON = /\d(?:[ ./-]?\d){13}|(?<!\d)(?:0|62[ -]?)8(?:[ -]?\d){8}/;

/**
 * The number of a paper that people type: a receipt, an invoice, an agreement, an instruction (nomor surat). It stands in the
 * open, so its form leaves no room for a person: no words that only a sentence needs, and nothing that looks like a NIK, a
 * family card or a telephone.
 */
export const paperNumber = ({ max }: Pick<TextBounds, 'max'>): Scalar<string> =>
  scalar({
    name: 'paperNumber',
    words: {
      en: `the number of a paper: 1 to ${max} letters, digits, spaces and . / - _ # : ( ) +, without 14 digits or a telephone number in it`,
      id: `nomor surat: 1 sampai ${max} huruf, angka, spasi dan . / - _ # : ( ) +, tanpa 14 angka atau nomor telepon di dalamnya`,
    },
    jsonSchema: { type: 'string', minLength: 1, maxLength: max, pattern: PAPER_NUMBER.source },
    holds: (value) => isTextOf(value, 1, max) && PAPER_NUMBER.test(value) && !OF_A_PERSON.test(value),
    normal: trimmed,
  });

const PAPER_NUMBER = /^[A-Za-z0-9][A-Za-z0-9 ./_#:()+-]*$/;
