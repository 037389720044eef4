import { type Policy, type Rupiah, enforce } from '#kernel';
import { afterDecisionRefusals } from './after-decision.refusals.js';
import type { OpenedAgainBy } from './claim-by-people.events.js';
import type { DeterminationGround } from './left-to-people.events.js';
import { leftToPeopleRefusals } from './left-to-people.refusals.js';
import type { Basis } from './programme.js';

/** What a person says an approved claim comes to, in place of the calculation (reference 2.7). */
export interface SaidDue {
  readonly ground: DeterminationGround;
  /** What is due to persons in all; none where nothing is. */
  readonly components: readonly { readonly code: string; readonly amountIdr: Rupiah }[];
  /** Why, in words, and what shows it. */
  readonly reason: string;
  readonly evidence: string;
}

interface SaidGrounds {
  readonly said: SaidDue;
  readonly ground: OpenedAgainBy | undefined;
  readonly basis: Basis;
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
    const fitting = programme.determinable.filter((code) => code !== programme.careByFacilities);
    const codes = said.components.map(({ code }) => code);
    return codes.some((code) => !fitting.includes(code)) || new Set(codes).size < codes.length
      ? leftToPeopleRefusals.COMPONENTS_DO_NOT_FIT({ code: programme.code, determinable: fitting })
      : undefined;
  },
};

/** In this order; the first refusal wins. */
const SAID_POLICIES: readonly Policy<SaidGrounds>[] = [claimIsOpen, ofItsProgramme];

/** @throws Rejection `NOT_OPENED_AGAIN`, `COMPONENTS_DO_NOT_FIT` */
export function requireFitting(said: SaidDue, of: Omit<SaidGrounds, 'said'>): void {
  enforce(SAID_POLICIES, { said, ...of });
}
