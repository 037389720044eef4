import { conflict, notFound, refusals } from '#kernel';

const OPEN_AGAIN = {
  en: 'have it opened again, with a reason',
  id: 'minta dibuka lagi, dengan alasan',
};

/** Why something that is sealed is not opened, or not shown. */
export const openingRefusals = refusals({
  OPENING_NOT_FOUND: notFound(
    { en: 'You have had nothing of this id opened', id: 'Anda tidak pernah membuka apa pun dengan id ini' },
    { allowed: [OPEN_AGAIN] },
  ),
  OPENING_OVER: conflict(
    {
      en: 'What was opened is shown for a quarter of an hour, and that is over',
      id: 'Data yang dibuka ditampilkan selama seperempat jam, dan waktunya sudah lewat',
    },
    { allowed: [OPEN_AGAIN] },
  ),
  NO_SUCH_EVENT: notFound(
    { en: 'No event stands there', id: 'Tidak ada peristiwa di tempat itu' },
    {
      allowed: [
        {
          en: 'stream and revision of an event, as its history tells',
          id: 'stream dan revisi peristiwa, seperti dalam riwayatnya',
        },
      ],
    },
  ),
  NOTHING_SEALED_THERE: conflict(
    { en: 'The event has no such sealed part', id: 'Peristiwa ini tidak memuat bagian tertutup tersebut' },
    { allowed: [{ en: 'the other part', id: 'bagian yang lain' }] },
  ),
  NOTHING_LEFT_TO_OPEN: conflict({
    en: 'The key was destroyed: nobody can open it any more',
    id: 'Kuncinya sudah dimusnahkan: tidak seorang pun dapat membukanya lagi',
  }),
});
