import { daysBetween, type LocalDate, type Rupiah } from '#kernel';
import { type Calculation, calculation, decided } from '../kernel/calculation.js';
import type { InputValue } from '../kernel/component.js';
import { invalid } from '../kernel/input-error.js';
import { refusalOf } from '../kernel/refusal.js';
import { versionOn } from '../kernel/rule.js';
import type { Segment } from '../kernel/segment.js';
import { medicalCare } from './jkk-expenses.js';
import type { JkkDecision } from './jkk.decisions.js';
import { type Conclusion, eventIsWorkAccident } from './jkk.policies.js';
import { JKK_SUSPECTED_DAYS } from './jkk.rules.js';

export interface SuspectedCaseInput {
  readonly accidentDate: LocalDate;
  readonly segment?: Segment;
  readonly stageIReceived: LocalDate;
  /** Both or neither: the day of the conclusion and the conclusion. */
  readonly concludedOn?: LocalDate;
  readonly conclusion?: Conclusion;
  /** Cost of care so far, rupiah. */
  readonly medicalCost: Rupiah;
  /** Whether a PLKK gave the care. */
  readonly plkk?: boolean;
}

/**
 * A suspected work accident (dugaan, PP 49/2023 Art. 25A): care is guaranteed until the conclusion, due within 30
 * days of stage I. Concluded as a work accident, care becomes a JKK benefit; if not, others bear it.
 * Before 2023-10 there is no guarantee. A late conclusion changes nothing in the amounts; `memo` tells the days.
 */
export function calculateSuspectedCase(input: SuspectedCaseInput): Calculation {
  const { accidentDate, conclusion } = input;
  checkOrder(input);
  const memo = conclusionTimes(input);
  const refusal = refusalOf([eventIsWorkAccident], { segment: 'PU', eventDate: accidentDate, conclusion });
  if (refusal) return decided(accidentDate, 'JKK', refusal, { nonJkkMedicalIdr: input.medicalCost, ...memo });
  if (conclusion === undefined) {
    const guaranteed = versionOn(JKK_SUSPECTED_DAYS, accidentDate) !== undefined;
    return calculation(accidentDate, [], {
      decision: guaranteed
        ? ('CARE_GUARANTEED' satisfies JkkDecision)
        : ('NOT_GUARANTEED' satisfies JkkDecision),
      ...memo,
    });
  }
  const { medicalCost, plkk } = input;
  const care = medicalCare(
    accidentDate,
    plkk ? { plkkInvoice: medicalCost } : { medicalReceipts: medicalCost },
    { statedIn: 'medicalCost' },
  );
  return calculation(accidentDate, care, {
    decision: 'CONCLUDED_WORK_ACCIDENT' satisfies JkkDecision,
    ...memo,
  });
}

function checkOrder({ accidentDate, stageIReceived, concludedOn, conclusion }: SuspectedCaseInput): void {
  if (stageIReceived < accidentDate)
    throw invalid('DATES_OUT_OF_ORDER', 'stageIReceived is before accidentDate');
  if (concludedOn && concludedOn < stageIReceived) {
    throw invalid('DATES_OUT_OF_ORDER', 'concludedOn is before stageIReceived');
  }
  if ((concludedOn === undefined) !== (conclusion === undefined)) {
    throw invalid('MISSING_FIELD', 'concludedOn and conclusion belong together');
  }
}

function conclusionTimes(input: SuspectedCaseInput): { memo?: Record<string, InputValue> } {
  const limit = versionOn(JKK_SUSPECTED_DAYS, input.accidentDate);
  if (!limit || !input.concludedOn) return {};
  const conclusionDays = daysBetween(input.stageIReceived, input.concludedOn);
  return { memo: { conclusionDays, conclusionDaysLate: Math.max(0, conclusionDays - limit.value) } };
}
