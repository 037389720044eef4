import { type ExpectedStep, type Expecting, type LocalDate, type Turn, noMore, steps } from '#kernel';
import { LEVEL_OF_THE_UNIT } from './answer-complaint.js';
import type { ComplaintEvent, ComplaintReceived } from './complaint.events.js';
import { complaints } from './complaint.js';

interface ComplaintSteps extends Expecting {
  readonly hands?: readonly string[];
  readonly deciderIds?: readonly string[];
  /** Whoever decides on the claim that it is about, now or later, does not answer it. */
  readonly barring?: ExpectedStep['barring'];
}

/** The claim whose interests keep somebody from it; nothing where it is about none. */
function aboutOf({
  subject,
  subjectId,
}: Pick<ComplaintReceived['data'], 'subject' | 'subjectId'>): Pick<
  ComplaintSteps,
  'claimId' | 'accidentId' | 'barring'
> {
  if (subjectId === undefined) return {};
  if (subject === 'CLAIM') return { claimId: subjectId, barring: [{ hand: 'DECIDED', of: subjectId }] };
  return subject === 'ACCIDENT' ? { accidentId: subjectId } : {};
}

const next = (
  state: ComplaintSteps,
  [step, turn]: readonly [string, Turn],
  [since, dueOn]: readonly [LocalDate, LocalDate],
  who: Pick<ExpectedStep, 'notBy' | 'barring' | 'level' | 'onlyBy'> = { notBy: [] },
): ComplaintSteps => ({ ...state, expected: { step, turn, since, dueDays: [dueOn], ...who } });

/** Who looks at it above the desk had no hand in it, nor in what it is about. */
const ofTheUnit = ({
  hands = [],
  deciderIds = [],
  barring,
}: ComplaintSteps): Pick<ExpectedStep, 'notBy' | 'barring' | 'level'> => ({
  notBy: [...new Set([...hands, ...deciderIds])],
  ...(barring && { barring }),
  level: LEVEL_OF_THE_UNIT,
});

/** The next step of a complaint until it is closed. */
export const complaintSteps = steps<ComplaintSteps, ComplaintEvent>(
  complaints,
  'complaint',
  {},
  {
    ComplaintReceived: (_none, { participantId, office, recorderId, deciderIds = [], ...received }) => {
      const about = aboutOf(received);
      return next(
        { participantId, office, ...about, hands: [recorderId], deciderIds },
        ['ANSWER_COMPLAINT', 'DECIDER'],
        [received.effectiveOn, received.answerBy],
        { notBy: deciderIds, ...(about.barring && { barring: about.barring }) },
      );
    },
    ComplaintAnswered: (state, { answererId, replyBy, effectiveOn }) =>
      next(
        { ...state, hands: [...new Set([...(state.hands ?? []), answererId])] },
        ['REPLY_TO_ANSWER', 'CLAIMANT'],
        [effectiveOn, replyBy],
      ),
    ComplaintEscalated: (state, { answerBy, effectiveOn }) =>
      next(state, ['ANSWER_COMPLAINT', 'SUPERVISOR'], [effectiveOn, answerBy], ofTheUnit(state)),
    MediationBegun: (state, { mediatorId, endBy, effectiveOn }) =>
      next(state, ['END_MEDIATION', 'SUPERVISOR'], [effectiveOn, endBy], {
        ...ofTheUnit(state),
        onlyBy: { id: mediatorId, until: endBy },
      }),
    MediationEnded: noMore,
    ComplaintClosed: noMore,
  },
);
