import { conflict, refusals } from '#kernel';

/** Why a JKK claim is refused, beside what every claim is refused for. */
export const jkkRefusals = refusals({
  ACCIDENT_OF_ANOTHER: conflict({
    en: 'The accident happened to another participant',
    id: 'Kecelakaan ini menimpa peserta lain',
  }),
  ACCIDENT_NOT_CONCLUDED: conflict(
    {
      en: 'It is not concluded yet whether this was a work accident',
      id: 'Belum disimpulkan apakah ini kecelakaan kerja',
    },
    { allowed: [{ en: 'conclude the accident', id: 'simpulkan kecelakaan' }] },
  ),
  STAGE_TWO_MISSING: conflict(
    {
      en: 'The claim rests on the stage II report (form KK2)',
      id: 'Klaim ini memerlukan laporan tahap II (formulir KK2)',
    },
    { allowed: [{ en: 'report stage II', id: 'laporkan tahap II' }] },
  ),
  EARLIER_DISABILITY_ERASED: conflict(
    {
      en: 'An earlier claim paid for a disability, and the record of which one was erased',
      id: 'Klaim terdahulu membayar suatu kecacatan, dan catatan tentang kecacatan itu sudah dihapus',
    },
    {
      allowed: [
        {
          en: 'nothing here: a supervisor has to settle it by the papers of the earlier claim',
          id: 'tidak ada di sini: penyelia menyelesaikannya dengan berkas klaim terdahulu',
        },
      ],
    },
  ),
  DEATH_NOT_TRACED: conflict(
    {
      en: 'The death of the participant was not traced to this accident',
      id: 'Kematian peserta belum dinyatakan akibat kecelakaan ini',
    },
    {
      allowed: [
        { en: 'report the death', id: 'laporkan kematian' },
        { en: 'trace the death to this accident', id: 'nyatakan kematian sebagai akibat kecelakaan ini' },
      ],
    },
  ),
  DEATH_APPROVED_AS_JKM: conflict(
    {
      en: 'JKM was approved for this death: it is not paid for twice',
      id: 'JKM sudah disetujui untuk kematian ini: kematian tidak dibayar dua kali',
    },
    {
      allowed: [
        {
          en: 'nothing here: a supervisor has to settle what JKM paid',
          id: 'tidak ada di sini: penyelia menyelesaikan apa yang sudah dibayar JKM',
        },
      ],
    },
  ),
});
