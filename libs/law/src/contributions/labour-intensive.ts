import type { LocalDate, Period } from '#kernel';
import type { Bilingual } from '../kernel/provision.js';
import { inForce, lawDayOf, versionOn } from '../kernel/rule.js';
import { inPassing } from '../kernel/watching.js';
import { PP_7_2025_RELIEF, RELIEF_PAID_BY } from './relief.rules.js';

/** What the relief for labour-intensive industry (PP 7/2025, PP 36/2025) rests on, beside the month. */
export interface LabourIntensiveFacts {
  /** The employer is in the labour-intensive industry and meets the conditions of PP 7/2025. */
  readonly labourIntensiveRelief?: boolean;
  /** When the month was paid, or is going to be; in time unless given. */
  readonly paidOn?: LocalDate;
}

/** What the relief says of a month. */
export type LabourIntensive = 'NOT_ASKED' | 'NOT_IN_THIS_MONTH' | 'PAID_TOO_LATE' | 'GIVEN';

/** @param on the day whose law governs the month (E-4) */
export function labourIntensive(facts: LabourIntensiveFacts, on: LocalDate): LabourIntensive {
  if (!versionOn(PP_7_2025_RELIEF, on))
    return inPassing(() => facts.labourIntensiveRelief) ? 'NOT_IN_THIS_MONTH' : 'NOT_ASKED';
  if (!facts.labourIntensiveRelief) return 'NOT_ASKED';
  const { paidOn } = facts;
  return paidOn !== undefined && paidOn > inForce(RELIEF_PAID_BY, on).value ? 'PAID_TOO_LATE' : 'GIVEN';
}

/** The relief for labour-intensive industry in a month. */
export interface ReliefOfMonth {
  /** Percent of JKK that is due. */
  readonly due: string;
  /** The last day on which a month that is still open is paid at the reduced tariff. */
  readonly payBy: LocalDate;
  readonly law: string;
  readonly article: string;
}

/** What employers of labour-intensive industry are relieved of in a month; undefined in every other one. */
export function labourIntensiveReliefIn(month: Period): ReliefOfMonth | undefined {
  const on = lawDayOf(month);
  const relief = versionOn(PP_7_2025_RELIEF, on);
  if (!relief) return undefined;
  const { value, law, article } = relief;
  return { due: value.due, payBy: inForce(RELIEF_PAID_BY, on).value, law, article };
}

/** Why the relief that was asked for is not given. */
export const WITHOUT_RELIEF: Readonly<Partial<Record<LabourIntensive, Bilingual>>> = {
  NOT_IN_THIS_MONTH: {
    id: 'Keringanan industri padat karya tidak berlaku untuk bulan iuran ini.',
    en: 'The relief for labour-intensive industry does not hold for this contribution month.',
  },
  PAID_TOO_LATE: {
    id: 'Dibayar sesudah batas pelunasan keringanan industri padat karya: berlaku tarif penuh.',
    en: 'Paid after the last day of the relief for labour-intensive industry: the full tariff is due.',
  },
};
