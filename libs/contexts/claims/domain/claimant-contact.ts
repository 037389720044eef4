import { type Reading, opened, view } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';

/** Where whoever claims is reached. */
export interface ClaimantContact {
  readonly email?: string;
  readonly phone?: string;
}

const contacts = view<ClaimantContact | 'ERASED', ClaimEvent>(claims, {
  initial: {},
  evolve(state, event) {
    if (event.type !== 'ClaimSubmitted' && event.type !== 'ClaimTakenOver') return state;
    const person = opened(event.data.person);
    if (!person) return 'ERASED';
    const { email, phone } = person;
    return { ...(email !== undefined && { email }), ...(phone !== undefined && { phone }) };
  },
});

/** Where whoever claims is reached, of a claim as it stands now; `ERASED` once the key of the person was destroyed. */
export const contactOfClaim = (read: Reading, claimId: string): Promise<ClaimantContact | 'ERASED'> =>
  read.state(contacts, claimId);
