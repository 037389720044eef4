import { view } from '#kernel';
import type { ClaimHeld } from './arrears.events.js';
import type { ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';

/** What was said last of why a claim is held. */
export type HeldFor = Pick<ClaimHeld['data'], 'article' | 'detail' | 'arrears'>;

/** The same streams as `claims`, for whoever asks what whoever claims was told already; nothing while it is not held. */
export const holds = view<{ readonly heldFor?: HeldFor }, ClaimEvent>(claims, {
  initial: {},
  evolve(state, { type, data }) {
    if (type === 'ClaimHeld') return { heldFor: data };
    return type === 'ClaimResumed' || type === 'BenefitCalculated' || type === 'ClaimDenied' ? {} : state;
  },
});

/** Whether that is said again. */
export function saysTheSame(before: HeldFor | undefined, now: HeldFor): boolean {
  return before !== undefined && asText(before) === asText(now);
}

const asText = ({ article, detail, arrears = [] }: HeldFor): string =>
  JSON.stringify([
    article,
    detail,
    arrears.map(({ period, amountIdr, isPaid }) => [period, amountIdr, isPaid]),
  ]);
