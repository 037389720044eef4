import { type AuthorityGrounds, type Policy, authorityPolicies, rupiah } from '#kernel';
import {
  type ReceivableKind,
  type ReceivableRecorded,
  WAIVER_REASONS,
  type WaiverReason,
} from '../receivable.events.js';
import { reviewRefusals } from '../refusals.js';

/** What the rules for refusing to give up money that is owed look at. */
export interface WaiverRefusalGrounds extends AuthorityGrounds {
  readonly found: Pick<ReceivableRecorded['data'], 'kind' | 'amountIdr' | 'finderId'>;
}

/** What those for giving it up look at. */
export interface WaiverGrounds extends WaiverRefusalGrounds {
  readonly reason: WaiverReason;
}

/** From this amount on nothing is given up because it is little. A convention of the house: no regulation says how little that is. */
export const NO_SMALL_AMOUNT = rupiah(1_000_000);

/** BPJS does not give up for itself what it owes others: only a court does, or time. */
const FITTING: Readonly<Record<ReceivableKind, readonly WaiverReason[]>> = {
  PAID_TOO_MUCH: WAIVER_REASONS,
  EMPLOYER_OWES_BACK: WAIVER_REASONS,
  EMPLOYER_PAID_FIRST: ['COURT_RULING', 'OUT_OF_TIME'],
};

const fourEyes: Policy<WaiverRefusalGrounds> = {
  name: 'four-eyes',
  check: ({ found, decider }) => (found.finderId === decider.id ? reviewRefusals.FOUND_BY_YOU() : undefined),
};

const waiverFits: Policy<WaiverGrounds> = {
  name: 'waiver-fits',
  check({ found: { kind, amountIdr }, reason }) {
    const reasons = FITTING[kind];
    if (!reasons.includes(reason)) return reviewRefusals.WAIVER_DOES_NOT_FIT({ kind, reason, reasons });
    return reason === 'SMALL_AMOUNT' && amountIdr >= NO_SMALL_AMOUNT
      ? reviewRefusals.NO_SMALL_AMOUNT({ amountIdr, belowIdr: NO_SMALL_AMOUNT })
      : undefined;
  },
};

const AUTHORITY_POLICIES = authorityPolicies({
  BEYOND_AUTHORITY: reviewRefusals.WAIVER_BEYOND_AUTHORITY,
  ENDORSED_BY_YOU: reviewRefusals.WAIVER_ENDORSED_BY_YOU,
});

/** In this order; the first refusal wins. */
export const WAIVER_POLICIES: readonly Policy<WaiverGrounds>[] = [
  fourEyes,
  waiverFits,
  ...AUTHORITY_POLICIES,
];

/** In this order; the first refusal wins. */
export const WAIVER_REFUSAL_POLICIES: readonly Policy<WaiverRefusalGrounds>[] = [
  fourEyes,
  ...AUTHORITY_POLICIES,
];
