import { type AuthorityLevel, type Words, conflict, refusals } from '#kernel';

/** Who is meant by a level of authority. */
const OF_LEVEL = {
  2: { en: 'a supervisor', id: 'supervisor' },
  3: { en: 'a head of branch', id: 'kepala kantor cabang' },
  4: { en: 'a regional head', id: 'kepala kantor wilayah' },
  5: { en: 'the directorate', id: 'direksi' },
} as const satisfies Record<AuthorityLevel, Words>;

/** Why somebody does not act on a claim, or does not decide it. */
export const whoDecidesRefusals = refusals({
  BEYOND_AUTHORITY: conflict(
    ({ level, persons }: { level: AuthorityLevel; persons: number }) => ({
      en: `This is decided by ${OF_LEVEL[level].en} or above (level ${level}), by ${persons === 1 ? 'one person' : `${persons} persons`}`,
      id: `Ini diputus oleh ${OF_LEVEL[level].id} atau di atasnya (tingkat ${level}), oleh ${persons} orang`,
    }),
    {
      allowed: ({ level }) => [
        {
          en: `${OF_LEVEL[level].en} decides it, with \`authority\` ${level} or above in the token`,
          id: `${OF_LEVEL[level].id} memutusnya, dengan \`authority\` ${level} atau lebih pada token`,
        },
      ],
      facts: ({ level, persons }) => ({ level, persons }),
    },
  ),
  ENDORSED_BY_YOU: conflict(
    {
      en: 'You have approved it already: so great a sum takes a second person',
      id: 'Anda sudah menyetujuinya: jumlah sebesar ini memerlukan orang kedua',
    },
    { allowed: [{ en: 'another person approves it', id: 'orang lain menyetujuinya' }] },
  ),
  INTEREST_DECLARED: conflict(
    {
      en: 'You have said that this claim is your own or of somebody close to you: others work on it',
      id: 'Anda menyatakan klaim ini milik Anda atau orang dekat Anda: orang lain yang menanganinya',
    },
    { allowed: [{ en: 'somebody else goes on with it', id: 'orang lain melanjutkannya' }] },
  ),
  CORRECTOR_CANNOT_DECIDE: conflict(
    ({ days }: { days: number }) => ({
      en: `You have corrected data of this participant in the last ${days} days: somebody else decides`,
      id: `Anda mengoreksi data peserta ini dalam ${days} hari terakhir: orang lain yang memutus`,
    }),
    { allowed: [{ en: 'somebody else decides it', id: 'orang lain memutusnya' }] },
  ),
  NOT_OF_YOUR_OFFICE: conflict(
    {
      en: 'Another office took this claim in: there, or above the branches, it is decided',
      id: 'Klaim ini diterima di kantor lain: diputus di sana, atau oleh tingkat di atas cabang',
    },
    {
      allowed: [
        { en: 'a supervisor of that office decides it', id: 'supervisor kantor itu memutusnya' },
        { en: 'a regional head decides it', id: 'kepala kantor wilayah memutusnya' },
      ],
    },
  ),
});
