import { type AuthorityNeeded, type Policy, type Rupiah, enforce, rupiah, totalOf } from '#kernel';
import type { Assessment } from './claim.js';
import type { ClaimComponent } from './claim.events.js';
import type { ApprovedPart, PartStanding } from './decision.events.js';
import type { Basis } from './programme.js';
import { decisionRefusals } from './decision.refusals.js';
import { unfitting } from './said-due.js';
import { ofClaimant } from './set-off.js';

/** A component of which less is approved than was calculated (reference 2.7). */
export interface PartInput {
  readonly code: string;
  /** What of it is approved now; zero for nothing. */
  readonly approvedIdr: Rupiah;
  readonly standing: PartStanding;
}

interface PartGrounds {
  readonly parts: readonly PartInput[];
  readonly assessment: Assessment;
  readonly basis: Basis;
  readonly needed: AuthorityNeeded;
}

/** Each once, and none that facilities are paid: that follows from their invoices. */
const ofTheCalculation: Policy<PartGrounds> = {
  name: 'of-the-calculation',
  check({ parts, assessment: { components }, basis: { programme } }) {
    const once = components.filter(
      ({ code, payee }) => payee !== 'PLKK' && components.filter((one) => one.code === code).length === 1,
    );
    return unfitting(parts, { code: programme.code, determinable: once.map(({ code }) => code) });
  },
};

const lessThanCalculated: Policy<PartGrounds> = {
  name: 'less-than-calculated',
  check: ({ parts, assessment: { components } }) =>
    parts.some(({ code, approvedIdr }) => approvedIdr >= calculatedOf(components, code))
      ? decisionRefusals.NOT_LESS_THAN_CALCULATED()
      : undefined,
};

/** Arrears are deducted from what the claimant is paid: that has to be more than they are. */
const somethingIsLeft: Policy<PartGrounds> = {
  name: 'something-is-left',
  check({ parts, assessment }) {
    const left = totalOf(ofClaimant(lessParts(assessment.components, parts)));
    return left <= (assessment.deduction?.amountIdr ?? 0)
      ? decisionRefusals.NOTHING_LEFT_TO_APPROVE()
      : undefined;
  },
};

/** The second of two would approve something else than the first has. */
const byOnePerson: Policy<PartGrounds> = {
  name: 'by-one-person',
  check: ({ needed }) => (needed.persons > 1 ? decisionRefusals.IN_PART_BY_ONE() : undefined),
};

/** In this order; the first refusal wins. */
const PART_POLICIES: readonly Policy<PartGrounds>[] = [
  byOnePerson,
  ofTheCalculation,
  lessThanCalculated,
  somethingIsLeft,
];

/** @throws Rejection the code of the first policy that objects to what is approved in part */
export const requireParts = (grounds: PartGrounds): void => enforce(PART_POLICIES, grounds);

/** What is recorded of each part. */
export const partsOf = (
  parts: readonly PartInput[],
  { components }: Pick<Assessment, 'components'>,
): readonly ApprovedPart[] =>
  parts.map((part) => {
    const [component] = components.filter(({ code }) => code === part.code);
    return {
      ...part,
      ...(component && { payee: component.payee }),
      calculatedIdr: calculatedOf(components, part.code),
    };
  });

/** The components as they are approved; one of which nothing is approved is none. */
export const lessParts = <Component extends Pick<ClaimComponent, 'code' | 'amountIdr'>>(
  components: readonly Component[],
  parts: readonly Pick<PartInput, 'code' | 'approvedIdr'>[] = [],
): readonly Component[] =>
  components
    .map((component) => {
      const part = parts.find(({ code }) => code === component.code);
      return part ? { ...component, amountIdr: part.approvedIdr } : component;
    })
    .filter(({ amountIdr }) => amountIdr > 0);

/** What was cut stays cut: as much less than is calculated later, once, also where the component is shared out among payees by then. */
export const lessCuts = (
  components: readonly ClaimComponent[],
  parts: readonly ApprovedPart[],
): readonly ClaimComponent[] =>
  parts.filter(({ standing }) => standing === 'CUT').reduce(lessCut, components);

/** Of whoever it was cut first, or of whoever claims where that was not said. */
function lessCut(components: readonly ClaimComponent[], cut: ApprovedPart): readonly ClaimComponent[] {
  const { code, calculatedIdr, approvedIdr } = cut;
  const isFirst = (one: ClaimComponent) =>
    cut.payee ? one.payee === cut.payee : ofClaimant([one]).length > 0;
  const same = components.filter((one) => one.code === code);
  let left = calculatedIdr - approvedIdr;
  const lessIdr = new Map<ClaimComponent, number>();
  for (const one of [...same.filter(isFirst), ...same.filter((other) => !isFirst(other))]) {
    lessIdr.set(one, Math.min(left, one.amountIdr));
    left -= Math.min(left, one.amountIdr);
  }
  return components
    .map((one) => ({ ...one, amountIdr: rupiah(one.amountIdr - (lessIdr.get(one) ?? 0)) }))
    .filter(({ amountIdr }) => amountIdr > 0);
}

const calculatedOf = (components: readonly ClaimComponent[], of: string): Rupiah =>
  components.find(({ code }) => code === of)?.amountIdr ?? rupiah(0);
