import { sql } from '#postgres';
import { type Indicator, type Measure, behind, percent } from './indicator.js';

const MONTH = sql`left(happened_on, 7)`;
const YEAR = sql`left(happened_on, 4)`;

const amount: Measure = {
  name: 'amountIdr',
  words: { en: 'rupiah', id: 'rupiah' },
  unit: 'RUPIAH',
  of: sql`sum(amount_idr)`,
};

/**
 * What stayed: what arrived, less what came back afterwards. A payment that the bank sends back counts less, once; one of which parts come
 * back, by each of them. What is both cash and care is two rows: what comes back of it in part is cash first.
 */
const ARRIVED = sql`
  select coalesce(p.person_id, o.participant_id) as person_id, o.payout_id, o.programme, o.payee, o.source_kind, s.happened_on,
         part.kind, s.sign * part.amount_idr as amount_idr
  from (
    select payout_id, happened_on, sign, null::bigint as gone_before, null::bigint as gone
    from (
      select payout_id, step, happened_on, case step when 'SETTLED' then 1 else -1 end as sign,
             lag(step) over (partition by payout_id order by log_position) as before
      from payout_steps where step in ('SETTLED', 'RETURNED')
    ) as whole where step = 'SETTLED' or before = 'SETTLED'
    union all
    select payout_id, happened_on, -1, gone - amount_idr, gone
    from (
      select payout_id, happened_on, amount_idr, sum(amount_idr) over (partition by payout_id order by log_position) as gone
      from payout_steps where step = 'PART_RETURNED'
    ) as back
  ) as s
  join payout_steps o on o.payout_id = s.payout_id and o.step = 'ORDERED'
  left join people p on p.participant_id = o.participant_id
  cross join lateral (select o.amount_idr - least(coalesce(o.care_idr, 0), o.amount_idr) as cash_idr) as of
  cross join lateral (values
    (case when o.care_idr is null then null else 'CASH' end,
     least(coalesce(s.gone, o.amount_idr), of.cash_idr) - least(coalesce(s.gone_before, 0), of.cash_idr)),
    ('CARE',
     greatest(coalesce(s.gone, o.amount_idr), of.cash_idr) - greatest(coalesce(s.gone_before, 0), of.cash_idr))
  ) as part (kind, amount_idr)
  where part.amount_idr > 0`;

/** Invoices that are paid apart from a claim are care of it all the same. */
const CLAIMED = sql`'CLAIM', 'INVOICE'`;

/** I-06. Scholarships stand beside it and are never in it. */
const claimsPaid: Indicator = {
  code: 'I-06',
  name: 'claims-paid',
  version: 3,
  title: { en: 'Claims paid', id: 'Klaim dibayar' },
  about: {
    en: 'Payments of claims by the day on which the money arrived; what came back is taken off on the day on which it did. Scholarships, loans and what is owed for paying late are not in it.',
    id: 'Pembayaran klaim menurut hari uang diterima; yang kembali dikurangkan pada hari kembalinya. Beasiswa, pinjaman dan ganti rugi keterlambatan tidak termasuk.',
  },
  time: 'OVER_TIME',
  cuts: {
    programme: sql`programme`,
    kind: sql`kind`,
    payee: sql`payee`,
    month: MONTH,
    year: YEAR,
  },
  facts: () => sql`select * from (${ARRIVED}) as arrived where source_kind in (${CLAIMED})`,
  measures: [
    {
      name: 'payments',
      words: { en: 'payments', id: 'pembayaran' },
      unit: 'COUNT',
      of: sql`count(distinct payout_id)`,
    },
    amount,
  ],
};

/** I-11. */
const lateCompensation: Indicator = {
  ...claimsPaid,
  code: 'I-11',
  name: 'late-compensation',
  version: 2,
  title: { en: 'Compensation for late payment', id: 'Ganti rugi keterlambatan' },
  about: {
    en: 'What was paid because payments came late, once somebody had approved it, by the day on which it arrived. What is owed and not approved is not told.',
    id: 'Yang dibayar karena pembayaran terlambat, setelah disetujui, menurut hari uang diterima. Yang terutang dan belum disetujui tidak disebut.',
  },
  cuts: { programme: sql`programme`, payee: sql`payee`, month: MONTH, year: YEAR },
  facts: () => sql`select * from (${ARRIVED}) as arrived where source_kind = 'LATENESS'`,
};

/** I-14. */
const scholarshipsPaid: Indicator = {
  ...claimsPaid,
  code: 'I-14',
  name: 'scholarships-paid',
  title: { en: 'Scholarships paid', id: 'Beasiswa dibayar' },
  about: {
    en: 'Payments of scholarships by the day on which the money arrived, for how many insured persons. They are never added to what is projected.',
    id: 'Pembayaran beasiswa menurut hari uang diterima, untuk berapa peserta. Tidak pernah dijumlahkan dengan proyeksi.',
  },
  cuts: { month: MONTH, year: YEAR },
  facts: () => sql`select * from (${ARRIVED}) as arrived where source_kind = 'SCHOLARSHIP_YEAR'`,
};

/** I-13. */
const scholarshipsProjected: Indicator = {
  code: 'I-13',
  name: 'scholarships-projected',
  version: 1,
  title: { en: 'Scholarships projected', id: 'Proyeksi beasiswa' },
  about: {
    en: 'What the open rights may still come to at most on the day, less what was approved of them. A memo, no debt, and never added to what is paid.',
    id: 'Jumlah paling banyak yang masih dapat dibayarkan dari hak yang terbuka pada hari itu, dikurangi yang sudah disetujui. Catatan, bukan utang, dan tidak pernah dijumlahkan dengan yang dibayar.',
  },
  time: 'ON_A_DAY',
  cuts: {},
  facts: (on) => sql`
    select g.person_id, g.scholarship_id, greatest(0, g.amount_idr - coalesce(sum(y.amount_idr), 0)) as amount_idr
    from (
      select distinct on (s.scholarship_id) s.scholarship_id, s.step, s.amount_idr,
             coalesce(p.person_id, s.participant_id, c.participant_id) as person_id
      from scholarship_steps s left join claims c using (claim_id)
      left join people p on p.participant_id = coalesce(s.participant_id, c.participant_id)
      where s.step in ('GRANTED', 'ENDED') and s.happened_on <= ${on}
      order by s.scholarship_id, s.log_position desc
    ) as g
    left join scholarship_steps y on y.scholarship_id = g.scholarship_id and y.step = 'YEAR_APPROVED' and y.happened_on <= ${on}
    where g.step = 'GRANTED' group by g.person_id, g.scholarship_id, g.amount_idr`,
  measures: [
    {
      name: 'scholarships',
      words: { en: 'open rights', id: 'hak terbuka' },
      unit: 'COUNT',
      of: sql`count(*)`,
    },
    amount,
  ],
};

/** Money that came in or was due; a payment that was taken back never came. */
const CONTRIBUTIONS = sql`
  select coalesce(p.person_id, c.payer_id) as person_id, c.programme, c.segment, c.happened_on, c.way, c.amount_idr
  from contributions c left join people p on p.participant_id = c.payer_id
  where payment_id is null or not exists (select from reversals r where r.payment_id = c.payment_id)
  union all
  select d.project_id, d.programme, 'JAKON', d.happened_on, 'DUE',
         d.amount_idr - lag(d.amount_idr, 1, 0) over (partition by d.project_id, d.programme order by d.log_position)
  from project_dues d`;

/** I-05. */
const contributionsIndicator: Indicator = {
  code: 'I-05',
  name: 'contributions',
  version: 3,
  title: { en: 'Contributions', id: 'Iuran' },
  about: {
    en: 'What came in by the day of the money, and what was billed to employers and projects by the month for which it is due. By programme where it was told; employers and projects pay in one sum. Persons are payers: workers who pay or are paid for, employers and projects.',
    id: 'Yang diterima menurut hari uang masuk, dan yang ditagih kepada pemberi kerja dan proyek menurut bulan iurannya. Menurut program bila disebutkan; pemberi kerja dan proyek membayar dalam satu jumlah. Yang dihitung sebagai orang adalah pembayar: pekerja, pemberi kerja dan proyek.',
  },
  time: 'OVER_TIME',
  persons: { en: 'payers', id: 'pembayar' },
  cuts: { programme: sql`programme`, segment: sql`segment`, month: MONTH, year: YEAR },
  facts: () => CONTRIBUTIONS,
  parts: [behind(sql`way = 'RECEIVED'`), behind(sql`way = 'DUE'`)],
  measures: [
    {
      name: 'receivedIdr',
      words: { en: 'received', id: 'diterima' },
      unit: 'RUPIAH',
      of: sql`coalesce(sum(amount_idr) filter (where way = 'RECEIVED'), 0)`,
    },
    {
      name: 'dueIdr',
      words: { en: 'billed', id: 'ditagih' },
      unit: 'RUPIAH',
      of: sql`coalesce(sum(amount_idr) filter (where way = 'DUE'), 0)`,
    },
  ],
};

/** I-07. */
const claimsRatio: Indicator = {
  code: 'I-07',
  name: 'claims-ratio',
  version: 5,
  title: { en: 'Claims ratio', id: 'Rasio klaim' },
  about: {
    en: 'Claims paid, care among them, as a share of contributions of the same programme and period: what was billed to employers and projects, and what the self-employed paid. Where the programme of contributions was not told there is no share.',
    id: 'Klaim dibayar, termasuk perawatan, dibanding iuran program dan kurun yang sama: yang ditagih kepada pemberi kerja dan proyek serta yang dibayar pekerja bukan penerima upah. Bila program iurannya tidak disebutkan, rasionya tidak ada.',
  },
  time: 'OVER_TIME',
  cuts: { programme: sql`programme`, month: MONTH, year: YEAR },
  facts: () => sql`
    select person_id, programme, happened_on, amount_idr as paid_idr, 0 as earned_idr
    from (${ARRIVED}) as arrived where source_kind in (${CLAIMED})
    union all
    select person_id, programme, happened_on, 0, amount_idr from (${CONTRIBUTIONS}) as earned
    where (way = 'DUE') = (segment <> 'BPU')`,
  parts: [behind(sql`paid_idr <> 0`), behind(sql`earned_idr <> 0`)],
  measures: [
    {
      name: 'paidIdr',
      words: { en: 'claims paid', id: 'klaim dibayar' },
      unit: 'RUPIAH',
      of: sql`sum(paid_idr)`,
    },
    {
      name: 'earnedIdr',
      words: { en: 'contributions', id: 'iuran' },
      unit: 'RUPIAH',
      of: sql`sum(earned_idr)`,
    },
    {
      name: 'percent',
      words: { en: 'ratio', id: 'rasio' },
      unit: 'PERCENT',
      from: ({ paidIdr, earnedIdr }) => percent(paidIdr, earnedIdr),
    },
  ],
};

/** I-18. */
const returnRate: Indicator = {
  code: 'I-18',
  name: 'payments-returned',
  version: 1,
  title: { en: 'Payments that came back', id: 'Pembayaran kembali' },
  about: {
    en: 'How often banks sent money back, of how many times they were told to pay it.',
    id: 'Berapa kali bank mengembalikan uang, dari berapa kali diminta membayar.',
  },
  time: 'OVER_TIME',
  cuts: { month: MONTH, year: YEAR },
  facts: () => sql`
    select coalesce(p.person_id, o.participant_id) as person_id, s.step, s.happened_on
    from payout_steps s join payout_steps o on o.payout_id = s.payout_id and o.step = 'ORDERED'
    left join people p on p.participant_id = o.participant_id
    where s.step in ('INSTRUCTED', 'RETURNED')`,
  parts: [behind(sql`step = 'RETURNED'`)],
  measures: [
    {
      name: 'instructed',
      words: { en: 'instructions', id: 'instruksi' },
      unit: 'COUNT',
      of: sql`count(*) filter (where step = 'INSTRUCTED')`,
    },
    {
      name: 'returned',
      words: { en: 'came back', id: 'kembali' },
      unit: 'COUNT',
      of: sql`count(*) filter (where step = 'RETURNED')`,
    },
    {
      name: 'percent',
      words: { en: 'share', id: 'bagian' },
      unit: 'PERCENT',
      from: ({ returned, instructed }) => percent(returned, instructed),
    },
  ],
};

export const MONEY_INDICATORS: readonly Indicator[] = [
  contributionsIndicator,
  claimsPaid,
  claimsRatio,
  lateCompensation,
  scholarshipsProjected,
  scholarshipsPaid,
  returnRate,
];
