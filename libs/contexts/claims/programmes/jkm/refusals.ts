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
  DEATH_REVOKED: conflict(
    {
      en: 'The death of this claim was reported for the wrong person and was taken back',
      id: 'Kematian dalam klaim ini dilaporkan untuk orang yang salah dan sudah dicabut',
    },
    {
      allowed: [
        {
          en: 'a supervisor cancels the claim: EVENT_REVOKED',
          id: 'supervisor membatalkan klaim: EVENT_REVOKED',
        },
      ],
    },
  ),
  DEATH_OF_PROJECT_WORKER: conflict(
    {
      en: 'The deceased built on construction projects (JAKON): say on which one by the day of death',
      id: 'Almarhum adalah tenaga kerja jasa konstruksi (JAKON): sebutkan proyeknya pada tanggal meninggal',
    },
    { allowed: [{ en: 'projectId of the project', id: 'projectId proyek itu' }] },
  ),
  DECEASED_NOT_NAMED_ON_PROJECT: conflict(
    {
      en: 'The deceased is not named on this project by the day of death',
      id: 'Almarhum belum tercatat pada proyek ini sampai tanggal meninggal',
    },
    {
      allowed: [
        {
          en: 'name the worker by the pay list or the supervisor’s statement: POST /projects/{projectId}/workers; a second person confirms what comes late',
          id: 'catat tenaga kerja menurut daftar upah atau keterangan pengawas: POST /projects/{projectId}/workers; yang terlambat dikonfirmasi orang kedua',
        },
      ],
    },
  ),
  DEATH_CLAIMED_UNDER_OTHER_ID: conflict(
    (_other: { claimId: string }) => ({
      en: 'The same death is claimed under another id of the same person, and is paid for once',
      id: 'Kematian yang sama diajukan dengan id lain dari orang yang sama, dan dibayar satu kali',
    }),
    {
      allowed: [
        {
          en: 'go on with that claim, and cancel this one',
          id: 'lanjutkan klaim itu dan batalkan klaim ini',
        },
      ],
      facts: ({ claimId }) => ({ claimId }),
    },
  ),
  DEATH_PAID_AS_JKK: conflict(
    (_paid: { claimId: string }) => ({
      en: 'JKK was approved for this death, and pays no less than JKM: it is not paid for twice',
      id: 'JKK sudah disetujui untuk kematian ini, dan tidak kurang dari JKM: kematian tidak dibayar dua kali',
    }),
    {
      allowed: [
        {
          en: 'close the review of that claim: what was too much is recorded as owed back, or waived',
          id: 'selesaikan peninjauan klaim itu: kelebihannya dicatat sebagai piutang atau dihapuskan',
        },
      ],
      facts: ({ claimId }) => ({ claimId }),
    },
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
