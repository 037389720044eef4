import { type Expecting, type Instant, type LocalDate, dateIn, noMore, steps } from '#kernel';
import type { AccidentEvent } from './accident.events.js';
import { accidents } from './accident.js';
import { type Determination, prevails } from './determined.js';
import { notByTheInterested } from './hands-told.js';

/** A letter that a desk issued itself, and that no office has answered. */
interface Unanswered {
  readonly accidentId: string;
  readonly facilityId: string;
  readonly issuedOn: LocalDate;
  readonly validUntil: Instant;
}

interface GuaranteeSteps extends Expecting {
  /** The one that ends first comes first. */
  readonly unanswered?: readonly Unanswered[];
  /** JKK has no more to do with it, unless it is determined to be a work accident after all. */
  readonly isNone?: boolean;
  readonly determination?: Pick<Determination, 'by' | 'issuedOn'>;
}

function toAnswer(state: GuaranteeSteps): GuaranteeSteps {
  const [first] = state.unanswered ?? [];
  if (!first || state.isNone) return noMore(state);
  const { accidentId, issuedOn: since, validUntil: dueAt } = first;
  return {
    ...state,
    expected: {
      step: 'CONFIRM_GUARANTEE',
      turn: 'ADJUDICATOR',
      since,
      dueDays: [dateIn(dueAt)],
      dueAt,
      ...notByTheInterested(accidentId),
    },
  };
}

const answered = (state: GuaranteeSteps, { facilityId }: { readonly facilityId: string }): GuaranteeSteps =>
  toAnswer({
    ...state,
    unanswered: (state.unanswered ?? []).filter((one) => one.facilityId !== facilityId),
  });

/** The office confirms what a desk promised at night, or does not stand by it, before that ends. */
export const guaranteeSteps = steps<GuaranteeSteps, AccidentEvent>(
  accidents,
  'guarantee',
  {},
  {
    ProvisionalGuaranteeIssued(state, { accidentId, participantId, facilityId, validUntil, effectiveOn }) {
      const letter = { accidentId, facilityId, issuedOn: effectiveOn, validUntil };
      const unanswered = [...(state.unanswered ?? []), letter];
      const inOrder = unanswered.toSorted((a, b) => (a.validUntil < b.validUntil ? -1 : 1));
      return toAnswer({ ...state, participantId, unanswered: inOrder });
    },
    GuaranteeLetterIssued: answered,
    GuaranteeNotConfirmed: answered,
    AccidentConcluded: (state, { conclusion }) =>
      toAnswer({ ...state, isNone: conclusion === 'NOT_WORK_ACCIDENT' }),
    DeterminationIssued: (state, { by, issuedOn, conclusion }) =>
      prevails({ by, issuedOn }, state.determination)
        ? toAnswer({
            ...state,
            isNone: conclusion === 'NOT_WORK_ACCIDENT',
            determination: { by, issuedOn },
          })
        : state,
    NoticeWithdrawn: (state) => noMore({ ...state, unanswered: [] }),
  },
);
