import { type ComparedWithLaw, askedAgain, comparedWithLaw } from '#contexts/claims/facts';
import { Rejection, type Rupiah } from '#kernel';
import { type Calculation, type Reform, calculate, underReform } from '#law';
import type { ComputedDecision } from './computed-decision.js';

/** What came of computing a decision again. */
export type Recomputed =
  | ComparedWithLaw
  /** Nobody can open what it was computed from any more. */
  | { readonly outcome: 'ERASED' }
  /** The calculator does not take these inputs any more. */
  | { readonly outcome: 'NOT_COMPUTABLE'; readonly code: string };

/** Computes a decision again from the inputs that it stored, with the rules that applied on the day of the event. */
export function recompute(decision: ComputedDecision): Recomputed {
  const answer = answerTo(decision);
  if (answer === 'ERASED') return { outcome: 'ERASED' };
  if (answer instanceof Rejection) return { outcome: 'NOT_COMPUTABLE', code: answer.code };
  return comparedWithLaw(decision, answer);
}

/** What the same inputs come to under a reform, Rp; undefined where nobody can say. */
export function totalUnder(reform: Reform, decision: ComputedDecision): Rupiah | undefined {
  const answer = underReform(reform, () => answerTo(decision));
  return answer === 'ERASED' || answer instanceof Rejection ? undefined : answer.totalIdr;
}

const answerTo = ({ inputs, calculator }: ComputedDecision): Calculation | Rejection | 'ERASED' =>
  inputs ? askedAgain(() => calculate({ ...inputs, calculator })) : 'ERASED';
