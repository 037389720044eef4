import { type Expecting, type LocalDate, type Turn, noMore, steps } from '#kernel';
import type { ComplaintEvent } from './complaint.events.js';
import { complaints } from './complaint.js';

interface ComplaintSteps extends Expecting {
  readonly hands?: readonly string[];
}

const next = (
  state: ComplaintSteps,
  [step, turn]: readonly [string, Turn],
  [since, dueOn]: readonly [LocalDate, LocalDate],
  notBy: readonly string[] = [],
): ComplaintSteps => ({ ...state, expected: { step, turn, since, dueDays: [dueOn], notBy } });

/** The next step of a complaint until it is closed. */
export const complaintSteps = steps<ComplaintSteps, ComplaintEvent>(
  complaints,
  'complaint',
  {},
  {
    ComplaintReceived: (_none, { participantId, office, recorderId, answerBy, effectiveOn }) =>
      next(
        { participantId, office, hands: [recorderId] },
        ['ANSWER_COMPLAINT', 'DECIDER'],
        [effectiveOn, answerBy],
      ),
    ComplaintAnswered: (state, { answererId, replyBy, effectiveOn }) =>
      next(
        { ...state, hands: [...new Set([...(state.hands ?? []), answererId])] },
        ['REPLY_TO_ANSWER', 'CLAIMANT'],
        [effectiveOn, replyBy],
      ),
    ComplaintEscalated: (state, { answerBy, effectiveOn }) =>
      next(state, ['ANSWER_COMPLAINT', 'SUPERVISOR'], [effectiveOn, answerBy], state.hands),
    MediationBegun: (state, { endBy, effectiveOn }) =>
      next(state, ['END_MEDIATION', 'SUPERVISOR'], [effectiveOn, endBy], state.hands),
    MediationEnded: noMore,
    ComplaintClosed: noMore,
  },
);
