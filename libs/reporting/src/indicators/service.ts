import { sql } from '#postgres';
import { type Indicator, type Measure, behind, percent } from './indicator.js';

const personOf = (table: string) => sql`
  left join people p on p.participant_id = ${sql.ref(`${table}.participant_id`)}`;

const CLAIM_PERSON = sql`coalesce(p.person_id, c.participant_id) as person_id`;

/** How many working days something took. */
const days = (column: string): readonly Measure[] => [
  {
    name: 'medianDays',
    words: { en: 'median', id: 'median' },
    unit: 'WORKING_DAYS',
    of: sql`percentile_disc(0.5) within group (order by ${sql.ref(column)})`,
  },
  {
    name: 'p90Days',
    words: { en: 'nine of ten within', id: 'sembilan dari sepuluh dalam' },
    unit: 'WORKING_DAYS',
    of: sql`percentile_disc(0.9) within group (order by ${sql.ref(column)})`,
  },
];

const inTime = (column: string): readonly Measure[] => [
  {
    name: 'inTime',
    words: { en: 'in time', id: 'tepat waktu' },
    unit: 'COUNT',
    of: sql`count(*) filter (where ${sql.ref(column)})`,
  },
  {
    name: 'inTimePercent',
    words: { en: 'share in time', id: 'bagian tepat waktu' },
    unit: 'PERCENT',
    from: ({ inTime: some, claims }) => percent(some, claims),
  },
];

/** Who is behind the claims that were in time, and behind the others. */
const inTimeOrLate = (column: string) => [
  behind(sql`${sql.ref(column)}`),
  behind(sql`${sql.ref(column)} is not true`),
];

const claimsCounted: Measure = {
  name: 'claims',
  words: { en: 'claims', id: 'klaim' },
  unit: 'COUNT',
  of: sql`count(*)`,
};

const CUTS_OF_CLAIMS = {
  programme: sql`programme`,
  office: sql`office`,
  month: sql`left(happened_on, 7)`,
  year: sql`left(happened_on, 4)`,
};

/** I-09. */
const decisionTimes: Indicator = {
  code: 'I-09',
  name: 'decision-times',
  version: 3,
  title: { en: 'Time to the decision', id: 'Waktu sampai keputusan' },
  about: {
    en: 'Working days from complete papers to the first decision, without days on which the claim was held, by the day of the decision. In time is what was decided by the last day on which the law still has it paid in time.',
    id: 'Hari kerja sejak berkas lengkap sampai keputusan pertama, tanpa hari penahanan, menurut hari keputusan. Tepat waktu berarti diputuskan sampai hari terakhir pembayaran masih tepat waktu menurut hukum.',
  },
  time: 'OVER_TIME',
  cuts: CUTS_OF_CLAIMS,
  facts: () => sql`
    select ${CLAIM_PERSON}, c.programme, c.office, c.decided_on as happened_on, c.decision_days, c.decided_in_time
    from claims c ${personOf('c')} where c.decision_days is not null`,
  parts: inTimeOrLate('decided_in_time'),
  measures: [claimsCounted, ...days('decision_days'), ...inTime('decided_in_time')],
};

/** I-10. */
const paymentTimes: Indicator = {
  ...decisionTimes,
  code: 'I-10',
  name: 'payment-times',
  version: 2,
  title: { en: 'Time to the payment', id: 'Waktu sampai pembayaran' },
  about: {
    en: 'Working days from complete papers until the last payment of what was approved first arrived, without days on which the claim was held, by that day. What was paid after a claim was opened again is not counted.',
    id: 'Hari kerja sejak berkas lengkap sampai pembayaran terakhir dari persetujuan pertama diterima, tanpa hari penahanan, menurut hari itu. Yang dibayar setelah klaim dibuka kembali tidak dihitung.',
  },
  facts: () => sql`
    select ${CLAIM_PERSON}, c.programme, c.office, c.settled_on as happened_on, c.payment_days, c.settled_in_time
    from claims c ${personOf('c')} where c.payment_days is not null`,
  parts: inTimeOrLate('settled_in_time'),
  measures: [claimsCounted, ...days('payment_days'), ...inTime('settled_in_time')],
};

/** I-15. */
const denialRate: Indicator = {
  ...decisionTimes,
  code: 'I-15',
  name: 'decisions',
  version: 1,
  title: { en: 'Decisions and denials', id: 'Keputusan dan penolakan' },
  about: {
    en: 'First decisions of claims by the day of the decision, and the share of denials. By decision only denials have a code.',
    id: 'Keputusan pertama atas klaim menurut hari keputusan, dan bagian penolakan. Menurut keputusan hanya penolakan yang mempunyai kode.',
  },
  cuts: { ...CUTS_OF_CLAIMS, decision: sql`decision` },
  facts: () => sql`
    select ${CLAIM_PERSON}, c.programme, c.office, c.decided_on as happened_on, c.decision,
           c.decision is not null as denied
    from claims c ${personOf('c')} where c.decided_on is not null`,
  parts: [behind(sql`denied`), behind(sql`not denied`)],
  measures: [
    claimsCounted,
    {
      name: 'denied',
      words: { en: 'denied', id: 'ditolak' },
      unit: 'COUNT',
      of: sql`count(*) filter (where denied)`,
    },
    {
      name: 'deniedPercent',
      words: { en: 'share of denials', id: 'bagian penolakan' },
      unit: 'PERCENT',
      from: ({ denied, claims }) => percent(denied, claims),
    },
  ],
};

/** Of what was concluded of an accident: the highest authority, of the same the day of its paper, and what BPJS said last where there is none. */
const WHAT_HOLDS = sql`
  array_position(array['INSPECTOR', 'MINISTER', 'COURT'], c.authority) desc nulls last,
  case when c.authority is not null then c.happened_on end desc, c.log_position desc`;

/** I-12. */
const plkkShare: Indicator = {
  code: 'I-12',
  name: 'plkk-share',
  version: 2,
  title: { en: 'Share of PLKK in care', id: 'Bagian PLKK dalam perawatan' },
  about: {
    en: 'Work accidents with care, by the day of their conclusion: in how many a PLKK sent its invoice to BPJS, so that nobody had to pay first, and how much of the sum of all invoices that was. Of invoices that are paid apart from the claim it is what was accepted of them, once something is paid.',
    id: 'Kecelakaan kerja dengan perawatan, menurut hari kesimpulan: pada berapa di antaranya PLKK menagih langsung ke BPJS sehingga tidak ada yang membayar dahulu, dan berapa bagiannya dari jumlah semua tagihan. Tagihan yang dibayar terpisah dari klaim dihitung sebesar yang diterima, setelah ada yang dibayar.',
  },
  time: 'OVER_TIME',
  cuts: { month: sql`left(happened_on, 7)`, year: sql`left(happened_on, 4)` },
  facts: () => sql`
    select coalesce(p.person_id, n.participant_id) as person_id, done.happened_on, care.guaranteed, care.guaranteed_idr,
           care.all_idr
    from accident_steps n
    join lateral (
      select happened_on, conclusion from accident_steps c
      where c.accident_id = n.accident_id and c.step = 'CONCLUDED'
      order by ${WHAT_HOLDS} limit 1
    ) as done on done.conclusion = 'WORK_ACCIDENT'
    join lateral (
      select bool_or(billing = 'GUARANTEED') as guaranteed, sum(amount_idr) as all_idr,
             coalesce(sum(amount_idr) filter (where billing = 'GUARANTEED'), 0) as guaranteed_idr
      from (
        select billing, amount_idr from accident_steps where accident_id = n.accident_id and step = 'CARE_INVOICED'
        union all
        (select distinct on (invoice_id) billing, amount_idr from accident_steps
         where accident_id = n.accident_id and step = 'INVOICE_APPROVED' and billing is not null
         order by invoice_id, log_position desc)
      ) as c
    ) as care on care.all_idr is not null
    ${personOf('n')} where n.step = 'NOTIFIED'`,
  parts: [behind(sql`guaranteed`), behind(sql`not guaranteed`)],
  measures: [
    {
      name: 'accidents',
      words: { en: 'accidents with care', id: 'kecelakaan dengan perawatan' },
      unit: 'COUNT',
      of: sql`count(*)`,
    },
    {
      name: 'guaranteed',
      words: { en: 'at a PLKK', id: 'di PLKK' },
      unit: 'COUNT',
      of: sql`count(*) filter (where guaranteed)`,
    },
    {
      name: 'percent',
      words: { en: 'share', id: 'bagian' },
      unit: 'PERCENT',
      from: ({ guaranteed, accidents }) => percent(guaranteed, accidents),
    },
    {
      name: 'guaranteedIdr',
      words: { en: 'invoices of PLKK', id: 'tagihan PLKK' },
      unit: 'RUPIAH',
      of: sql`sum(guaranteed_idr)`,
    },
    {
      name: 'allIdr',
      words: { en: 'all invoices', id: 'semua tagihan' },
      unit: 'RUPIAH',
      of: sql`sum(all_idr)`,
    },
    {
      name: 'sumPercent',
      words: { en: 'share of the sum', id: 'bagian dari jumlah' },
      unit: 'PERCENT',
      from: ({ guaranteedIdr, allIdr }) => percent(guaranteedIdr, allIdr),
    },
  ],
};

export const SERVICE_INDICATORS: readonly Indicator[] = [decisionTimes, paymentTimes, denialRate, plkkShare];
