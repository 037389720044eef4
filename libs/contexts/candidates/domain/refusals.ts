import { type LocalDate, conflict, notFound, refusals } from '#kernel';

/** Why something about a candidate is refused. */
export const candidateRefusals = refusals({
  CANDIDATE_LIST_NOT_FOUND: notFound(
    { en: 'No such list of candidates is open', id: 'Daftar calon peserta ini tidak ada' },
    { allowed: [{ en: 'open a list', id: 'buka daftar calon peserta' }] },
  ),
  CANDIDATE_LIST_KNOWN: conflict({
    en: 'This list is open already',
    id: 'Daftar calon peserta ini sudah dibuka',
  }),
  CANDIDATE_NOT_FOUND: notFound(
    { en: 'There is no such candidate', id: 'Calon peserta ini tidak ada' },
    { allowed: [{ en: 'record that somebody was found', id: 'catat calon peserta yang ditemukan' }] },
  ),
  CANDIDATE_KNOWN: conflict(
    (_facts: { candidateListId: string }) => ({
      en: 'This candidate stands on a list already',
      id: 'Calon peserta ini sudah tercatat pada sebuah daftar',
    }),
    { facts: ({ candidateListId }) => ({ candidateListId }) },
  ),
  CANDIDATE_REGISTERED: conflict({
    en: 'This person is registered: nothing is left to be done',
    id: 'Orang ini sudah terdaftar: tidak ada lagi yang perlu dilakukan',
  }),
  CANDIDATE_CONTACTED_IN_FUTURE: conflict(({ today }: { today: LocalDate }) => ({
    en: `Nobody was spoken to after today, ${today}`,
    id: `Tidak ada yang dihubungi sesudah hari ini, ${today}`,
  })),
  CONTACTED_BEFORE_FOUND: conflict(({ foundOn }: { foundOn: LocalDate }) => ({
    en: `The candidate was found on ${foundOn}`,
    id: `Calon peserta ditemukan pada ${foundOn}`,
  })),
  CANDIDATE_DECLINED_ALREADY: conflict(
    { en: 'The candidate has declined already', id: 'Calon peserta sudah menolak' },
    { allowed: [{ en: 'record that somebody spoke with them again', id: 'catat bahwa ia dihubungi lagi' }] },
  ),
});
