import { opened, rupiah } from '#kernel';
import type { ClaimRow } from './claim.tables.js';
import type { Recorded } from './claim-columns.js';

/** What was calculated before the end of the treatment; of an erased person nobody knows the days any more. */
export const interimOf =
  ({ data }: Recorded<'InterimCalculated'>) =>
  ({ interims }: ClaimRow): Partial<ClaimRow> => {
    const { assessorId, totalIdr, effectiveOn: calculatedOn } = data;
    const { unableFrom = null, unableUntil = null } = opened(data.health) ?? {};
    const days = { unableFrom, unableUntil };
    const undecided = { standing: 'CALCULATED' as const, deciderId: null, decidedOn: null };
    const unpaid = { paidIdr: rupiah(0), approvalId: null, payments: [] };
    const others = interims.filter(({ standing }) => standing !== 'CALCULATED');
    return {
      interims: [...others, { ...days, totalIdr, assessorId, calculatedOn, ...undecided, ...unpaid }],
    };
  };

/** Whoever decides about it decides about what was calculated last. */
export const interimDecided =
  (decided: Partial<ClaimRow['interims'][number]>) =>
  ({ interims }: ClaimRow): Partial<ClaimRow> => ({
    interims: interims.map((one) => (one.standing === 'CALCULATED' ? { ...one, ...decided } : one)),
  });

/** What nobody has decided is calculated anew, once the claim moves on. */
export const withoutUndecided = ({ interims }: Pick<ClaimRow, 'interims'>): Pick<ClaimRow, 'interims'> => ({
  interims: interims.filter(({ standing }) => standing !== 'CALCULATED'),
});
