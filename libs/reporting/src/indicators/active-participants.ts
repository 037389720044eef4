import { sql } from '#postgres';
import type { Indicator } from './indicator.js';

/** I-01 and I-02. */
export const activeParticipants: Indicator = {
  code: 'I-01',
  name: 'active-participants',
  version: 1,
  title: { en: 'Active participants', id: 'Peserta aktif' },
  about: {
    en: 'Persons with at least one membership that is active, or waits for arrears, on the day. Each counts once; by segment once in each, so that segments may add up to more.',
    id: 'Orang yang pada hari itu mempunyai sekurangnya satu kepesertaan yang aktif atau menunggu pelunasan tunggakan. Setiap orang dihitung sekali; menurut segmen sekali di setiap segmen, sehingga jumlah segmen dapat lebih besar.',
  },
  time: 'ON_A_DAY',
  cuts: {
    segment: sql`segment`,
    occupationGroup: sql`occupation_group`,
    channel: sql`channel`,
    payer: sql`payer`,
    sponsor: sql`sponsor_id::text`,
    district: sql`district`,
    branch: sql`branch`,
  },
  facts: (on) => sql`
    select person_id, segment, occupation_group, channel, payer, sponsor_id, district, branch
    from memberships where from_on <= ${on} and (until_on is null or until_on > ${on})`,
  measures: [
    {
      name: 'memberships',
      words: { en: 'memberships', id: 'kepesertaan' },
      unit: 'COUNT',
      of: sql`count(*)`,
    },
  ],
};
