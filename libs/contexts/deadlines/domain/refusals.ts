import { type LocalDate, conflict, refusals } from '#kernel';

const BY_SUPERVISOR = {
  en: 'a supervisor gives it to somebody: POST /work/assignments with ownerId',
  id: 'supervisor memberikannya kepada seseorang: POST /work/assignments dengan ownerId',
};
const SOMEBODY_ELSE = {
  en: 'somebody else: GET /work/candidates tells who can',
  id: 'orang lain: GET /work/candidates menunjukkan siapa yang dapat',
};

/** Why a step does not become somebody's. */
export const workRefusals = refusals({
  NOTHING_TO_ASSIGN: conflict(
    {
      en: 'Nobody of the office is waited for with this now',
      id: 'Tidak ada petugas yang ditunggu untuk hal ini sekarang',
    },
    { allowed: [{ en: 'what GET /work tells', id: 'yang ditampilkan GET /work' }] },
  ),
  ONLY_SUPERVISORS_GIVE: conflict(
    {
      en: 'You may take a step yourself; a supervisor gives it to others',
      id: 'Anda dapat mengambil tugas sendiri; supervisor yang memberikannya kepada orang lain',
    },
    { allowed: [{ en: 'without ownerId', id: 'tanpa ownerId' }] },
  ),
  OWNER_NOT_LISTED: conflict(
    {
      en: 'Work is given to somebody who is listed as an officer and has not left',
      id: 'Tugas diberikan kepada petugas yang terdaftar dan belum berhenti',
    },
    { allowed: [SOMEBODY_ELSE] },
  ),
  NOT_THEIR_TURN: conflict(
    {
      en: 'Their role, office or level does not take this step, or they had a hand in what it is about',
      id: 'Peran, kantor atau tingkatnya tidak melakukan langkah ini, atau mereka ikut menangani hal yang diputus',
    },
    { allowed: [SOMEBODY_ELSE] },
  ),
  STEP_IS_TAKEN: conflict(
    ({ ownerId }: { ownerId: string }) => ({
      en: `A colleague who is here has taken this step (${ownerId})`,
      id: `Langkah ini sudah diambil rekan yang hadir (${ownerId})`,
    }),
    { allowed: [BY_SUPERVISOR], facts: ({ ownerId }) => ({ ownerId }) },
  ),
  OWNER_IS_AWAY: conflict(
    ({ until }: { until: LocalDate }) => ({
      en: `They are away until ${until}`,
      id: `Yang bersangkutan tidak hadir sampai ${until}`,
    }),
    { allowed: [SOMEBODY_ELSE] },
  ),
  NOT_YOUR_STEP: conflict(
    {
      en: 'This step is not yours to give back',
      id: 'Tugas ini bukan milik Anda untuk dilepaskan',
    },
    { allowed: [BY_SUPERVISOR] },
  ),
});
