import { type LocalDate, conflict, notFound, refusals } from '#kernel';

const LIST = { en: 'list them as an officer', id: 'daftarkan sebagai petugas' };

/** Why something about people of the office is refused. */
export const staffRefusals = refusals({
  OFFICER_NOT_LISTED: notFound(
    { en: 'Nobody has listed them as an officer', id: 'Petugas ini belum terdaftar' },
    { allowed: [LIST] },
  ),
  OFFICER_HAS_LEFT: conflict(
    { en: 'They do not work there any more', id: 'Petugas ini sudah berhenti' },
    { allowed: [{ en: 'list them anew, where they are back', id: 'daftarkan lagi bila sudah kembali' }] },
  ),
  NOT_OF_YOUR_STAFF: conflict(
    {
      en: 'They work at another office: its supervisors, or those above the branches, do this',
      id: 'Petugas ini bekerja di kantor lain: dilakukan supervisor kantor itu, atau tingkat di atas cabang',
    },
    {
      allowed: [{ en: 'a supervisor of their office does it', id: 'supervisor kantornya melakukannya' }],
    },
  ),
  LEVEL_OF_SUPERVISORS: conflict(
    {
      en: 'A level of authority belongs to supervisors alone',
      id: 'Tingkat kewenangan hanya milik supervisor',
    },
    {
      allowed: [
        { en: 'without level, or with the role supervisor', id: 'tanpa level, atau dengan peran supervisor' },
      ],
    },
  ),
  ABSENCE_OF_ANOTHER: conflict(
    {
      en: 'You say that you are away yourself; of others a supervisor of their office does',
      id: 'Anda melaporkan ketidakhadiran sendiri; untuk orang lain dilaporkan supervisor kantornya',
    },
    { allowed: [{ en: 'a supervisor reports it', id: 'supervisor melaporkannya' }] },
  ),
  DAYS_OUT_OF_ORDER: conflict(
    ({ today, atMost }: { today: LocalDate; atMost: number }) => ({
      en: `The last day is not before the first, nor before today, ${today}, and at most ${atMost} days after the first`,
      id: `Hari terakhir tidak sebelum hari pertama, tidak sebelum hari ini, ${today}, dan paling lama ${atMost} hari sesudahnya`,
    }),
    { allowed: [{ en: 'other days', id: 'hari lain' }] },
  ),
  ABSENCE_KNOWN: conflict(
    ({ from, until }: { from: LocalDate; until: LocalDate }) => ({
      en: `They are away from ${from} to ${until} already`,
      id: `Petugas ini sudah dilaporkan tidak hadir dari ${from} sampai ${until}`,
    }),
    { allowed: [{ en: 'end that absence first', id: 'akhiri dahulu ketidakhadiran itu' }] },
  ),
  ABSENCE_UNKNOWN: conflict(
    {
      en: 'They are not away so, or are back already',
      id: 'Ketidakhadiran ini tidak ada atau sudah berakhir',
    },
    { allowed: [{ en: 'an absenceId that is not over', id: 'absenceId yang belum berakhir' }] },
  ),
  STAND_IN_CANNOT: conflict(
    {
      en: 'A stand-in is another listed officer of the same office with one of the same roles, who is there on these days',
      id: 'Pengganti adalah petugas lain yang terdaftar di kantor yang sama, dengan salah satu peran yang sama, dan hadir pada hari itu',
    },
    { allowed: [{ en: 'another standInId, or none', id: 'standInId lain, atau tanpa pengganti' }] },
  ),
  DELEGATION_NOT_YOURS: conflict(
    ({ level }: { level: number }) => ({
      en: `Authority over an office is delegated by its head (level ${level} or above), or above the branches, and never to oneself`,
      id: `Wewenang atas suatu kantor dilimpahkan kepalanya (tingkat ${level} atau lebih) atau tingkat di atas cabang, dan tidak kepada diri sendiri`,
    }),
    {
      allowed: [{ en: 'the head of that office delegates it', id: 'kepala kantor itu melimpahkannya' }],
      facts: ({ level }) => ({ level }),
    },
  ),
  DELEGATE_CANNOT: conflict(
    {
      en: 'Authority is delegated to a supervisor of another office',
      id: 'Wewenang dilimpahkan kepada supervisor kantor lain',
    },
    { allowed: [{ en: 'a supervisor of another office', id: 'supervisor kantor lain' }] },
  ),
  DELEGATION_KNOWN: conflict(
    ({ from, until }: { from: LocalDate; until: LocalDate }) => ({
      en: `Authority over this office was delegated to them from ${from} to ${until} already`,
      id: `Wewenang atas kantor ini sudah dilimpahkan kepadanya dari ${from} sampai ${until}`,
    }),
    { allowed: [{ en: 'revoke that delegation first', id: 'cabut dahulu pelimpahan itu' }] },
  ),
  DELEGATION_UNKNOWN: conflict(
    { en: 'There is no such delegation, or it is over', id: 'Pelimpahan ini tidak ada atau sudah berakhir' },
    { allowed: [{ en: 'a delegationId that is not over', id: 'delegationId yang belum berakhir' }] },
  ),
});
