import { type LocalDate, view } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';

/** What tells who may act on a claim. */
export interface WhoDecides {
  /** Where it was handed in, and whose it is; undefined of one that nobody has handed in. */
  readonly claim?: {
    readonly office: string;
    readonly participantId: string;
    readonly eventDate: LocalDate;
    /** The accident of a claim that is for one. */
    readonly accidentId?: string;
  };
  /** Subjects of those who have said that it is their own, or a relative's. */
  readonly interestedIds: readonly string[];
  /** Subjects of those who approved or denied it. */
  readonly deciderIds: readonly string[];
  /** Subjects of those who gave an account that it is paid to. */
  readonly accountGiverIds: readonly string[];
}

/** The same streams as `claims`, for whoever asks who may act on a claim, or on what it pays. */
export const whoDecides = view<WhoDecides, ClaimEvent>(claims, {
  initial: { interestedIds: [], deciderIds: [], accountGiverIds: [] },
  evolve(state, { type, data }) {
    const decidedBy = (id: string) => ({ ...state, deciderIds: [...state.deciderIds, id] });
    const accountBy = (id: string | undefined) => ({
      ...state,
      accountGiverIds: [...state.accountGiverIds, ...(id === undefined ? [] : [id])],
    });
    if (type === 'ClaimSubmitted') {
      const { office, participantId, eventDate, accidentId } = data;
      const claim = { office, participantId, eventDate, ...(accidentId && { accidentId }) };
      return { ...accountBy(data.submitterId), claim };
    }
    if ((type === 'BenefitCalculated' || type === 'BenefitReassessed') && data.eventDate && state.claim) {
      return { ...state, claim: { ...state.claim, eventDate: data.eventDate } };
    }
    if (type === 'ClaimTakenOver') return accountBy(data.takerId);
    if (type === 'HeirsEstablished') return accountBy(data.establisherId);
    if (type === 'InterestDeclared') {
      return { ...state, interestedIds: [...new Set([...state.interestedIds, data.declarerId])] };
    }
    if (type === 'ApprovalEndorsed') return decidedBy(data.endorserId);
    if (type === 'ClaimApproved' || type === 'DifferenceApproved' || type === 'InterimApproved')
      return decidedBy(data.approverId);
    return type === 'ClaimDenied' ? decidedBy(data.deciderId) : state;
  },
});
