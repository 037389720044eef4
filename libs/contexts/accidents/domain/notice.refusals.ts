import { type Instant, type LocalDate, conflict, notFound } from '#kernel';
import { RECEIVE_EVIDENCE, REPORT_STAGE_ONE } from './refusal-words.js';

const REGISTER_THERE = {
  en: 'register the victim with the employer; a first day that lies back is confirmed by a second person',
  id: 'daftarkan korban pada pemberi kerja; tanggal mulai yang lampau dikonfirmasi orang kedua',
};

/** Why a notice of an accident is refused, or a correction of it. */
export const NOTICE_LINES = {
  ACCIDENT_NOT_FOUND: notFound(
    {
      en: 'Nobody has given notice of such an accident',
      id: 'Belum ada yang melaporkan dugaan kecelakaan ini',
    },
    { allowed: [{ en: 'notify the accident', id: 'laporkan dugaan kecelakaan' }] },
  ),
  NOTICE_WITHDRAWN: conflict(
    {
      en: 'The notice of this accident was taken back',
      id: 'Laporan dugaan kecelakaan ini sudah dicabut',
    },
    { allowed: [{ en: 'notify the accident', id: 'laporkan dugaan kecelakaan' }] },
  ),
  FORM_FOLLOWS_KIND: conflict(
    {
      en: 'An occupational disease is reported on forms of its own, and stage I was reported on the other one',
      id: 'Penyakit akibat kerja dilaporkan dengan formulir tersendiri, dan tahap I sudah dilaporkan dengan formulir lain',
    },
    {
      allowed: [{ en: 'withdraw the notice and give it anew', id: 'cabut laporan dugaan dan laporkan lagi' }],
    },
  ),
  CARE_IS_UNDER_WAY: conflict(
    {
      en: 'The victim was referred or treated: whether it was a work accident is concluded, not taken back',
      id: 'Korban sudah dirujuk atau dirawat: ditetapkan dengan kesimpulan, bukan dicabut',
    },
    { allowed: [{ en: 'conclude the accident', id: 'simpulkan kecelakaan' }] },
  ),
  NOTHING_BACK_DATED: conflict({
    en: 'The notice was not entered so late that it has to be confirmed',
    id: 'Laporan dugaan tidak dicatat mundur sehingga perlu dikonfirmasi',
  }),
  ENTERED_BY_YOU: conflict({
    en: 'Whoever entered the notice cannot also confirm it: ask a second person',
    id: 'Yang mencatat laporan dugaan tidak boleh mengonfirmasinya: mintalah orang kedua',
  }),
  EMPLOYER_MISSING: conflict(
    () => ({
      en: 'A wage earner was at work for an employer: name the one at whose work it happened',
      id: 'Pekerja penerima upah bekerja pada pemberi kerja: sebutkan pada pemberi kerja mana kecelakaan terjadi',
    }),
    {
      allowed: ({ employerIds }: { employerIds: readonly string[] }) =>
        employerIds.length > 0
          ? employerIds.map((one) => ({ en: `employerId ${one}`, id: `employerId ${one}` }))
          : [REGISTER_THERE],
      shown: [{ employerIds: ['5f0c7f0e-3333-5000-8000-000000000001'] }],
    },
  ),
  NOT_EMPLOYED_THERE: conflict(
    {
      en: 'This employer never reported the victim as its worker',
      id: 'Pemberi kerja ini tidak pernah melaporkan korban sebagai pekerjanya',
    },
    {
      allowed: [REGISTER_THERE],
    },
  ),
  NO_OWN_WORK: conflict(
    {
      en: 'The victim is not registered as working for himself, or an employer was named',
      id: 'Korban tidak terdaftar sebagai pekerja mandiri, atau disebut pemberi kerja',
    },
    {
      allowed: [{ en: 'workedFor EMPLOYER with an employerId', id: 'workedFor EMPLOYER dengan employerId' }],
    },
  ),
  PROJECT_MISSING: conflict(
    {
      en: 'The victim builds on construction projects: say on which one it happened',
      id: 'Korban adalah tenaga kerja jasa konstruksi: sebutkan pada proyek mana kecelakaan terjadi',
    },
    { allowed: [{ en: 'projectId of the project', id: 'projectId proyek itu' }] },
  ),
  NOT_ONE_WORK: conflict(
    {
      en: 'It happened at one work: on a project, or at the work of an employer or the victim',
      id: 'Kecelakaan terjadi pada satu pekerjaan: pada proyek, atau pada pekerjaan lain',
    },
    {
      allowed: [
        { en: 'projectId alone', id: 'projectId saja' },
        { en: 'workedFor without projectId', id: 'workedFor tanpa projectId' },
      ],
    },
  ),
  NOT_NAMED_ON_PROJECT: conflict(
    {
      en: 'The victim is not named on this project by the day of the accident',
      id: 'Korban belum tercatat pada proyek ini sampai tanggal kecelakaan',
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
  WORKED_FOR_MISSING: conflict(
    {
      en: 'The victim works for himself and for an employer: say at which work it happened',
      id: 'Korban bekerja sendiri dan juga pada pemberi kerja: sebutkan pada pekerjaan mana kecelakaan terjadi',
    },
    {
      allowed: [
        { en: 'workedFor SELF', id: 'workedFor SELF' },
        { en: 'workedFor EMPLOYER with an employerId', id: 'workedFor EMPLOYER dengan employerId' },
      ],
    },
  ),
  ALREADY_NOTIFIED: conflict(
    (_known: { accidentId?: string }) => ({
      en: 'An accident of this participant on this day is known already',
      id: 'Kecelakaan peserta ini pada hari ini sudah tercatat',
    }),
    {
      allowed: [
        REPORT_STAGE_ONE,
        RECEIVE_EVIDENCE,
        {
          en: 'nthOfDay 2 for another accident on that day',
          id: 'nthOfDay 2 untuk kecelakaan lain pada hari itu',
        },
      ],
      facts: ({ accidentId }) => (accidentId === undefined ? undefined : { accidentId }),
    },
  ),
  ACCIDENT_IN_FUTURE: conflict(({ now }: { now: Instant }) => ({
    en: `The accident cannot have happened after now, ${now}`,
    id: `Kecelakaan tidak mungkin terjadi sesudah saat ini, ${now}`,
  })),
  ACCIDENT_AFTER_DEATH: conflict(({ diedOn }: { diedOn: LocalDate }) => ({
    en: `The participant died on ${diedOn}`,
    id: `Peserta meninggal dunia pada ${diedOn}`,
  })),
  PLACE_CONTRADICTS_KIND: conflict(
    {
      en: 'An accident on the way to or from work is not inside the work site',
      id: 'Kecelakaan dalam perjalanan ke atau dari tempat kerja tidak terjadi di dalam lokasi kerja',
    },
    {
      allowed: [
        { en: 'placeKind TRAFFIC', id: 'placeKind TRAFFIC' },
        { en: 'placeKind OUTSIDE_WORK_SITE', id: 'placeKind OUTSIDE_WORK_SITE' },
        { en: 'kind AT_WORK', id: 'kind AT_WORK' },
      ],
    },
  ),
};
