import { type LocalDate, type Rupiah, rupiah, ZERO_RUPIAH } from '#kernel';
import { type BenefitComponent, type InputValue, type Payee, refusalComponent } from './component.js';
import { ruleSetVersionOn } from './laws.js';
import type { Bilingual, Confidence } from './provision.js';
import { merged } from './merged.js';
import { isUnderReform } from './reform.js';
import type { BenefitRefusal } from './refusal.js';

/** A figure beside the total: one, or several by name. */
export type MemoValue = InputValue | Readonly<Record<string, InputValue>>;

/** Why an employer owes something itself. */
export type OwedGround =
  | 'NEVER_REGISTERED'
  | 'ARREARS_OVER_3M'
  | 'LATE_STAGE_ONE'
  | 'WAGE_SHORTFALL'
  | 'PROGRAMME_NOT_JOINED'
  | 'CONTRIBUTIONS_DUE';

/** One line of what the employer owes. Its code is that of the component that BPJS would pay or bill. */
export interface OwedComponent extends BenefitComponent {
  readonly ground: OwedGround;
  /** Whether BPJS pays it back to the employer, after what the ground asks for. */
  readonly reimbursable: boolean;
}

/** How a payment is taxed (PPh 21): information beside the benefit, which stays gross. */
export interface TaxMemo {
  readonly regime: 'FINAL_PP_68_2009' | 'PROGRESSIVE_ART_17';
  /** What of the payment is taxed at all, whole rupiah. */
  readonly taxableIdr: Rupiah;
  readonly taxIdr: Rupiah;
  /** The payment less the tax. */
  readonly netIdr: Rupiah;
  /** What the participant has to know before choosing. */
  readonly note?: Bilingual;
  readonly law: string;
  readonly article: string;
  readonly confidence: Confidence;
  readonly arithmetic: string;
}

/** The answer of a calculator. Amounts are whole rupiah. */
export interface Calculation {
  /** Names the law applied; store it with the decision. One that ends in `+reform` is no law: nothing may be decided by it. */
  readonly ruleSetVersion: string;
  readonly components: readonly BenefitComponent[];
  readonly totalIdr: Rupiah;
  /** Present when the result is a decision rather than a sum: `REJECTED_EXPIRED`, `PENDING_ARREARS`, `ACTIVE`. */
  readonly decision?: string;
  /** The name of the policy that refused. */
  readonly rule?: string;
  /** Figures that do not change the total. */
  readonly memo?: Readonly<Record<string, MemoValue>>;
  /** What the employer owes beside what BPJS pays; never part of `totalIdr`. There where an employer may owe something. */
  readonly owedByEmployer?: readonly OwedComponent[];
  readonly owedByEmployerTotalIdr?: Rupiah;
  /** Of a lump sum that is taxed. The total is gross. */
  readonly taxMemo?: TaxMemo;
  /** Component code to payee, where payees differ. */
  readonly payees?: Readonly<Record<string, Payee>>;
  /** Cost of care that is not for JKK to bear. */
  readonly nonJkkMedicalIdr?: Rupiah;
  /** Fields of the request that played no part, each by its path (`injuries.0.units`); told by an answer to a request. */
  readonly ignoredFields?: readonly string[];
}

/** Adds up components. An ordinary component of zero rupiah is not listed. */
export function calculation(
  eventDate: LocalDate,
  components: readonly BenefitComponent[],
  extra: Partial<Calculation> = NOTHING,
): Calculation {
  const listed = components.filter(({ amountIdr }) => amountIdr !== 0);
  const ruleSetVersion = ruleSetApplied(eventDate);
  const totalIdr = rupiah(listed.reduce((sum, { amountIdr }) => sum + amountIdr, 0));
  const payees = payeesWhereTheyDiffer(listed);
  const result: Calculation = payees
    ? { ruleSetVersion, components: listed, totalIdr, payees }
    : { ruleSetVersion, components: listed, totalIdr };
  return extra === NOTHING ? result : merged(result, extra);
}

const NOTHING: Partial<Calculation> = {};

const ruleSetApplied = (eventDate: LocalDate) =>
  isUnderReform() ? `${ruleSetVersionOn(eventDate)}+reform` : ruleSetVersionOn(eventDate);

function payeesWhereTheyDiffer(components: readonly BenefitComponent[]): Calculation['payees'] {
  const payees: Record<string, Payee> = {};
  let first: Payee | undefined;
  let differ = false;
  for (const { code, payee } of components) {
    if (!payee) continue;
    first ??= payee;
    differ ||= payee !== first;
    payees[code] = payee;
  }
  return differ ? payees : undefined;
}

/** A single component of zero rupiah that says what was decided, and why. */
export function decided(
  eventDate: LocalDate,
  programme: string,
  refusal: BenefitRefusal,
  extra: Partial<Calculation> = {},
): Calculation {
  return {
    ruleSetVersion: ruleSetApplied(eventDate),
    components: [refusalComponent(programme, refusal)],
    totalIdr: ZERO_RUPIAH,
    decision: refusal.code,
    ...(refusal.rule && { rule: refusal.rule }),
    ...extra,
  };
}
