import { percent, type Rupiah, rupiah, share } from '#kernel';
import { type Calculation, calculation, decided } from '../kernel/calculation.js';
import { invalid } from '../kernel/input-error.js';
import { refusalOf } from '../kernel/refusal.js';
import { inForce } from '../kernel/rule.js';
import type { MltDecision } from './mlt.decisions.js';
import { MLT_POLICIES, type MltFacts } from './mlt.policies.js';
import { MLT_DEVELOPER_SHARE, MLT_LIMITS } from './mlt.rules.js';

export interface MltInput extends MltFacts {
  /** What the member asks the bank for, rupiah. */
  readonly requestedLoan?: Rupiah;
  /** Of a developer: the budget of the project, rupiah. */
  readonly projectBudget?: Rupiah;
}

/**
 * Manfaat Layanan Tambahan: whether a bank may lend for housing, and how much at most. A loan is never a benefit,
 * so the total is always zero; the limit stands in `memo`.
 * @throws Rejection MISSING_FIELD for a developer without a budget
 */
export function calculateMlt(input: MltInput): Calculation {
  const { applicationDate } = input;
  const refusal = refusalOf(MLT_POLICIES, input);
  if (refusal) return decided(applicationDate, 'MLT', refusal);
  const loanLimitIdr = limitOf(input);
  const { requestedLoan } = input;
  return calculation(applicationDate, [], {
    decision: 'ELIGIBLE_FOR_LOAN' satisfies MltDecision,
    memo: {
      isBenefit: false,
      loanLimitIdr,
      ...(requestedLoan !== undefined && { loanIdr: rupiah(Math.min(requestedLoan, loanLimitIdr)) }),
    },
  });
}

function limitOf(input: MltInput): Rupiah {
  const { kind, applicationDate: on } = input;
  if (kind !== 'DEVELOPER') return inForce(MLT_LIMITS[kind], on).value;
  const { projectBudget } = input;
  if (projectBudget === undefined) throw invalid('MISSING_FIELD', 'projectBudget is needed for DEVELOPER');
  return share(percent(inForce(MLT_DEVELOPER_SHARE, on).value), projectBudget);
}
