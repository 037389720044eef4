import type { Policy } from '#kernel';
import type { KnownClaim } from '../claim-state.js';
import { doubtRefusals } from '../doubt.refusals.js';

interface DoubtGrounds {
  readonly claim: Pick<KnownClaim, 'doubts' | 'hands'>;
  readonly deciderId: string;
}

/** What was found is answered first: by whoever looks into it, or by a person who says of the claim why it goes on. */
const noDoubtIsOpen: Policy<DoubtGrounds> = {
  name: 'no-doubt-is-open',
  check({ claim: { doubts = [] } }) {
    const open = doubts.filter(({ isOpen }) => isOpen);
    return open.length > 0 ? doubtRefusals.DOUBT_IS_OPEN({ open }) : undefined;
  },
};

/** What both sides have agreed, or an error in an earlier decision, may speak for whoever claims: it is answered before a denial too. */
export const whatPeopleSaidIsAnswered: Policy<Pick<DoubtGrounds, 'claim'>> = {
  name: 'what-people-said-is-answered',
  check({ claim: { doubts = [] } }) {
    const open = doubts.filter(({ isOpen, ground }) => isOpen && ground);
    return open.length > 0 ? doubtRefusals.SAID_IS_OPEN({ open }) : undefined;
  },
};

const notByWhoeverAnsweredIt: Policy<DoubtGrounds> = {
  name: 'not-by-whoever-answered-it',
  check: ({ claim: { hands }, deciderId }) =>
    hands.doubtsSettledBy.includes(deciderId) ? doubtRefusals.SETTLER_CANNOT_APPROVE() : undefined,
};

/** Of everything that is paid. In this order; the first refusal wins. */
export const DOUBT_POLICIES: readonly Policy<DoubtGrounds>[] = [noDoubtIsOpen, notByWhoeverAnsweredIt];
