import { alike, conflict, refusals } from '#kernel';

/** Why nothing is said of two who may be one person. */
export const duplicateRefusals = refusals({
  DUPLICATE_OF_ITSELF: conflict({
    en: 'This is one participant already',
    id: 'Ini sudah satu peserta',
  }),
  DISMISSAL_DOES_NOT_SAY_IT: conflict(
    ({ because }: { because: string; dismissed: readonly string[] }) => ({
      en: `${because} does not explain everything that these two have in common`,
      id: `${because} tidak menjelaskan semua kesamaan kedua peserta ini`,
    }),
    { allowed: ({ dismissed }) => dismissed.map(alike) },
  ),
  DISMISSAL_NEEDS_EVIDENCE: conflict(
    ({ because }: { because: string; papers: readonly string[] }) => ({
      en: `${because} is shown by a paper`,
      id: `${because} dibuktikan dengan dokumen`,
    }),
    { allowed: ({ papers }) => papers.map(alike) },
  ),
  NOT_DISMISSED: conflict(
    {
      en: 'Nobody has said that these are two persons',
      id: 'Belum ada yang menyatakan bahwa ini dua orang',
    },
    { allowed: [{ en: 'dismiss the suspicion', id: 'tutup dugaan peserta ganda' }] },
  ),
  NOT_ALIKE: conflict({
    en: 'Names and birth dates of these two do not resemble each other',
    id: 'Nama dan tanggal lahir kedua peserta ini tidak mirip',
  }),
});
