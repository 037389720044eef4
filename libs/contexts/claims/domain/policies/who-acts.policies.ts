import { type ActingGrounds, type Policy, interestPolicy } from '#kernel';
import { whoDecidesRefusals } from '../who-decides.refusals.js';

/** What the rules look at about who decides on a claim, or on anything that rests on one. */
export interface DecidingGrounds extends ActingGrounds {
  /** Whether they decide on what is of its office: it is theirs, was delegated to them, or they stand above the branches. */
  readonly isTheirOffice: boolean;
}

const atItsOffice: Policy<DecidingGrounds> = {
  name: 'at-its-office',
  check: ({ isTheirOffice }) => (isTheirOffice ? undefined : whoDecidesRefusals.NOT_OF_YOUR_OFFICE()),
};

/** Whoever acts, in this order; the first refusal wins. */
export const ACTING_POLICIES: readonly Policy<ActingGrounds>[] = [interestPolicy(whoDecidesRefusals)];

/** Whoever decides, in this order; the first refusal wins. */
export const DECIDING_POLICIES: readonly Policy<DecidingGrounds>[] = [...ACTING_POLICIES, atItsOffice];
