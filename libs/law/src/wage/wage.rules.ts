import { PP_44, PP_44_FROM } from '../kernel/laws.js';
import type { Rule } from '../kernel/rule.js';

export const WORK_WEEKS = [5, 6] as const;

export type WorkWeek = (typeof WORK_WEEKS)[number];

/** How a wage that is not monthly becomes a month: days by working week, or the months the mean is taken of. */
export interface WageConversion {
  readonly daysInMonth: Readonly<Record<WorkWeek, number>>;
  readonly pieceMonths: number;
  readonly weatherMonths: number;
}

/** Upah harian, borongan, atau tergantung cuaca (section 1.3). */
export const WAGE_CONVERSION: Rule<WageConversion> = {
  id: 'WAGE_MONTHLY',
  title: { id: 'Upah sebulan', en: 'Monthly wage' },
  unit: 'days a month by working week; months of the mean',
  versions: [
    {
      from: PP_44_FROM,
      law: PP_44,
      article: 'Art. 19 (from memory)',
      sources: [],
      confidence: 'H',
      value: { daysInMonth: { 5: 21, 6: 25 }, pieceMonths: 3, weatherMonths: 12 },
    },
  ],
};
