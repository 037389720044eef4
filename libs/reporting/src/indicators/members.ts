import type { LocalDate } from '#kernel';
import { sql } from '#postgres';
import { type Workforce, areasCounted, workforceOf } from '../workforce/workforce.js';
import { type Indicator, PERSONS, percent } from './indicator.js';

/**
 * Memberships that are active on a day. Those of the self-employed and of wage earners have their arrears in their last day; whoever works for
 * somebody is active only while that one stands for its workers, too.
 */
const activeOn = (on: LocalDate, which = sql`true`) => sql`
  select person_id, is_several, segment, occupation_group, channel, payer, sponsor_id, district, branch, sex, age_band,
         workplace_kind
  from memberships
  where from_on <= ${on} and (until_on is null or until_on > ${on}) and ${which}
    and (workplace_id is null
      or workplace_id in (select workplace_id from standings where from_on <= ${on} and until_on > ${on}))`;

const AREA = sql`left(district, 4)`;

/** I-01 and I-02. */
const activeParticipants: Indicator = {
  code: 'I-01',
  name: 'active-participants',
  version: 4,
  title: { en: 'Active participants', id: 'Peserta aktif' },
  about: {
    en: 'Persons with at least one membership that is active, or waits for arrears, on the day. Each counts once; by segment once in each, so that segments may add up to more. Wage earners count by the months that are paid for each of them, workers of projects while their project has paid.',
    id: 'Orang yang pada hari itu mempunyai sekurangnya satu kepesertaan yang aktif atau menunggu pelunasan tunggakan. Setiap orang dihitung sekali; menurut segmen sekali di setiap segmen, sehingga jumlah segmen dapat lebih besar. Penerima upah dihitung menurut bulan yang iurannya sudah dibayar bagi masing-masing, pekerja proyek selama proyeknya membayar.',
  },
  time: 'ON_A_DAY',
  cuts: {
    segment: sql`segment`,
    occupationGroup: sql`occupation_group`,
    channel: sql`channel`,
    payer: sql`payer`,
    sponsor: sql`sponsor_id`,
    employerKind: sql`workplace_kind`,
    area: AREA,
    district: sql`district`,
    branch: sql`branch`,
    sex: sql`sex`,
    ageBand: sql`age_band`,
  },
  facts: (on) => activeOn(on),
  saysSeveral: true,
  measures: [
    {
      name: 'memberships',
      words: { en: 'memberships', id: 'kepesertaan' },
      unit: 'COUNT',
      of: sql`count(*)`,
    },
  ],
};

/** Of those regencies alone of which somebody published how many there are: a share of the others would be of nothing. */
const activeWhereCounted = (kind: Workforce['kind'], on: LocalDate, which = sql`true`) =>
  activeOn(on, sql`${AREA} = any(${areasCounted(kind)}::text[]) and ${which}`);

/** I-03. */
const coverage: Indicator = {
  code: 'I-03',
  name: 'coverage',
  version: 4,
  title: { en: 'Coverage of the workforce', id: 'Cakupan angkatan kerja' },
  about: {
    en: 'Active participants of a regency as a share of its workforce, by the table of the year of the day, or of the year nearest to it (GET /reports/workforces names its source). Participants of regencies that are not in the table are not counted.',
    id: 'Peserta aktif suatu kabupaten atau kota dibanding angkatan kerjanya, menurut tabel tahun hari itu atau tahun terdekat (GET /reports/workforces menyebut sumbernya). Peserta kabupaten atau kota yang tidak ada dalam tabel tidak dihitung.',
  },
  time: 'ON_A_DAY',
  cuts: { area: AREA },
  facts: (on) => activeWhereCounted('WORKFORCE', on),
  saysSeveral: true,
  measures: [
    {
      name: 'workforce',
      words: { en: 'workforce', id: 'angkatan kerja' },
      unit: 'COUNT',
      from: (_, { area }, on) => workforceOf('WORKFORCE', area, on),
    },
    {
      name: 'percent',
      words: { en: 'covered', id: 'tercakup' },
      unit: 'PERCENT',
      from: ({ workforce, [PERSONS]: persons }) => percent(persons, workforce),
    },
  ],
};

/** I-04. */
const wageEarnerCoverage: Indicator = {
  ...coverage,
  code: 'I-04',
  name: 'wage-earner-coverage',
  version: 3,
  title: { en: 'Coverage of wage earners', id: 'Cakupan pekerja penerima upah' },
  about: {
    en: 'Active wage earners and workers of construction projects as a share of the wage earners of the regency, by the table of the year of the day or of the year nearest to it. Those of regencies that are not in the table are not counted.',
    id: 'Peserta penerima upah dan jasa konstruksi yang aktif dibanding pekerja penerima upah di kabupaten atau kota itu, menurut tabel tahun hari itu atau tahun terdekat. Yang di kabupaten atau kota yang tidak ada dalam tabel tidak dihitung.',
  },
  facts: (on) => activeWhereCounted('WAGE_EARNERS', on, sql`segment in ('PU', 'JAKON')`),
  measures: coverage.measures.map((measure) =>
    measure.name === 'workforce'
      ? {
          name: 'workforce',
          words: { en: 'wage earners', id: 'pekerja penerima upah' },
          unit: 'COUNT',
          from: (_, { area }, on) => workforceOf('WAGE_EARNERS', area, on),
        }
      : measure,
  ),
};

/** Workers of projects that run: how many there are as reported, and how many are named. */
const projectWorkers: Indicator = {
  code: 'I-01',
  name: 'project-workers',
  version: 1,
  title: { en: 'Workers of construction projects', id: 'Pekerja proyek jasa konstruksi' },
  about: {
    en: 'Of the projects that run on the day and have paid: the workers that were reported with them, those of them who are named, and those who are not. Only the named ones are among the active participants.',
    id: 'Dari proyek yang berjalan pada hari itu dan sudah membayar: pekerja yang dilaporkan, yang sudah disebut namanya, dan yang belum. Hanya yang disebut namanya termasuk peserta aktif.',
  },
  time: 'ON_A_DAY',
  cuts: { district: sql`district`, branch: sql`branch` },
  facts: (on) => sql`
    with running as (
      select w.workplace_id, w.district, w.branch, w.headcount from workplaces w
      where w.step = 'REGISTERED' and w.kind = 'PROJECT' and w.workplace_id in
        (select workplace_id from standings where from_on <= ${on} and until_on > ${on}))
    select null::uuid as person_id, district, branch, headcount from running
    union all
    select m.person_id, r.district, r.branch, 0 from memberships m join running r using (workplace_id)
    where m.from_on <= ${on} and (m.until_on is null or m.until_on > ${on})`,
  measures: [
    {
      name: 'reported',
      words: { en: 'workers as reported', id: 'pekerja menurut laporan' },
      unit: 'COUNT',
      of: sql`sum(headcount)`,
    },
    {
      name: 'unnamed',
      words: { en: 'not named', id: 'belum disebut namanya' },
      unit: 'COUNT',
      from: ({ reported, [PERSONS]: persons }) => Math.max(0, (reported ?? 0) - (persons ?? 0)),
    },
  ],
};

export const MEMBER_INDICATORS: readonly Indicator[] = [
  activeParticipants,
  coverage,
  wageEarnerCoverage,
  projectWorkers,
];
