import { sql } from '#postgres';
import { type Indicator, PERSONS, behind } from './indicator.js';

/** The first month of a place that was given back: from then on nobody had it. */
const TAKEN_FROM = sql`(
  select before.period from places before
  where before.agreement_id = t.agreement_id and before.participant_id = t.participant_id
    and before.step = 'TAKEN' and before.log_position < t.log_position
  order by before.log_position desc limit 1)`;

/** Sponsors' quotas: how many places there are, and how many are taken. */
const sponsorQuotas: Indicator = {
  code: 'S-01',
  name: 'sponsor-quotas',
  version: 2,
  title: { en: "Sponsors' quotas", id: 'Kuota penyelenggara bantuan iuran' },
  about: {
    en: 'Agreements that hold on the day: for how many people they pay at most at the same time, and how many have a place. Agreements without a quota count nobody, and one that waits for a second person does not hold yet.',
    id: 'Perjanjian yang berlaku pada hari itu: paling banyak untuk berapa orang sekaligus, dan berapa yang mendapat tempat. Perjanjian tanpa kuota tidak menghitung siapa pun, dan yang menunggu orang kedua belum berlaku.',
  },
  time: 'ON_A_DAY',
  cuts: { sponsor: sql`sponsor_id`, payer: sql`kind`, district: sql`district` },
  facts: (on) => sql`
    with standing as (
      select a.agreement_id, (array_agg(a.sponsor_id))[1] as sponsor_id, min(a.valid_from) as valid_from,
             (array_agg(a.valid_until order by a.log_position desc) filter (where a.valid_until is not null))[1] as valid_until,
             (array_agg(a.quota order by a.log_position desc) filter (where a.quota is not null))[1] as quota
      from agreements a where a.step in ('SIGNED', 'CONFIRMED') or a.happened_on <= ${on} group by a.agreement_id
      having bool_or(a.step = 'CONFIRMED') or not bool_or(a.to_be_confirmed)
    ),
    holding as (
      select a.*, s.kind, s.district from standing a left join sponsors s using (sponsor_id)
      where a.quota is not null and a.valid_from <= ${on} and a.valid_until >= ${on}
    ),
    taken as (
      select distinct on (t.agreement_id, t.participant_id) t.agreement_id, t.participant_id, t.step, t.period
      from places t where (t.step = 'TAKEN' and t.period <= left(${on}, 7)) or (t.step = 'LEFT' and t.period < left(${on}, 7))
        or (t.step = 'GIVEN_BACK' and ${TAKEN_FROM} <= left(${on}, 7))
      order by t.agreement_id, t.participant_id, t.log_position desc
    )
    select null::uuid as person_id, sponsor_id, kind, district, 1 as agreements, quota from holding
    union all
    select coalesce(p.person_id, t.participant_id), h.sponsor_id, h.kind, h.district, 0, 0
    from taken t join holding h using (agreement_id) left join people p on p.participant_id = t.participant_id
    where t.step = 'TAKEN'`,
  measures: [
    {
      name: 'agreements',
      words: { en: 'agreements', id: 'perjanjian' },
      unit: 'COUNT',
      of: sql`sum(agreements)`,
    },
    { name: 'quota', words: { en: 'places', id: 'tempat' }, unit: 'COUNT', of: sql`sum(quota)` },
    {
      name: 'free',
      words: { en: 'free', id: 'kosong' },
      unit: 'COUNT',
      from: ({ quota, [PERSONS]: persons }) => Math.max(0, (quota ?? 0) - (persons ?? 0)),
    },
  ],
};

/** Who is looked for, and still to be registered. */
const candidates: Indicator = {
  code: 'C-01',
  name: 'candidates',
  version: 2,
  title: { en: 'Candidates still to be registered', id: 'Calon peserta yang belum terdaftar' },
  about: {
    en: 'Lists of people who are to be looked for, as they stand on the day: how many there are said to be, how many were found, registered and declined, how many of those found are still to be registered, and how many of all that are said to be there.',
    id: 'Daftar orang yang dicari menurut keadaan pada hari itu: berapa yang disebut ada, ditemukan, terdaftar dan menolak, berapa dari yang ditemukan yang belum terdaftar, dan berapa dari semua yang disebut ada.',
  },
  time: 'ON_A_DAY',
  persons: { en: 'found', id: 'ditemukan' },
  cuts: { area: sql`area`, branch: sql`branch` },
  facts: (on) => sql`
    select null::uuid as person_id, left(district, 4) as area, branch, expected_persons as expected, 0 as registered,
           0 as declined
    from candidate_lists where opened_on <= ${on}
    union all
    select found.participant_id, left(l.district, 4), l.branch, 0, (r.participant_id is not null)::int,
           (r.participant_id is null and d.participant_id is not null)::int
    from candidates found join candidate_lists l using (candidate_list_id)
    left join lateral (
      select participant_id from registrations r
      where r.participant_id = found.participant_id and r.registered_on <= ${on} limit 1
    ) as r on true
    left join lateral (
      select participant_id from candidates d
      where d.participant_id = found.participant_id and d.step = 'DECLINED' and d.happened_on <= ${on} limit 1
    ) as d on true
    where found.step = 'FOUND' and found.happened_on <= ${on}`,
  parts: [
    behind(sql`registered = 1`),
    behind(sql`declined = 1`),
    behind(sql`registered = 0 and declined = 0`),
  ],
  measures: [
    {
      name: 'expected',
      words: { en: 'said to be there', id: 'disebut ada' },
      unit: 'COUNT',
      of: sql`sum(expected)`,
    },
    {
      name: 'registered',
      words: { en: 'registered', id: 'terdaftar' },
      unit: 'COUNT',
      of: sql`sum(registered)`,
    },
    { name: 'declined', words: { en: 'declined', id: 'menolak' }, unit: 'COUNT', of: sql`sum(declined)` },
    {
      name: 'stillToRegister',
      words: { en: 'found and still to be registered', id: 'ditemukan dan belum terdaftar' },
      unit: 'COUNT',
      from: ({ [PERSONS]: found, registered, declined }) =>
        (found ?? 0) - (registered ?? 0) - (declined ?? 0),
    },
    {
      name: 'stillExpected',
      words: { en: 'said to be there and still to be registered', id: 'disebut ada dan belum terdaftar' },
      unit: 'COUNT',
      from: ({ [PERSONS]: found, expected, registered, declined }) =>
        Math.max(found ?? 0, expected ?? 0) - (registered ?? 0) - (declined ?? 0),
    },
  ],
};

/** Months of employers that are due and unpaid. */
const arrears: Indicator = {
  code: 'E-01',
  name: 'arrears',
  version: 1,
  title: { en: 'Arrears of employers', id: 'Tunggakan pemberi kerja' },
  about: {
    en: 'What was billed for months whose last day of payment lies before the day and that are not settled by it. Without the fine, which grows with time. Persons are employers.',
    id: 'Yang ditagih untuk bulan yang hari terakhir pembayarannya sudah lewat pada hari itu dan belum dilunasi. Tanpa denda, yang bertambah menurut waktu. Yang dihitung sebagai orang adalah pemberi kerja.',
  },
  time: 'ON_A_DAY',
  persons: { en: 'employers', id: 'pemberi kerja' },
  cuts: { branch: sql`branch`, district: sql`district`, employerKind: sql`kind` },
  facts: (on) => sql`
    select c.payer_id as person_id, w.branch, w.district, w.kind, left(c.happened_on, 7) as period, sum(c.amount_idr) as amount_idr
    from contributions c
    left join workplaces w on w.workplace_id = c.payer_id and w.step = 'REGISTERED'
    left join lateral (
      select is_settled from settled_months s
      where s.workplace_id = c.payer_id and s.period = left(c.happened_on, 7) and s.happened_on <= ${on}
      order by s.log_position desc limit 1
    ) as settled on true
    where c.way = 'DUE' and c.segment = 'PU' and c.due_on < ${on} and settled.is_settled is not true
    group by c.payer_id, w.branch, w.district, w.kind, left(c.happened_on, 7) having sum(c.amount_idr) > 0`,
  measures: [
    { name: 'months', words: { en: 'months', id: 'bulan' }, unit: 'COUNT', of: sql`count(*)` },
    {
      name: 'unpaidIdr',
      words: { en: 'unpaid', id: 'belum dibayar' },
      unit: 'RUPIAH',
      of: sql`sum(amount_idr)`,
    },
  ],
};

export const PROMISE_INDICATORS: readonly Indicator[] = [sponsorQuotas, candidates, arrears];
