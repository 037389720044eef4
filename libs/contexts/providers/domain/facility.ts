import {
  type EventOf,
  type LocalDate,
  type Proposal,
  Rejection,
  type SignedByTwo,
  assertNever,
  inSituation,
  stream,
  withProposals,
  withoutProposal,
} from '#kernel';
import {
  type PlkkAgreement,
  type Stop,
  amended,
  checked,
  ended,
  isInForce,
  lifted,
  suspended,
} from './agreement.js';
import type {
  FacilityAccount,
  FacilityEvent,
  FacilityKind,
  PlkkAgreementAmended,
  PlkkProposed,
} from './facility.events.js';
import { facilityRefusals } from './refusals.js';

export type { PlkkAgreement, Stop };

/** Nobody has registered such a facility. */
export interface Unknown {
  readonly situation: 'UNKNOWN';
}

/** An agreement or an addendum that waits for its second signature. */
export interface PlkkProposal extends Proposal {
  readonly reference: string;
  readonly proposed: PlkkProposed;
}

/** A known facility; whether it is a PLKK on a day follows from its agreements. */
export interface Registered {
  readonly situation: 'REGISTERED';
  readonly facilityId: string;
  readonly kind: FacilityKind;
  readonly name: string;
  readonly district: string;
  /** As it was registered, or as the addendum said that two signed last. */
  readonly account: FacilityAccount;
  /** In the order they were signed; no two are in force on the same day. */
  readonly agreements: readonly PlkkAgreement[];
  /** What waits for its second signature, in the order in which it was put forward; absent where nothing does. */
  readonly proposals?: readonly PlkkProposal[];
}

export type FacilityState = Unknown | Registered;

/** What is known of one facility: `facility-<id>`. */
export const facilities = stream<FacilityState, FacilityEvent>('facility', {
  initial: { situation: 'UNKNOWN' },
  evolve(state, event) {
    if (event.type === 'FacilityRegistered') return registered(event);
    if (state.situation === 'UNKNOWN') throw new Error(`${event.type} before FacilityRegistered`);
    switch (event.type) {
      case 'PlkkProposalMade':
        return withProposals<PlkkProposal, Registered>(state, (before) => [...before, proposalOf(event)]);
      case 'PlkkProposalRefused':
      case 'PlkkProposalLapsed':
        return withoutProposal(state, event.data.proposalId);
      case 'PlkkAgreementSigned':
        return signedFor(event, { ...state, agreements: [...state.agreements, signed(event)] });
      case 'PlkkAgreementExtended':
        return signedFor(
          event,
          changed(state, event, ({ validUntil }) => ({ validUntil })),
        );
      case 'PlkkAgreementAmended':
        return signedFor(event, paidAs(event.data, changed(state, event, amended)));
      case 'PlkkQualityChecked':
        return changed(state, event, checked);
      case 'PlkkAgreementSuspended':
        return changed(state, event, suspended);
      case 'PlkkSuspensionLifted':
        return changed(state, event, lifted);
      case 'PlkkAgreementEnded':
        return changed(state, event, ended);
      default:
        return assertNever(event, 'facility event');
    }
  },
});

function registered({ data }: EventOf<FacilityEvent, 'FacilityRegistered'>): Registered {
  const { facilityId, kind, name, district, account } = data;
  return { situation: 'REGISTERED', facilityId, kind, name, district, account, agreements: [] };
}

function signed({ data }: EventOf<FacilityEvent, 'PlkkAgreementSigned'>): PlkkAgreement {
  const { agreementId, reference, validFrom, validUntil, terms } = data;
  return { agreementId, reference, validFrom, validUntil, ...(terms && { terms }) };
}

function proposalOf({ data }: EventOf<FacilityEvent, 'PlkkProposalMade'>): PlkkProposal {
  const { proposalId, agreementId, reference, proposed, proposerId, office, effectiveOn } = data;
  return { proposalId, agreementId, reference, proposed, proposerId, office, proposedOn: effectiveOn };
}

/** What was signed by two waits no more. */
const signedFor = ({ data }: { readonly data: SignedByTwo }, state: Registered): Registered =>
  withoutProposal(state, data.proposalId);

/** Other terms leave the account as it was. */
const paidAs = ({ account }: PlkkAgreementAmended['data'], state: Registered): Registered =>
  account ? { ...state, account } : state;

/** The one agreement that the event is about, with what it changes. */
function changed<Data extends { readonly agreementId: string }>(
  state: Registered,
  { data }: { readonly data: Data },
  change: (data: Data, agreement: PlkkAgreement) => Partial<PlkkAgreement>,
): Registered {
  const agreements = state.agreements.map((agreement) =>
    agreement.agreementId === data.agreementId ? { ...agreement, ...change(data, agreement) } : agreement,
  );
  return { ...state, agreements };
}

/** The facility. @throws Rejection `FACILITY_NOT_FOUND` */
export const known = (state: FacilityState): Registered =>
  inSituation(state, ['REGISTERED'], () => facilityRefusals.FACILITY_NOT_FOUND());

/** The agreement that makes the facility a PLKK on a day, if there is one: not while it is suspended. */
export function agreementInForce({ agreements }: Registered, on: LocalDate): PlkkAgreement | undefined {
  return agreements.find((agreement) => isInForce(agreement, on));
}

/** One of its agreements. @throws Rejection `FACILITY_NOT_FOUND`, `AGREEMENT_NOT_FOUND`, `AGREEMENT_UNSIGNED` */
export function knownAgreement(state: FacilityState, agreementId: string): PlkkAgreement {
  const { agreements, proposals = [] } = known(state);
  const agreement = agreements.find((one) => one.agreementId === agreementId);
  if (agreement) return agreement;
  const isProposed = proposals.some((one) => one.agreementId === agreementId);
  throw new Rejection(
    isProposed ? facilityRefusals.AGREEMENT_UNSIGNED() : facilityRefusals.AGREEMENT_NOT_FOUND(),
  );
}
