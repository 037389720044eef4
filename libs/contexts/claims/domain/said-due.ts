import { type Policy, type Refusal, type Rupiah, ZERO_RUPIAH, enforce, rupiah } from '#kernel';
import { afterDecisionRefusals } from './after-decision.refusals.js';
import type { OpenedAgainBy } from './claim-by-people.events.js';
import type { DeterminationGround, SaidScholarship } from './left-to-people.events.js';
import type { Interim } from './interim.js';
import { leftToPeopleRefusals } from './left-to-people.refusals.js';
import type { Basis, Programme } from './programme.js';
import { scholarshipFits } from './said-scholarship.js';

/** What a person says a claim comes to, in place of the calculation (reference 2.7). */
export interface SaidDue {
  readonly ground: DeterminationGround;
  /** What is due in all; of an approved claim what persons are, and none where nothing is. */
  readonly components: readonly { readonly code: string; readonly amountIdr: Rupiah }[];
  /** Whether children get a scholarship by it; as the law says for such a benefit where nobody says. */
  readonly scholarship?: SaidScholarship;
  /** Why, in words, and what shows it. */
  readonly reason: string;
  readonly evidence: string;
}

/** What was paid before the end is no part of what is left to pay; `lessInterimIdr` is undefined where nothing was. */
export function lessInterim(
  said: SaidDue['components'],
  interim: Pick<Interim, 'paidIdr'> | undefined,
  { programme }: Pick<Basis, 'programme'>,
): { readonly components: SaidDue['components']; readonly lessInterimIdr?: Rupiah } {
  if (!interim?.paidIdr) return { components: said };
  const paidBefore = said.find(({ code }) => code === programme.paidInInterims)?.amountIdr ?? ZERO_RUPIAH;
  const lessInterimIdr = rupiah(Math.min(paidBefore, interim.paidIdr));
  const components = said
    .map(({ code, amountIdr }) =>
      code === programme.paidInInterims
        ? { code, amountIdr: rupiah(amountIdr - lessInterimIdr) }
        : { code, amountIdr },
    )
    .filter(({ amountIdr }) => amountIdr > 0);
  return { components, lessInterimIdr };
}

/** Each component of which a person says something is one of those, and stands once. */
export function unfitting(
  said: readonly { readonly code: string }[],
  fitting: Pick<Programme, 'code' | 'determinable'>,
): Refusal | undefined {
  const codes = said.map(({ code }) => code);
  return codes.some((code) => !fitting.determinable.includes(code)) || new Set(codes).size < codes.length
    ? leftToPeopleRefusals.COMPONENTS_DO_NOT_FIT(fitting)
    : undefined;
}

interface SaidGrounds {
  readonly said: SaidDue;
  readonly ground: OpenedAgainBy | undefined;
  readonly basis: Basis;
  /** Whether the law leaves what is due to a person, by the facts as they are now. */
  readonly isLeftToAPerson: () => boolean;
}

/** What was approved by the law is not said otherwise without an objection, an authority, an error or a new fact. */
const claimIsOpen: Policy<SaidGrounds> = {
  name: 'claim-is-open',
  check: ({ ground }) => (ground ? undefined : afterDecisionRefusals.NOT_OPENED_AGAIN()),
};

/** What facilities are paid follows from their invoices, and not from what a person says. */
const ofItsProgramme: Policy<SaidGrounds> = {
  name: 'of-its-programme',
  check({ said, basis: { programme } }) {
    const determinable = programme.determinable.filter((code) => code !== programme.careByFacilities);
    return unfitting(said.components, { code: programme.code, determinable });
  },
};

/** What another programme pays is not said here as well, whoever says it. */
export const notPaidByOther: Policy<Pick<SaidGrounds, 'basis'>> = {
  name: 'not-paid-by-other',
  check: ({ basis: { programme, facts } }) =>
    programme.isPaidByOther?.(facts) ? afterDecisionRefusals.PAID_BY_OTHER_PROGRAMME() : undefined,
};

/** An advisory doctor says what somebody has, and not that the law is otherwise than it was found to be. */
export const groundReachesThatFar: Policy<{
  readonly said: Pick<SaidDue, 'ground'>;
  readonly isLeftToAPerson: () => boolean;
}> = {
  name: 'ground-reaches-that-far',
  check: ({ said: { ground }, isLeftToAPerson }) =>
    ground === 'ADVISORY_DOCTOR' && !isLeftToAPerson()
      ? leftToPeopleRefusals.GROUND_DOES_NOT_REACH({ ground })
      : undefined,
};

/** In this order; the first refusal wins. */
const SAID_POLICIES: readonly Policy<SaidGrounds>[] = [
  claimIsOpen,
  notPaidByOther,
  groundReachesThatFar,
  ofItsProgramme,
  scholarshipFits,
];

/** @throws Rejection `NOT_OPENED_AGAIN`, `PAID_BY_OTHER_PROGRAMME`, `GROUND_DOES_NOT_REACH`, `COMPONENTS_DO_NOT_FIT`, `NO_SCHOLARSHIP_FOLLOWS` */
export function requireFitting(said: SaidDue, of: Omit<SaidGrounds, 'said'>): void {
  enforce(SAID_POLICIES, { said, ...of });
}
