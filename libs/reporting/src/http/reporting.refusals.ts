import { conflict, notFound, refusals } from '#kernel';
import { INDICATORS } from '../indicators/index.js';
import { MOST_GROUPS } from '../tables/aggregate.js';
import { MOST_CUTS } from '../tables/report-table.js';

const FEWER = [{ en: 'fewer cuts', id: 'rincian yang lebih sedikit' }];

/** Why the reporting service refuses a question, or what somebody wants to do about a message that was put aside. */
export const reportingRefusals = refusals({
  REPORT_UNKNOWN: notFound(
    { en: 'There is no report of this name', id: 'Tidak ada laporan dengan nama ini' },
    { allowed: INDICATORS.map(({ name }) => ({ en: name, id: name })) },
  ),
  REPORT_CUTS_TOO_MANY: conflict(
    {
      en: `At most ${MOST_CUTS} cuts are used together, those of which one value is asked for with them: more would tell of too few people`,
      id: `Paling banyak ${MOST_CUTS} rincian dipakai bersama, termasuk yang dibatasi pada satu nilai: lebih dari itu akan menyangkut terlalu sedikit orang`,
    },
    { allowed: FEWER },
  ),
  REPORT_TOO_LARGE: conflict(
    {
      en: `The report would have more than ${MOST_GROUPS} groups`,
      id: `Laporan akan berisi lebih dari ${MOST_GROUPS} kelompok`,
    },
    { allowed: FEWER },
  ),
  REPORT_IS_OVER_TIME: conflict(
    {
      en: 'This report is over time and of no single day',
      id: 'Laporan ini sepanjang waktu, bukan untuk satu hari',
    },
    {
      allowed: [
        { en: 'no `on`; months and years are cuts', id: 'tanpa `on`; bulan dan tahun adalah rincian' },
      ],
    },
  ),
  REPORT_AFTER_UNKNOWN: conflict(
    {
      en: 'Events come from Kafka, whose partitions are read at their own pace: nobody knows whether everything up to a position is counted',
      id: 'Peristiwa datang dari Kafka, yang partisinya dibaca menurut kecepatan masing-masing: tidak diketahui apakah semua sampai suatu posisi sudah dihitung',
    },
    { allowed: [{ en: 'no `after`', id: 'tanpa `after`' }] },
  ),
  DEAD_LETTER_NOT_FOUND: notFound({
    en: 'No message with this id was put aside',
    id: 'Tidak ada pesan dengan id ini yang dikesampingkan',
  }),
  DEAD_LETTER_CLOSED: conflict({
    en: 'This message does not wait any more: it was taken in or given up',
    id: 'Pesan ini tidak menunggu lagi: sudah diterima atau dilepaskan',
  }),
});
