import { assertNever } from '#kernel';
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
export function decidedByPeople(state: KnownClaim, event: ClaimEventOfPeople): KnownClaim {
  switch (event.type) {
    case 'ClaimWithdrawn':
      return askedNoMore({ ...handedIn(state), situation: 'WITHDRAWN' });
    case 'FurtherDocumentsAsked': {
      const { kinds } = event.data;
      return {
        ...state,
        asked: [...new Set([...(state.asked ?? []), ...kinds])],
        // What is asked for again is waived no more.
        waived: state.waived?.filter((kind) => !kinds.includes(kind)),
      };
    }
    case 'DocumentRefused': {
      const { kind, fault } = event.data;
      const documents = state.documents.map((document) =>
        document.kind === kind && !document.fault ? { ...document, fault } : document,
      );
      return { ...state, documents };
    }
    case 'DocumentWaived':
      // Whoever proposed to deny it may have done so for the document that is not asked for any more.
      return {
        ...state,
        waived: [...new Set([...(state.waived ?? []), event.data.kind])],
        proposal: undefined,
      };
    case 'DenialProposed': {
      const { reason, proposerId } = event.data;
      return {
        ...state,
        proposal: { reason, proposerId },
      };
    }
    case 'ClaimSentBack':
      return { ...complete(state), situation: 'COMPLETE' };
    case 'ClaimReopened':
      return oneMoreOpening(incomplete(state, []));
    case 'ClaimNoted':
    case 'InterestDeclared':
      return state;
    default:
      return assertNever(event, 'claim event');
  }
}
