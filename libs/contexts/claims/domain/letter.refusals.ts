import { conflict, notFound, refusals } from '#kernel';

/** Why a letter is not made. */
export const letterRefusals = refusals({
  LETTER_NOT_FOUND: notFound({ en: 'There is no such letter', id: 'Surat ini tidak ada' }),
  LETTER_ERASED: conflict({
    en: 'The personal data of whom this letter is to were erased: it cannot be made any more',
    id: 'Data pribadi penerima surat ini sudah dihapus: suratnya tidak dapat dibuat lagi',
  }),
});
