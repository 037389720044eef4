import { conflict, refusals } from '#kernel';

/** Why a JKM claim is refused, beside what every claim is refused for. */
export const jkmRefusals = refusals({
  DEATH_NOT_REPORTED: conflict(
    {
      en: 'A JKM claim follows the report of the death',
      id: 'Klaim JKM diajukan setelah kematian dilaporkan',
    },
    { allowed: [{ en: 'report the death', id: 'laporkan kematian' }] },
  ),
  DEATH_BY_WORK_ACCIDENT: conflict(
    {
      en: 'The death was traced to a work accident: JKK pays for it, not JKM',
      id: 'Kematian ini akibat kecelakaan kerja: dijamin JKK, bukan JKM',
    },
    {
      allowed: [{ en: 'submit a JKK claim for the accident', id: 'ajukan klaim JKK untuk kecelakaan itu' }],
    },
  ),
});
