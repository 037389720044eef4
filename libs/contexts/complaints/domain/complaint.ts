import { type EventOf, type LocalDate, assertNever, inSituation, keyWasDestroyed, stream } from '#kernel';
import type { ComplaintEvent, ComplaintSubject } from './complaint.events.js';
import { complaintRefusals } from './refusals.js';

/** What holds of a complaint in every situation. */
interface Common {
  readonly complaintId: string;
  readonly participantId: string;
  readonly subject: ComplaintSubject;
  readonly subjectId?: string;
  readonly office: string;
  /** Subjects of those who recorded or answered it: they do not mediate, and what they answered others look at again. */
  readonly hands: readonly string[];
  /** Subjects of those who had decided on the claim when it came. */
  readonly deciderIds?: readonly string[];
  /** The unit for quality and complaints has it. */
  readonly isEscalated?: true;
  /** The person was erased: nothing can be sealed for them. */
  readonly isErased?: true;
}

/** Somebody of the office is to answer. */
interface Received extends Common {
  readonly situation: 'RECEIVED';
  readonly answerBy: LocalDate;
}

/** Whoever complains may say that they are not content still. */
interface Answered extends Common {
  readonly situation: 'ANSWERED';
  readonly replyBy: LocalDate;
}

/** Both sides sit down with a mediator. */
interface InMediation extends Common {
  readonly situation: 'IN_MEDIATION';
  readonly mediatorId: string;
  readonly endBy: LocalDate;
}

/** Nobody is to do anything any more. */
interface Closed extends Common {
  readonly situation: 'CLOSED';
}

export const COMPLAINT_SITUATIONS = ['RECEIVED', 'ANSWERED', 'IN_MEDIATION', 'CLOSED'] as const;

export type ComplaintSituation = (typeof COMPLAINT_SITUATIONS)[number];

export type KnownComplaint = Received | Answered | InMediation | Closed;

export type ComplaintState = { readonly situation: 'UNKNOWN' } | KnownComplaint;

/** A complaint in a certain situation. */
export type ComplaintIn<Situation extends ComplaintSituation> = Extract<
  KnownComplaint,
  { situation: Situation }
>;

/** Folds a `complaint-<id>` stream. */
export const complaints = stream<ComplaintState, ComplaintEvent>('complaint', {
  initial: { situation: 'UNKNOWN' },
  evolve(state, event) {
    if (event.type === 'ComplaintReceived') return received(event);
    if (state.situation === 'UNKNOWN') throw new Error(`${event.type} before ComplaintReceived`);
    switch (event.type) {
      case 'ComplaintAnswered': {
        const { answererId, replyBy } = event.data;
        const hands = [...new Set([...state.hands, answererId])];
        return { ...common(state), hands, situation: 'ANSWERED', replyBy };
      }
      case 'ComplaintEscalated': {
        const { answerBy } = event.data;
        return { ...common(state), isEscalated: true, situation: 'RECEIVED', answerBy };
      }
      case 'MediationBegun': {
        const { mediatorId, endBy } = event.data;
        return { ...common(state), situation: 'IN_MEDIATION', mediatorId, endBy };
      }
      case 'MediationEnded':
      case 'ComplaintClosed':
        return { ...common(state), situation: 'CLOSED' };
      default:
        return assertNever(event, 'complaint event');
    }
  },
});

function received({ data }: EventOf<ComplaintEvent, 'ComplaintReceived'>): Received {
  const { complaintId, participantId, subject, subjectId, office, recorderId, answerBy, person } = data;
  const { deciderIds } = data;
  return {
    situation: 'RECEIVED',
    complaintId,
    participantId,
    subject,
    ...(subjectId !== undefined && { subjectId }),
    office,
    hands: [recorderId],
    ...(deciderIds && { deciderIds }),
    ...(keyWasDestroyed(person) && { isErased: true }),
    answerBy,
  };
}

/** Leaves behind what held only in the situation before. */
function common(state: KnownComplaint): Common {
  const { complaintId, participantId, subject, subjectId, office, hands, deciderIds, isEscalated } = state;
  return {
    complaintId,
    participantId,
    subject,
    ...(subjectId !== undefined && { subjectId }),
    office,
    hands,
    ...(deciderIds && { deciderIds }),
    ...(isEscalated && { isEscalated }),
    ...(state.isErased && { isErased: true }),
  };
}

const REFUSALS = {
  RECEIVED: complaintRefusals.COMPLAINT_RECEIVED,
  ANSWERED: complaintRefusals.COMPLAINT_ANSWERED,
  IN_MEDIATION: complaintRefusals.COMPLAINT_IN_MEDIATION,
  CLOSED: complaintRefusals.COMPLAINT_CLOSED,
  UNKNOWN: complaintRefusals.COMPLAINT_NOT_FOUND,
} as const;

/**
 * The complaint, if it is in one of these situations.
 * @throws Rejection `COMPLAINT_NOT_FOUND`, or `COMPLAINT_<SITUATION>` with what is allowed instead
 */
export const complaintIn = <const Wanted extends ComplaintSituation>(
  state: ComplaintState,
  wanted: readonly Wanted[],
): ComplaintIn<Wanted> => inSituation(state, wanted, ({ situation }) => REFUSALS[situation]());

/** The complaint, wherever it stands. @throws Rejection `COMPLAINT_NOT_FOUND` */
export const knownComplaint = (state: ComplaintState): KnownComplaint =>
  complaintIn(state, COMPLAINT_SITUATIONS);
