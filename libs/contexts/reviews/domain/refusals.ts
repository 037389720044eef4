import { conflict, notFound, refusals } from '#kernel';

/** Why a review is not closed. */
export const reviewRefusals = refusals({
  REVIEW_NOT_FOUND: notFound({
    en: 'This participant has no such review',
    id: 'Peserta ini tidak mempunyai peninjauan ini',
  }),
  REVIEW_CLOSED: conflict({
    en: 'This review is closed already',
    id: 'Peninjauan ini sudah selesai',
  }),
  CORRECTED_BY_YOU: conflict({
    en: 'Whoever corrected the fact does not say what follows from it: ask somebody else',
    id: 'Yang mengoreksi data tidak menyimpulkan akibatnya: mintalah orang lain',
  }),
});
