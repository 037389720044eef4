import type { LocalDate } from '#kernel';
import { type Calculation, calculation } from '../kernel/calculation.js';
import { type BenefitComponent, component, refusalComponent } from '../kernel/component.js';
import { money } from '../kernel/expression.js';
import { invalid } from '../kernel/input-error.js';
import { type BenefitRefusal, refusalOf, refuse } from '../kernel/refusal.js';
import { inForce, versionOn } from '../kernel/rule.js';
import { withFacts } from '../kernel/watching.js';
import { type PaidTo, paidTo } from './guardian.js';
import { SCHOLARSHIP_POLICIES, type SchoolYear } from './scholarship.policies.js';
import { SCHOLARSHIP_CHILDREN, SCHOLARSHIP_LEVELS, SCHOLARSHIP_ONCE } from './scholarship.rules.js';

export interface ScholarshipYearInput {
  /** The accident or the death that gave the right. */
  readonly eventDate: LocalDate;
  /** The school year claimed; a back year is payable when the child did study. */
  readonly claimYear: number;
  /** In the order the member registered them. */
  readonly children: readonly SchoolYear[];
  /** Events before 2019-12-02: whether the one payment was already made. */
  readonly alreadyPaid?: boolean;
}

/**
 * What the scholarship pays for one year (beasiswa, section 5), child by child. A refused child is listed with
 * zero rupiah; `decision` is set when no child is paid.
 * @throws Rejection DATES_OUT_OF_ORDER for a year before the event
 */
export function calculateScholarshipYear(input: ScholarshipYearInput): Calculation {
  const { eventDate, claimYear, children } = input;
  inForce(SCHOLARSHIP_CHILDREN, eventDate);
  if (claimYear < Number(eventDate.slice(0, 4))) {
    throw invalid('DATES_OUT_OF_ORDER', 'The claim year is before the event');
  }
  const answers = children.map((child, childIndex) => answerFor(input, child, childIndex));
  const components = answers.map(({ listed }) => listed);
  const paid = calculation(eventDate, components);
  const refusals = answers.flatMap(({ refusal }) => refusal ?? []);
  const [first] = refusals;
  const payees = payeesOf(children, answers);
  const nobodyPaid = first !== undefined && refusals.length === answers.length;
  return {
    ...paid,
    components,
    ...(payees && { memo: { paidTo: payees } }),
    ...(nobodyPaid && { decision: first.code, ...(first.rule && { rule: first.rule }) }),
  };
}

/** To whom each child that is paid is paid, by its place in the list, where guardians are told. */
function payeesOf(
  children: readonly SchoolYear[],
  answers: readonly Answer[],
): Record<string, PaidTo> | undefined {
  const told = children.flatMap((child, at) =>
    answers[at]!.refusal === undefined && child.guardians !== undefined
      ? [[`children.${at}`, paidTo(child)] as const]
      : [],
  );
  return told.length > 0 ? Object.fromEntries(told) : undefined;
}

interface Answer {
  readonly listed: BenefitComponent;
  readonly refusal?: BenefitRefusal;
}

function answerFor(input: ScholarshipYearInput, child: SchoolYear, childIndex: number): Answer {
  const { eventDate, claimYear } = input;
  const once = versionOn(SCHOLARSHIP_ONCE, eventDate);
  const refusal =
    refusalOf(SCHOLARSHIP_POLICIES, withFacts(child, { eventDate, claimYear, childIndex })) ??
    (once && input.alreadyPaid ? refuse('REJECTED_ALREADY_PAID', once, ALREADY_PAID) : undefined);
  if (refusal) return { listed: refusalComponent('SCHOLARSHIP', refusal), refusal };
  const inputs = { claimYear, level: child.level, yearInLevel: child.yearInLevel };
  if (once) {
    return {
      listed: component(SCHOLARSHIP_ONCE, once, {
        expression: money(once.value, once),
        inputs,
        payee: 'CHILD',
      }),
    };
  }
  const rule = SCHOLARSHIP_LEVELS[child.level];
  const version = inForce(rule, eventDate);
  const expression = money(version.value.perYear, version, 'perYear');
  return { listed: component(rule, version, { expression, inputs, payee: 'CHILD' }) };
}

const ALREADY_PAID = {
  id: 'Beasiswa menurut PP 44/2015 dibayar satu kali dan sudah dibayarkan.',
  en: 'Under PP 44/2015 the scholarship is paid once, and it has been paid.',
};
