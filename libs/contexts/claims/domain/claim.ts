import { type BankAccount, type EventOf, type LocalDate, type Rupiah, assertNever, stream } from '#kernel';
import type {
  Claimant,
  ClaimComponent,
  ClaimDocument,
  ClaimEvent,
  DocumentKind,
  EntitledChild,
  Programme,
} from './claim.events.js';

/** What every claim knows from its first day on. */
interface Submitted {
  readonly claimId: string;
  readonly programme: Programme;
  readonly participantId: string;
  readonly accidentId?: string;
  readonly eventDate: LocalDate;
  readonly submittedOn: LocalDate;
  readonly documents: readonly ClaimDocument[];
  /** Where the claimant is paid. */
  readonly account: BankAccount;
  /** Of JKK only, and only where it is so: a JKM claim is the heir's anyhow. Ask `claimantOf`. */
  readonly claimedByHeir?: true;
}

/** The documents are there and the service clock runs. */
interface Complete extends Submitted {
  readonly payBy: LocalDate;
}

/** What the assessor computed. */
export interface Assessment {
  readonly assessorId: string;
  readonly components: readonly ClaimComponent[];
  readonly totalIdr: Rupiah;
  readonly refusal?: EventOf<ClaimEvent, 'BenefitCalculated'>['data']['refusal'];
  readonly entitledChildren: readonly EntitledChild[];
}

export type ClaimState =
  | { readonly situation: 'UNKNOWN' }
  | ({ readonly situation: 'INCOMPLETE'; readonly missing: readonly DocumentKind[] } & Submitted)
  | ({ readonly situation: 'COMPLETE' } & Complete)
  | ({ readonly situation: 'HELD' } & Complete)
  | ({ readonly situation: 'CALCULATED'; readonly assessment: Assessment } & Complete)
  | ({ readonly situation: 'APPROVED' } & Complete)
  | ({ readonly situation: 'DENIED' } & Complete);

export type ClaimSituation = ClaimState['situation'];

/** A claim in a certain situation: what a decision about it may rely on. */
export type ClaimIn<Situation extends ClaimSituation> = Extract<ClaimState, { situation: Situation }>;

/** Who claims at present. */
export function claimantOf({
  programme,
  claimedByHeir,
}: Pick<Submitted, 'programme' | 'claimedByHeir'>): Claimant {
  return programme === 'JKM' || claimedByHeir ? 'HEIR' : 'PARTICIPANT';
}

/** Folds a `claim-<id>` stream. */
export const claims = stream<ClaimState, ClaimEvent>('claim', {
  initial: { situation: 'UNKNOWN' },
  evolve(state, event) {
    if (event.type === 'ClaimSubmitted') return submitted(event);
    if (state.situation === 'UNKNOWN') throw new Error(`${event.type} before ClaimSubmitted`);
    switch (event.type) {
      case 'ClaimTakenOver': {
        const { claimant, person } = event.data;
        return { ...state, account: person.account, claimedByHeir: byHeir(state.programme, claimant) };
      }
      case 'DocumentsRequested':
        return { ...state, situation: 'INCOMPLETE', missing: event.data.missing };
      case 'DocumentsReceived':
        return { ...state, documents: [...state.documents, ...event.data.documents] };
      case 'ClaimCompleted':
        return { ...state, situation: 'COMPLETE', payBy: event.data.payBy };
      case 'BenefitCalculated':
        return { ...complete(state), situation: 'CALCULATED', assessment: event.data };
      case 'ClaimHeld':
        return { ...complete(state), situation: 'HELD' };
      case 'ClaimApproved':
        return { ...complete(state), situation: 'APPROVED' };
      case 'ClaimDenied':
        return { ...complete(state), situation: 'DENIED' };
      default:
        return assertNever(event, 'claim event');
    }
  },
});

const byHeir = (programme: Programme, claimant: Claimant): true | undefined =>
  programme === 'JKK' && claimant === 'HEIR' ? true : undefined;

/** Every submission is followed, in the same append, by what its documents amount to. */
function submitted({ data }: EventOf<ClaimEvent, 'ClaimSubmitted'>): ClaimIn<'INCOMPLETE'> {
  const { claimId, programme, participantId, accidentId, eventDate, submittedOn, documents } = data;
  const { claimant, person } = data;
  return {
    situation: 'INCOMPLETE',
    missing: [],
    claimId,
    programme,
    participantId,
    accidentId,
    eventDate,
    submittedOn,
    documents,
    account: person.account,
    claimedByHeir: byHeir(programme, claimant),
  };
}

function complete(state: Exclude<ClaimState, { situation: 'UNKNOWN' }>): Complete {
  if (state.situation === 'INCOMPLETE')
    throw new Error('A claim was decided before its documents were complete');
  const { claimId, programme, participantId, accidentId, eventDate, submittedOn, documents } = state;
  const { account, claimedByHeir, payBy } = state;
  return {
    claimId,
    programme,
    participantId,
    accidentId,
    eventDate,
    submittedOn,
    documents,
    account,
    claimedByHeir,
    payBy,
  };
}
