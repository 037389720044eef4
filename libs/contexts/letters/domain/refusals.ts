import { conflict, notFound, refusals } from '#kernel';

/** Why something about a letter is refused. */
export const letterRefusals = refusals({
  LETTER_NOT_FOUND: notFound({
    en: 'No such letter is registered',
    id: 'letter ini tidak terdaftar',
  }),
  LETTER_ALREADY_REGISTERED: conflict({
    en: 'This letter is registered already',
    id: 'letter ini sudah terdaftar',
  }),
});
