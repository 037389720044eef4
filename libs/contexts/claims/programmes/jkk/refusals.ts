import { conflict, refusals } from '#kernel';
import { CANCEL } from '../../domain/ways-out.js';

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
  OTHER_PAYER_NOT_NAMED: conflict(
    {
      en: 'Traffic accident: another payer comes first, and nobody has said what it bears (V-12)',
      id: 'Kecelakaan lalu lintas: penanggung lain lebih dahulu, dan belum disebut apa yang ditanggungnya (V-12)',
    },
    {
      allowed: [
        { en: 'name the other payer of the accident', id: 'sebutkan penanggung lain kecelakaan' },
        {
          en: 'with NOT_COVERED and the police report where none pays',
          id: 'dengan NOT_COVERED dan laporan polisi bila tidak ada yang menanggung',
        },
      ],
    },
  ),
  HEALTH_DATA_ERASED: conflict(
    {
      en: 'What doctors stated of the injury was erased: nobody can say any more what the law gives',
      id: 'Keterangan dokter tentang cedera sudah dihapus: manfaat tidak dapat ditentukan lagi',
    },
    { allowed: [CANCEL] },
  ),
  EARLIER_DISABILITY_ERASED: conflict(
    {
      en: 'An earlier claim paid for a disability, and the record of which one was erased',
      id: 'Klaim terdahulu membayar suatu kecacatan, dan catatan tentang kecacatan itu sudah dihapus',
    },
    {
      allowed: [
        {
          en: 'a supervisor settles it by the papers of the earlier claim and cancels this one',
          id: 'supervisor menyelesaikannya dengan berkas klaim terdahulu dan membatalkan klaim ini',
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
  FATAL_OUTCOME_STANDS: conflict(
    {
      en: 'The death of the participant was taken back, and a doctor states that the accident killed them',
      id: 'Laporan kematian peserta sudah dicabut, sedangkan surat dokter menyatakan meninggal akibat kecelakaan ini',
    },
    {
      allowed: [
        {
          en: 'a supervisor withdraws the fatal outcome of the accident',
          id: 'supervisor mencabut akibat meninggal dari kecelakaan itu',
        },
      ],
    },
  ),
  DEATH_BEFORE_ACCIDENT: conflict(
    {
      en: 'By the day that is recorded now the participant died before this accident',
      id: 'Menurut tanggal yang tercatat sekarang peserta meninggal sebelum kecelakaan ini',
    },
    {
      allowed: [
        {
          en: 'a supervisor takes the trace of the death back',
          id: 'supervisor mencabut kaitan kematian itu',
        },
        { en: 'correct the day of the death', id: 'koreksi tanggal meninggal' },
      ],
    },
  ),
});
