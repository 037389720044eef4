import { conflict, refusals } from '#kernel';

/** Why nothing is printed. */
export const printRefusals = refusals({
  PERSONAL_DATA_ERASED: conflict({
    en: 'The personal data of this participant was erased: nothing is printed of them any more',
    id: 'Data pribadi peserta ini sudah dihapus: tidak ada lagi yang dapat dicetak',
  }),
});
