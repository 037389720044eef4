import { type Scalar, ofText, scalar } from './scalar.js';
import { matching } from './text.scalars.js';

const UUID_FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A UUID of any version, in lower case. */
export const UUID: Scalar<string> = matching({
  name: 'uuid',
  words: { en: 'a UUID', id: 'UUID' },
  pattern: UUID_FORM,
  format: 'uuid',
  normal: (text) => (UUID_FORM.test(text.toLowerCase()) ? text.toLowerCase() : text),
});

/** Nomor Induk Kependudukan. Whether region and birth date in it make sense is for the domain to say. */
export const NIK: Scalar<string> = matching({
  name: 'nik',
  words: { en: '16 digits', id: '16 angka' },
  pattern: /^[0-9]{16}$/,
  example: '0000000101900001',
});

/** The number of a participant's card; its last digit checks the others (nomor peserta, KPJ). */
export const KPJ: Scalar<string> = matching({
  name: 'kpj',
  words: { en: '11 digits', id: '11 angka' },
  pattern: /^[0-9]{11}$/,
  example: '26000000014',
  normal: (text) => text.replace(BLANKS_AND_DASHES, ''),
});

const BLANKS_AND_DASHES = /[\s().-]/g;

/** An Indonesian phone number, in any of the ways it is written (nomor telepon). */
export const PHONE: Scalar<string> = scalar({
  name: 'phone',
  words: {
    en: 'an Indonesian phone number, such as 0812… or +62812…',
    id: 'nomor telepon Indonesia, misalnya 0812… atau +62812…',
  },
  // No pattern: blanks and dashes are taken out first.
  jsonSchema: { type: 'string' },
  example: '+6281200000000',
  holds: (value) => typeof value === 'string' && /^(\+?62|0)[2-9]\d{6,11}$/.test(value),
  normal: ofText((text) => text.replace(BLANKS_AND_DASHES, '')),
});

/** A phone number by which it is found, however it is written: without the country and the 0 before it. */
export function phoneKey(phone: string): string {
  return phone.replace(/^(?:\+?62|0)/, '');
}

/** A mail address (alamat surel). Whether somebody reads mail there nobody can tell from it. */
export const EMAIL: Scalar<string> = matching({
  name: 'email',
  words: { en: 'a mail address, such as sari@contoh.id', id: 'alamat surel, misalnya sari@contoh.id' },
  pattern: /^[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,8}[A-Za-z]{2,24}$/,
  example: 'sari@contoh.id',
  normal: (text) => text.trim(),
});

/** A number of a bank account; blanks and dashes of a passbook are taken out (nomor rekening). */
export const ACCOUNT_NUMBER: Scalar<string> = matching({
  name: 'accountNumber',
  words: { en: 'an account number of 5 to 30 digits', id: 'nomor rekening 5 sampai 30 angka' },
  pattern: /^[0-9]{5,30}$/,
  normal: (text) => text.replace(BLANKS_AND_DASHES, ''),
});

/** Province, regency and district in one code (kode kecamatan). */
export const DISTRICT: Scalar<string> = matching({
  name: 'district',
  words: { en: 'a 6-digit district code', id: 'kode kecamatan 6 angka' },
  pattern: /^[0-9]{6}$/,
  normal: (text) => text.trim(),
});

/** A province, a regency in it or a district in that: the beginning of a district code (kode wilayah). */
export const AREA: Scalar<string> = matching({
  name: 'area',
  words: {
    en: 'a province, regency or district code: 2, 4 or 6 digits',
    id: 'kode provinsi, kabupaten/kota atau kecamatan: 2, 4 atau 6 angka',
  },
  pattern: /^([0-9]{2}|[0-9]{4}|[0-9]{6})$/,
  normal: (text) => text.trim(),
});

/** A code of the system: letters, digits and a few signs, so that no sentence fits. */
export const CODE: Scalar<string> = matching({
  name: 'systemCode',
  words: { en: 'a code of letters, digits and . _ : / -', id: 'kode dari huruf, angka dan . _ : / -' },
  pattern: /^[A-Za-z0-9._:/-]{1,100}$/,
});

/** The last place that a log has: 8 bytes with a sign. */
const LAST_POSITION = 2n ** 63n - 1n;

/** A place in the log, or a revision of a stream, in digits: JSON numbers end before they do. */
export const POSITION: Scalar<string> = scalar({
  name: 'position',
  words: { en: 'a position in the log: digits only', id: 'posisi dalam log: hanya angka' },
  jsonSchema: { type: 'string', pattern: '^[0-9]{1,19}$' },
  holds: (value) =>
    typeof value === 'string' && /^[0-9]{1,19}$/.test(value) && BigInt(value) <= LAST_POSITION,
});

/** A diagnosis (ICD-10): a letter and two digits, and what narrows it after a point. */
export const ICD10: Scalar<string> = matching({
  name: 'icd10',
  words: {
    en: 'a code of ICD-10, such as S61.0',
    id: 'kode ICD-10, misalnya S61.0',
  },
  pattern: /^[A-Z][0-9]{2}(\.[0-9A-Z]{1,4})?$/,
  example: 'S61.0',
  normal: (text) => text.trim().toUpperCase(),
});

/** A procedure (ICD-9-CM): two digits, and what narrows it after a point. */
export const ICD9CM: Scalar<string> = matching({
  name: 'icd9cm',
  words: {
    en: 'a code of ICD-9-CM, such as 86.59',
    id: 'kode ICD-9-CM, misalnya 86.59',
  },
  pattern: /^[0-9]{2}(\.[0-9]{1,2})?$/,
  example: '86.59',
});
