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

/** What pays heirs: the event that approved it, and whom of them. */
export interface HeirPayment {
  readonly eventId: string;
  readonly payee: string;
  readonly heirId?: string;
}

/** The same streams as `claims`, for whoever asks what was approved for heirs themselves, whatever became of it. */
export const paysHeirs = view<readonly HeirPayment[], ClaimEvent>(claims, {
  initial: [],
  evolve(paid, event) {
    const eventId = eventIdOf(event);
    if (eventId === undefined || !APPROVALS.includes(event.type) || !('payments' in event.data)) return paid;
    const toHeirs = event.data.payments.filter(({ payee }) => payee === 'HEIR' || payee === 'GUARDIAN');
    return [...paid, ...toHeirs.map(({ payee, heirId }) => ({ eventId, payee, ...(heirId && { heirId }) }))];
  },
});
