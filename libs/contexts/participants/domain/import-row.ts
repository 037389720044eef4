import { DAY, DISTRICT, type LocalDate, NAME, PHONE, RUPIAH, type Rupiah, type Scalar, line } from '#kernel';
import {
  OCCUPATION_GROUPS,
  type OccupationGroup,
  SECTORS,
  type Sector,
  type Sex,
} from './participant.events.js';
import { parseNik } from './nik.js';

/** The columns of an import file, in any order; the header names them. The optional ones may be left out. */
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
  'sector',
  'occupation_group',
] as const;

export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

export const OPTIONAL_IMPORT_COLUMNS: readonly ImportColumn[] = ['phone', 'sector', 'occupation_group'];

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
  readonly sector: Sector;
  readonly occupationGroup?: OccupationGroup;
  readonly declaredIncomeIdr: Rupiah;
}

/** Why a row cannot be read; never the value itself, which may be personal. */
export interface RowFault {
  readonly code: string;
  readonly detail: string;
}

/** As long as over HTTP. */
const OCCUPATION = line({ max: 100 });
const WORKPLACE = line({ max: 200 });

/**
 * Reads the text cells of one row; of several faults the first column's is told. Dates are `YYYY-MM-DD` or `DD/MM/YYYY`,
 * sex is L or P (laki-laki, perempuan), income is digits with optional thousands separators, sector is TRANSPORT or OTHER
 * and OTHER when nothing is said; the occupation group is one of its codes or nothing.
 */
export function readImportRow(cells: Readonly<Record<ImportColumn, string>>): ImportRow | RowFault {
  const read = {
    nik: readNik(cells.nik),
    name: readText(cells.name, 'NAME', NAME),
    birthDate: readDate(cells.birth_date.trim()),
    sex: SEX_CODES[cells.sex.trim().toUpperCase()] ?? SEX_MALFORMED,
    phone: readPhone(cells.phone),
    occupation: readText(cells.occupation, 'OCCUPATION', OCCUPATION),
    workplace: readText(cells.workplace.trim() || 'not fixed', 'WORKPLACE', WORKPLACE),
    district: readDistrict(cells.district.trim()),
    sector: readSector(cells.sector.trim().toUpperCase()),
    occupationGroup: readOccupationGroup(cells.occupation_group.trim().toUpperCase()),
    declaredIncomeIdr: readIncome(cells.monthly_income.trim()),
  };
  return Object.values(read).find(isFault) ?? (read as ImportRow);
}

function isFault(value: unknown): value is RowFault {
  return typeof value === 'object';
}

/** Why a row is not registered, as the report of an import says it. */
export function rowFault(code: string, detail: string): RowFault {
  return { code, detail };
}

const SEX_CODES: Readonly<Record<string, Sex>> = { P: 'FEMALE', L: 'MALE', F: 'FEMALE', M: 'MALE' };
const SEX_MALFORMED = rowFault('SEX_MALFORMED', 'Sex is L (laki-laki) or P (perempuan)');

/** Sixteen digits with whatever stands between them. */
export function readNik(text: string): string | RowFault {
  const nik = text.replace(/[\s.'-]/g, '');
  if (!/^\d*$/.test(nik)) return rowFault('NIK_MALFORMED', 'The NIK has other characters than digits');
  if (nik.length !== 16) return rowFault('NIK_MALFORMED', `The NIK has ${nik.length} digits instead of 16`);
  if (parseNik(nik)) return nik;
  return rowFault('NIK_MALFORMED', 'The NIK names an impossible birth day or serial number');
}

/** Printable characters, none of which stands for lost bytes. */
function readText(cell: string, what: string, allowed: Scalar<string>): string | RowFault {
  const text = allowed.normal(cell);
  if (text === '') return rowFault(`${what}_MISSING`, `The ${what.toLowerCase()} is missing`);
  if (allowed.fits(text)) return text;
  return rowFault(`${what}_MALFORMED`, `The ${what.toLowerCase()} is not ${allowed.words.en}`);
}

/** A day as `YYYY-MM-DD` or `DD/MM/YYYY`. */
export function readDay(text: string): LocalDate | undefined {
  const iso = text.includes('/') ? text.split('/').toReversed().join('-') : text;
  return DAY.fits(iso) ? iso : undefined;
}

function readDate(text: string): LocalDate | RowFault {
  return readDay(text) ?? rowFault('BIRTH_DATE_MALFORMED', 'The birth date is not YYYY-MM-DD or DD/MM/YYYY');
}

/** Lists are full of dashes and half numbers; a phone number that is none is left out, the worker is not. */
function readPhone(text: string): string | undefined {
  const phone = PHONE.normal(text);
  return PHONE.fits(phone) ? phone : undefined;
}

function readDistrict(text: string): string | RowFault {
  return DISTRICT.fits(text) ? text : rowFault('DISTRICT_MALFORMED', 'The district is a 6-digit code');
}

function readSector(text: string): Sector | RowFault {
  const sector = SECTORS.find((one) => one === (text || 'OTHER'));
  return sector ?? rowFault('SECTOR_MALFORMED', `The sector is ${SECTORS.join(' or ')}, or nothing`);
}

function readOccupationGroup(text: string): OccupationGroup | undefined | RowFault {
  if (text === '') return undefined;
  const group = OCCUPATION_GROUPS.find((one) => one === text);
  return (
    group ??
    rowFault(
      'OCCUPATION_GROUP_MALFORMED',
      `The occupation group is one of ${OCCUPATION_GROUPS.join(', ')}, or nothing`,
    )
  );
}

function readIncome(text: string): Rupiah | RowFault {
  const amount = RUPIAH.fromText(text.replace(/[.,](?=\d{3}\b)/g, ''));
  if (RUPIAH.fits(amount)) return amount;
  return rowFault('INCOME_MALFORMED', 'The monthly income is whole rupiah in digits');
}
