import { Rejection, type Words } from '#kernel';

/** Every way a request can be impossible. The code is stable; the detail says, in English, what to change. */
export const INPUT_ERRORS = {
  NOT_AN_OBJECT: {
    en: 'an object with fields was expected',
    id: 'seharusnya objek dengan isian',
  },
  NOT_A_LIST: {
    en: 'a list was expected',
    id: 'seharusnya daftar',
  },
  MISSING_FIELD: {
    en: 'a field that the calculator needs is not there',
    id: 'isian yang diperlukan penghitung tidak ada',
  },
  UNKNOWN_FIELD: {
    en: 'a field that nobody reads where that would change the money, or a misspelt one',
    id: 'isian yang tidak dibaca siapa pun padahal akan mengubah jumlah uang, atau salah eja',
  },
  UNKNOWN_CALCULATOR: {
    en: 'no calculator has this name',
    id: 'tidak ada penghitung dengan nama ini',
  },
  UNKNOWN_VALUE: {
    en: 'a word that is not one of those allowed',
    id: 'kata yang bukan salah satu pilihan',
  },
  UNKNOWN_ITEM: {
    en: 'an item code that is not in the disability table',
    id: 'kode butir yang tidak ada dalam tabel persentase cacat',
  },
  NOT_A_NUMBER: {
    en: 'a number was expected: a string, NaN, null or something else came',
    id: 'seharusnya angka: yang datang teks, NaN, null atau yang lain',
  },
  NOT_WHOLE: {
    en: 'a whole number was expected',
    id: 'seharusnya bilangan bulat',
  },
  UNSAFE_INTEGER: {
    en: 'a number too large to be exact',
    id: 'angka terlalu besar untuk dihitung dengan tepat',
  },
  NEGATIVE_AMOUNT: {
    en: 'an amount, a wage or a count below zero',
    id: 'jumlah uang, upah atau banyaknya di bawah nol',
  },
  ZERO_WAGE: {
    en: 'a wage of zero, of which no benefit can be computed',
    id: 'upah nol, yang darinya tidak ada manfaat yang dapat dihitung',
  },
  OUT_OF_RANGE: {
    en: 'a number outside what can exist (months, days, percentages, ages, amounts)',
    id: 'angka di luar yang mungkin ada (bulan, hari, persentase, umur, jumlah)',
  },
  NOT_A_BOOLEAN: {
    en: 'true or false was expected',
    id: 'seharusnya benar atau salah (true atau false)',
  },
  INVALID_DATE: {
    en: 'not an existing calendar date YYYY-MM-DD',
    id: 'bukan tanggal kalender yang ada, YYYY-MM-DD',
  },
  INVALID_PERIOD: {
    en: 'not a month YYYY-MM',
    id: 'bukan bulan YYYY-MM',
  },
  INVALID_TIME: {
    en: 'not a time HH:MM of a day',
    id: 'bukan waktu HH:MM dalam sehari',
  },
  DATE_BEFORE_FIRST_LAW: {
    en: 'before 2015-07-01, the first law this engine knows, or before the rule existed',
    id: 'sebelum 2015-07-01, peraturan pertama yang dikenal di sini, atau sebelum aturannya ada',
  },
  DATES_OUT_OF_ORDER: {
    en: 'a later step lies before an earlier one',
    id: 'langkah yang kemudian mendahului langkah sebelumnya',
  },
  CONTRADICTION: {
    en: 'two facts that cannot both be true',
    id: 'dua keadaan yang tidak mungkin benar bersama-sama',
  },
  WRONG_KIND: {
    en: 'an injury assessed in a way its row of the table does not allow',
    id: 'cacat dinilai dengan cara yang tidak diperbolehkan baris tabelnya',
  },
  MONTHS_NOT_OFFERED: {
    en: 'a number of months that cannot be bought',
    id: 'banyaknya bulan yang tidak dapat dibeli',
  },
  PROGRAM_NOT_FOR_SEGMENT: {
    en: 'a programme that this segment does not have',
    id: 'program yang tidak dimiliki segmen ini',
  },
  PMI_AMOUNT_UNKNOWN: {
    en: 'an amount of migrant workers that no source names (Q-13)',
    id: 'jumlah bagi pekerja migran yang tidak disebut sumber mana pun (Q-13)',
  },
} as const satisfies Record<string, Words>;

export type InputErrorCode = keyof typeof INPUT_ERRORS;

/** The refusal of an impossible request, to be thrown. */
export function invalid(code: InputErrorCode, detail: string): Rejection {
  return new Rejection({ code, kind: 'CONFLICT', words: { en: detail, id: INPUT_ERRORS[code].id } });
}

/** What is computed beside an answer, or something else where a fact of it is missing: the answer itself stands without it. */
export function unlessUnknown<Value>(compute: () => Value, otherwise: Value): Value {
  try {
    return compute();
  } catch (error) {
    if (error instanceof Rejection && error.code === ('MISSING_FIELD' satisfies InputErrorCode))
      return otherwise;
    throw error;
  }
}
