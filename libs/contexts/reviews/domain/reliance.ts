import { assertNever, stream } from '#kernel';
import type { BenefitRestsOnEmployer, RelianceEvent } from './review.events.js';

/** A benefit that rests on an employer, as it was calculated last. */
export type Reliance = Omit<BenefitRestsOnEmployer['data'], 'employerId' | 'effectiveOn'>;

/** What rests on one employer. */
export interface RelianceState {
  /** Each benefit once. */
  readonly benefits: readonly Reliance[];
  /** What came late already, as `keyOf` names it. */
  readonly noted: readonly string[];
}

/** A fact that came late for a benefit. */
export const keyOf = (causeId: string, benefitId: string): string => `${causeId}/${benefitId}`;

/** Folds a `reliance-<employerId>` stream. */
export const reliances = stream<RelianceState, RelianceEvent>('reliance', {
  initial: { benefits: [], noted: [] },
  evolve(state, event) {
    switch (event.type) {
      case 'BenefitRestsOnEmployer': {
        const { employerId: _of, effectiveOn: _on, ...reliance } = event.data;
        const others = state.benefits.filter(({ benefit }) => benefit.id !== reliance.benefit.id);
        return { ...state, benefits: [...others, reliance] };
      }
      case 'EmployerFactCameLate': {
        const { causeId, benefit } = event.data;
        return { ...state, noted: [...state.noted, keyOf(causeId, benefit.id)] };
      }
      default:
        return assertNever(event, 'reliance event');
    }
  },
});
