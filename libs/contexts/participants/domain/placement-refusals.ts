import { type LocalDate, conflict, notFound, refusals } from '#kernel';

/** Why the work of somebody on a construction project does not begin or end. */
export const placementRefusals = refusals({
  PLACEMENT_NOT_FOUND: notFound(
    { en: 'The worker is not named on this project', id: 'Tenaga kerja ini tidak tercatat pada proyek ini' },
    { allowed: [{ en: 'name the worker', id: 'catat tenaga kerja proyek' }] },
  ),
  OUTSIDE_PROJECT: conflict(({ startsOn, lastDay }: { startsOn: LocalDate; lastDay: LocalDate }) => ({
    en: `There is work on the project from ${startsOn} to ${lastDay}`,
    id: `Pekerjaan proyek berlangsung dari ${startsOn} sampai ${lastDay}`,
  })),
  ALREADY_NAMED: conflict(
    ({ startedOn }: { startedOn: LocalDate }) => ({
      en: `The worker is on this project since ${startedOn}`,
      id: `Tenaga kerja ini sudah bekerja pada proyek ini sejak ${startedOn}`,
    }),
    { allowed: [{ en: 'report that the worker left', id: 'laporkan tenaga kerja keluar' }] },
  ),
  NOT_ON_PROJECT: conflict(
    ({ lastDay }: { lastDay: LocalDate }) => ({
      en: `The worker has left the project; the last day was ${lastDay}`,
      id: `Tenaga kerja ini sudah keluar dari proyek; hari terakhirnya ${lastDay}`,
    }),
    { allowed: [{ en: 'name the worker again', id: 'catat lagi tenaga kerja proyek' }] },
  ),
});
