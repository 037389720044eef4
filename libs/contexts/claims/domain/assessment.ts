import type { BenefitComponent } from '#law';
import type { BenefitCalculated, ClaimComponent, Payee } from './claim.events.js';
import type { Assessment } from './claim.js';
import type { AssessableClaim, Assessed, Basis } from './programme.js';
import { assessedWithSetOff } from './set-off.js';

/** What the law gives for a claim by the facts as they are now. @throws Rejection when it cannot be said yet */
export function assess(claim: AssessableClaim, basis: Basis): Assessed {
  const assessed = basis.programme.assess(claim, basis.facts);
  const isPending = assessed.calculation.decision === 'PENDING_ARREARS';
  if (!isPending || claim.setOffOn === undefined) return assessed;
  return assessedWithSetOff(claim, basis, assessed) ?? assessed;
}

/** What of it is decided on. */
export function findingOf({
  calculation,
  entitledChildren,
  deduction,
  owedByEmployer = [],
  employers = [],
  eventDate,
}: Assessed): Finding {
  const { components, totalIdr, decision, rule } = calculation;
  const [reason] = components;
  return {
    components: decision ? [] : components.map(financialPart),
    totalIdr,
    ...(decision && reason
      ? {
          refusal: {
            decision,
            rule: rule ?? decision,
            law: reason.law,
            article: reason.article,
            detail: reason.explanation.en,
          },
        }
      : {}),
    entitledChildren,
    ...(deduction && { deduction }),
    ...(owedByEmployer.length > 0 && { owedByEmployer }),
    ...(employers.length > 0 && { employers }),
    ...(eventDate && { eventDate }),
  };
}

/** What it was computed from, and how: that tells of health. */
export interface Proof {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly arithmetic: readonly { readonly code: string; readonly arithmetic: string }[];
}

/** What an event keeps of a calculation under the person's health key: its inputs, and how each component was computed. */
export const proofOf = ({ inputs, calculation: { components } }: Assessed): Proof => ({
  inputs: { ...inputs },
  arithmetic: components.map(({ code, arithmetic }) => ({ code, arithmetic })),
});

/** What somebody is paid or refused by. */
export type Finding = Pick<
  BenefitCalculated['data'],
  | 'components'
  | 'totalIdr'
  | 'refusal'
  | 'entitledChildren'
  | 'deduction'
  | 'owedByEmployer'
  | 'employers'
  | 'eventDate'
>;

/**
 * Whether a calculation would come out the same today, for the same day. Invoices, payments, a conclusion or a child may have come in
 * since.
 * @throws Rejection as `assess`
 */
export function stillHolds(assessment: Assessment, claim: AssessableClaim, basis: Basis): boolean {
  const { eventDate, ...finding } = findingOf(assess(claim, basis));
  // What a person said takes the place of a calculation, which must hold still.
  return eventDate === undefined && outcomeOf(finding) === outcomeOf(assessment.insteadOf ?? assessment);
}

/** Everything that somebody is paid or refused by, as a text to compare. */
function outcomeOf(finding: Finding): string {
  const { components, totalIdr, refusal, entitledChildren, deduction, owedByEmployer = [] } = finding;
  return JSON.stringify([
    components.map(({ code, amountIdr, payee }) => [code, amountIdr, payee]),
    totalIdr,
    refusal?.decision,
    entitledChildren.map(({ childId }) => childId),
    deduction?.amountIdr,
    owedByEmployer.map(({ employerId, code, amountIdr, ground }) => [employerId, code, amountIdr, ground]),
  ]);
}

/** The part of a component that says nothing of somebody's health. */
function financialPart({ code, amountIdr, law, article, payee }: BenefitComponent): ClaimComponent {
  return { code, amountIdr, law, article: withoutTableRow(article), payee: payeeOf(payee) };
}

/** The row of the disability table (`Annex III, row 17-18`) would tell the injury. */
export const withoutTableRow = (article: string) => article.replace(/, row .+$/, '');

function payeeOf(payee: BenefitComponent['payee']): Payee {
  return payee === undefined || payee === 'CHILD' ? 'PARTICIPANT' : payee;
}
