import { eventIdOf, view } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';

/** By these something is paid. */
const APPROVALS: readonly ClaimEvent['type'][] = ['ClaimApproved', 'DifferenceApproved', 'InterimApproved'];

/** Whether an event has the participant paid, whatever for: what they advanced is theirs as well. */
export const hasParticipantPaid = ({ type, data }: ClaimEvent): boolean =>
  APPROVALS.includes(type) &&
  'payments' in data &&
  data.payments.some(({ payee }) => payee === 'PARTICIPANT');

/** The same streams as `claims`, for whoever asks which approvals pay the participant: the ids of their events. */
export const paysParticipant = view<readonly string[], ClaimEvent>(claims, {
  initial: [],
  evolve(ids, event) {
    const id = eventIdOf(event);
    return id !== undefined && hasParticipantPaid(event) ? [...ids, id] : ids;
  },
});
