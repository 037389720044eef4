import type { LocalDate, Rupiah } from '#kernel';
import { type Calculation, calculation, decided } from '../kernel/calculation.js';
import { component } from '../kernel/component.js';
import { amountOf, atMost, money, product, rate, sum } from '../kernel/expression.js';
import { invalid } from '../kernel/input-error.js';
import { NEWEST_LAW } from '../kernel/laws.js';
import { refusalOf } from '../kernel/refusal.js';
import { inForce } from '../kernel/rule.js';
import { withFacts } from '../kernel/watching.js';
import { BEFORE_A_PARTIAL, type TaxFacts, withTaxMemo } from '../tax/tax-memo.js';
import { JHT_FULL_POLICIES, JHT_PARTIAL_POLICIES } from './jht.policies.js';
import { JHT_BALANCE, JHT_PARTIAL_SHARE, type JhtPurpose, type JhtReason } from './jht.rules.js';

/** The personal account: either its balance, or the contributions and the development credited on them. */
export interface JhtAccount {
  readonly contributionsPaid?: Rupiah;
  readonly developmentCredited?: Rupiah;
  readonly balance?: Rupiah;
}

export interface JhtFullInput extends JhtAccount, TaxFacts {
  readonly reason: JhtReason;
  /** The last day of work; needed where a waiting period runs from it. */
  readonly stopDate?: LocalDate;
  readonly claimDate?: LocalDate;
  readonly ageAtClaim?: number;
}

/**
 * Jaminan Hari Tua in full: all contributions and their development (PP 46/2015 Art. 22), one month after a
 * resignation or termination. The tax on it is a memo beside it.
 * @throws Rejection MISSING_FIELD, CONTRADICTION, DATES_OUT_OF_ORDER
 */
export function calculateJhtFull(input: JhtFullInput): Calculation {
  const eventDate = input.stopDate ?? input.claimDate ?? NEWEST_LAW;
  const refusal = refusalOf(JHT_FULL_POLICIES, withFacts(input, { eventDate }));
  if (refusal) return decided(eventDate, 'JHT', refusal);
  const { contributionsPaid, developmentCredited, balance, reason } = input;
  const paid = calculation(eventDate, [
    component(JHT_BALANCE, inForce(JHT_BALANCE, eventDate), {
      expression: savings(input),
      inputs: { contributionsPaid, developmentCredited, balance, reason },
      payee: reason === 'DEATH' ? 'HEIR' : 'PARTICIPANT',
    }),
  ]);
  return withTaxMemo(paid, input.claimDate ?? eventDate, input);
}

/** Contributions plus development, or the balance as it is. */
export function savings({ contributionsPaid, developmentCredited, balance }: JhtAccount) {
  const parts = [
    ...(contributionsPaid === undefined ? [] : [money(contributionsPaid, 'contributionsPaid')]),
    ...(developmentCredited === undefined ? [] : [money(developmentCredited, 'developmentCredited')]),
  ];
  if (parts.length > 0 && balance !== undefined) {
    throw invalid('CONTRADICTION', 'Give the balance or its parts, not both');
  }
  if (balance !== undefined) return money(balance, 'balance');
  if (contributionsPaid === undefined) throw invalid('MISSING_FIELD', 'contributionsPaid is needed');
  return sum(...parts);
}

export interface JhtPartialInput extends JhtAccount, TaxFacts {
  readonly membershipMonths: number;
  readonly purpose: JhtPurpose;
  readonly previousPartial?: boolean;
  /** What the participant asks for; the most allowed unless given. */
  readonly requested?: Rupiah;
  readonly claimDate?: LocalDate;
}

/** A part of JHT while still working, once, after 10 years: up to 30 % for a house or 10 % to prepare for retirement. */
export function calculateJhtPartial(input: JhtPartialInput): Calculation {
  const { purpose, claimDate: eventDate = NEWEST_LAW } = input;
  const refusal = refusalOf(JHT_PARTIAL_POLICIES, withFacts(input, { eventDate }));
  if (refusal) return decided(eventDate, 'JHT', refusal);
  const { contributionsPaid, developmentCredited, balance, requested } = input;
  const rule = JHT_PARTIAL_SHARE[purpose];
  const version = inForce(rule, eventDate);
  const most = product(rate(version.value, version), savings(input));
  const paid = calculation(eventDate, [
    component(rule, version, {
      expression:
        requested === undefined ? most : atMost(amountOf(most), money(requested, 'requested'), () => most),
      inputs: { contributionsPaid, developmentCredited, balance, purpose, requested },
      payee: 'PARTICIPANT',
    }),
  ]);
  return withTaxMemo(paid, eventDate, input, BEFORE_A_PARTIAL);
}
