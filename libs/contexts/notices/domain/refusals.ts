import { conflict, notFound, refusals } from '#kernel';

/** Why nothing more is done about a notice. */
export const noticeRefusals = refusals({
  NOTICE_NOT_FOUND: notFound({
    en: 'Nobody was to be told of this',
    id: 'Pemberitahuan ini tidak ada',
  }),
  NOTICE_NOT_GIVEN_UP: conflict(
    {
      en: 'Only a notice that was given up or discarded is sent again by hand',
      id: 'Hanya pemberitahuan yang dihentikan atau dibatalkan yang dikirim ulang dengan tangan',
    },
    { allowed: [{ en: 'wait: it is sent by itself', id: 'tunggu: pengirimannya berjalan sendiri' }] },
  ),
  NOTICE_SENT: conflict({
    en: 'This notice was sent already',
    id: 'Pemberitahuan ini sudah dikirim',
  }),
});
