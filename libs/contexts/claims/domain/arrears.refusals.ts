import { type LocalDate, type Period, conflict, refusals } from '#kernel';
import { CALCULATE_AGAIN, PAY_ARREARS, NOTHING } from './ways-out.js';

/** Why a claim for which contributions are in arrears does not go on, or is not denied for them. */
export const arrearsRefusals = refusals({
  ARREARS_STILL_UNPAID: conflict(
    ({ unpaid }: { unpaid: readonly Period[] }) => ({
      en: `The claim was denied for its arrears, and of these ${unpaid.join(', ')} are unpaid still`,
      id: `Klaim ditolak karena tunggakan, dan ${unpaid.join(', ')} masih belum dibayar`,
    }),
    { allowed: [PAY_ARREARS] },
  ),
  RIGHT_LAPSED: conflict(
    ({ lapsesAfter }: { lapsesAfter: LocalDate }) => ({
      en: `The arrears were paid after ${lapsesAfter}, when the right had lapsed: the claim stays denied`,
      id: `Tunggakan dibayar setelah ${lapsesAfter}, ketika hak sudah kedaluwarsa: klaim tetap ditolak`,
    }),
    { allowed: [NOTHING] },
  ),
  ARREARS_NOTICE_RUNS: conflict(
    ({ settleBy }: { settleBy: LocalDate }) => ({
      en: `The arrears may be paid until ${settleBy}: before that the claim is not denied for them`,
      id: `Tunggakan dapat dibayar sampai ${settleBy}: sebelum itu klaim tidak ditolak karenanya`,
    }),
    { allowed: [PAY_ARREARS] },
  ),
  ARREARS_NOT_NOTIFIED: conflict(
    {
      en: 'The claim was held by an earlier release, which set no day until which its arrears are asked for',
      id: 'Klaim ditangguhkan oleh versi sebelumnya, yang tidak menetapkan batas waktu pelunasan tunggakan',
    },
    { allowed: [CALCULATE_AGAIN] },
  ),
  ARREARS_ARE_SETTLED: conflict(
    { en: 'The arrears are settled', id: 'Tunggakan sudah dilunasi' },
    { allowed: [CALCULATE_AGAIN] },
  ),
});
