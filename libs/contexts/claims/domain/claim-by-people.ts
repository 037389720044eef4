import { type OnEach, unchanged } from '#kernel';
import type { ClaimEventOfPeople } from './claim-by-people.events.js';
import {
  type KnownClaim,
  askedNoMore,
  complete,
  handedIn,
  incomplete,
  oneMoreOpening,
} from './claim-state.js';

/** What becomes of a claim by what people decide beside what the law says. */
export const DECIDED_BY_PEOPLE: OnEach<KnownClaim, ClaimEventOfPeople> = {
  ClaimWithdrawn: (state) => askedNoMore({ ...handedIn(state), situation: 'WITHDRAWN' }),
  FurtherDocumentsAsked: (state, { data: { kinds } }) => ({
    ...state,
    asked: [...new Set([...(state.asked ?? []), ...kinds])],
    // What is asked for again is waived no more.
    waived: state.waived?.filter((kind) => !kinds.includes(kind)),
  }),
  DocumentRefused: (state, { data: { kind, fault } }) => ({
    ...state,
    documents: state.documents.map((document) =>
      document.kind === kind && !document.fault ? { ...document, fault } : document,
    ),
  }),
  // Whoever proposed to deny it may have done so for the document that is not asked for any more.
  DocumentWaived: (state, { data }) => ({
    ...state,
    waived: [...new Set([...(state.waived ?? []), data.kind])],
    proposal: undefined,
  }),
  DenialProposed: (state, { data: { reason, proposerId } }) => ({
    ...state,
    proposal: { reason, proposerId },
  }),
  ClaimSentBack: (state) => ({ ...complete(state), situation: 'COMPLETE' }),
  ClaimReopened: (state) => oneMoreOpening(incomplete(state, [])),
  ClaimNoted: unchanged,
  InterestDeclared: unchanged,
};
