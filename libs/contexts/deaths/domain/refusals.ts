import { INTEREST_LINES, type LocalDate, conflict, refusals } from '#kernel';

const SUBMIT_JKM = { en: 'submit a JKM claim', id: 'ajukan klaim JKM' };

/** Why a death is not traced to an accident. */
export const deathRefusals = refusals({
  ...INTEREST_LINES,
  DEATH_NOT_REPORTED: conflict(
    {
      en: 'No death of this participant was reported',
      id: 'Kematian peserta ini belum dilaporkan',
    },
    { allowed: [{ en: 'report the death', id: 'laporkan kematian' }] },
  ),
  DEATH_ALREADY_TRACED: conflict(
    (_traced: { accidentId: string }) => ({
      en: 'The death was traced to another accident already',
      id: 'Kematian ini sudah dikaitkan dengan kecelakaan lain',
    }),
    {
      allowed: [{ en: 'a supervisor takes that trace back', id: 'supervisor mencabut kaitan itu' }],
      facts: ({ accidentId }) => ({ accidentId }),
    },
  ),
  NO_TRACE_TO_REMOVE: conflict({
    en: 'The death of this participant is traced to no accident here',
    id: 'Kematian peserta ini tidak dikaitkan dengan kecelakaan',
  }),
  TRACED_BY_YOU: conflict(
    {
      en: 'Whoever traced a death does not take the trace back',
      id: 'Yang mengaitkan kematian tidak boleh mencabut kaitannya',
    },
    { allowed: [{ en: 'another supervisor', id: 'supervisor lain' }] },
  ),
  ACCIDENT_OF_ANOTHER: conflict({
    en: 'The accident happened to another participant',
    id: 'Kecelakaan ini dialami peserta lain',
  }),
  ACCIDENT_AFTER_DEATH: conflict(({ diedOn }: { diedOn: LocalDate }) => ({
    en: `The participant died on ${diedOn}`,
    id: `Peserta meninggal pada ${diedOn}`,
  })),
  NOT_A_WORK_ACCIDENT: conflict(
    {
      en: 'It was concluded that this was no work accident',
      id: 'Kasus ini telah disimpulkan bukan kecelakaan kerja',
    },
    { allowed: [SUBMIT_JKM] },
  ),
  ACCIDENT_NOT_FATAL: conflict(
    {
      en: 'No doctor stated that the victim died of this accident',
      id: 'Belum ada surat keterangan dokter bahwa korban meninggal akibat kecelakaan ini',
    },
    {
      allowed: [
        {
          en: 'issue a doctor statement DEAD',
          id: 'terbitkan surat keterangan dokter dengan kondisi DEAD',
        },
        SUBMIT_JKM,
      ],
    },
  ),
});
