import { type LocalDate, type Rupiah, isLocalDate, rupiah } from '#kernel';
import type { Sex } from './participant.events.js';
import { parseNik } from './nik.js';

/** The columns of an import file, in any order; the header names them. `phone` may be left out. */
export const IMPORT_COLUMNS = [
  'nik',
  'name',
  'birth_date',
  'sex',
  'phone',
  'occupation',
  'workplace',
  'district',
  'monthly_income',
] as const;

export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

export const OPTIONAL_IMPORT_COLUMNS: readonly ImportColumn[] = ['phone'];

/** A row that can be registered. */
export interface ImportRow {
  readonly nik: string;
  readonly name: string;
  readonly birthDate: LocalDate;
  readonly sex: Sex;
  readonly phone?: string;
  readonly occupation: string;
  readonly workplace: string;
  readonly district: string;
  readonly declaredIncomeIdr: Rupiah;
}

/** Why a row cannot be read; never the value itself, which may be personal. */
export interface RowFault {
  readonly code: string;
  readonly detail: string;
}

/** Longest texts, as over HTTP. */
const MAX_NAME = 100;
const MAX_OCCUPATION = 100;
const MAX_WORKPLACE = 200;

const SEX_CODES: Readonly<Record<string, Sex>> = { P: 'FEMALE', L: 'MALE', F: 'FEMALE', M: 'MALE' };

/**
 * Reads the text cells of one row. Dates are `YYYY-MM-DD` or `DD/MM/YYYY`, sex is L or P (laki-laki, perempuan),
 * income is digits with optional thousands separators.
 */
export function readImportRow(cells: Readonly<Record<ImportColumn, string>>): ImportRow | RowFault {
  const nik = cells.nik.replace(/[\s.'-]/g, '');
  if (!/^\d*$/.test(nik)) return fault('NIK_MALFORMED', 'The NIK has other characters than digits');
  if (nik.length !== 16) return fault('NIK_MALFORMED', `The NIK has ${nik.length} digits instead of 16`);
  if (!parseNik(nik)) return fault('NIK_MALFORMED', 'The NIK names an impossible birth day or serial number');
  const name = cells.name.trim().normalize('NFC');
  if (name === '') return fault('NAME_MISSING', 'The name is missing');
  if (!isText(name, MAX_NAME) || !/\p{L}/u.test(name)) {
    return fault('NAME_MALFORMED', `The name is not one of 1 to ${MAX_NAME} letters`);
  }
  const birthDate = readDate(cells.birth_date.trim());
  if (!birthDate) return fault('BIRTH_DATE_MALFORMED', 'The birth date is not YYYY-MM-DD or DD/MM/YYYY');
  const sex = SEX_CODES[cells.sex.trim().toUpperCase()];
  if (!sex) return fault('SEX_MALFORMED', 'Sex is L (laki-laki) or P (perempuan)');
  const income = cells.monthly_income.trim().replace(/[.,](?=\d{3}\b)/g, '');
  if (!/^\d{1,12}$/.test(income))
    return fault('INCOME_MALFORMED', 'The monthly income is whole rupiah in digits');
  const district = cells.district.trim();
  if (!/^\d{6}$/.test(district)) return fault('DISTRICT_MALFORMED', 'The district is a 6-digit code');
  const occupation = cells.occupation.trim();
  if (occupation === '') return fault('OCCUPATION_MISSING', 'The occupation is missing');
  const workplace = cells.workplace.trim() || 'not fixed';
  if (!isText(occupation, MAX_OCCUPATION) || !isText(workplace, MAX_WORKPLACE)) {
    return fault(
      'TEXT_MALFORMED',
      `Occupation (to ${MAX_OCCUPATION} characters) or workplace (to ${MAX_WORKPLACE}) is too long or not text`,
    );
  }
  return {
    nik,
    name,
    birthDate,
    sex,
    phone: readPhone(cells.phone),
    occupation,
    workplace,
    district,
    declaredIncomeIdr: rupiah(Number(income)),
  };
}

export function isRowFault(row: ImportRow | RowFault): row is RowFault {
  return 'code' in row;
}

function fault(code: string, detail: string): RowFault {
  return { code, detail };
}

/** One line of printable characters, and none that stands for lost bytes. */
function isText(text: string, longest: number): boolean {
  return Array.from(text).length <= longest && !/[\p{Cc}\uFFFD]/u.test(text);
}

/** Lists are full of dashes and half numbers; a phone number that is none is left out, the worker is not. */
function readPhone(text: string): string | undefined {
  const phone = text.replace(/[\s().-]/g, '');
  return /^(\+?62|0)[2-9]\d{6,11}$/.test(phone) ? phone : undefined;
}

function readDate(text: string): LocalDate | undefined {
  const local = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text);
  const iso = local ? `${local[3]}-${local[2]}-${local[1]}` : text;
  return isLocalDate(iso) ? iso : undefined;
}
