import {
  type EventOf,
  type LocalDate,
  type Proposal,
  type Reading,
  Rejection,
  type Rupiah,
  type SignedByTwo,
  assertNever,
  inSituation,
  stream,
  withProposals,
  withoutProposal,
} from '#kernel';
import type { Payer } from './participant.events.js';
import { sponsorRefusals } from './sponsor.refusals.js';
import {
  SPONSOR_KINDS,
  type SponsorEvent,
  type SponsorKind,
  type SponsorProposed,
} from './sponsor.events.js';

export interface SponsorAgreement {
  readonly agreementId: string;
  readonly sponsorKind: SponsorKind;
  readonly governmentPaid: boolean;
  readonly validFrom: LocalDate;
  /** With its extensions; the last day of one that ended early. */
  readonly validUntil: LocalDate;
  /** How many people it carries at most, where it counts them. */
  readonly quota?: number;
  /** How much it pays a month at most, where that was stated. */
  readonly monthlyIdr?: Rupiah;
  /** Numbers of its addenda; absent where there are none. */
  readonly addenda?: readonly string[];
  readonly endedEarly?: true;
  /** Who recorded it late, while nobody else has confirmed it: nobody is registered or paid for under it. */
  readonly backDatedBy?: string;
}

/** An agreement or an addendum that waits for its second signature. */
export interface SponsorProposal extends Proposal {
  readonly reference: string;
  readonly proposed: SponsorProposed;
}

/** A known body; whether it pays on a day follows from its agreements. */
export interface RegisteredSponsor {
  readonly situation: 'REGISTERED';
  readonly sponsorId: string;
  readonly kind: SponsorKind;
  readonly agreements: readonly SponsorAgreement[];
  /** What waits for its second signature, in the order in which it was put forward; absent where nothing does. */
  readonly proposals?: readonly SponsorProposal[];
}

export type SponsorState = { readonly situation: 'UNKNOWN' } | RegisteredSponsor;

/** What is known of one sponsor: `sponsor-<id>`. */
export const sponsors = stream<SponsorState, SponsorEvent>('sponsor', {
  initial: { situation: 'UNKNOWN' },
  evolve(state, event) {
    if (event.type === 'SponsorRegistered') {
      const { sponsorId, kind } = event.data;
      return { situation: 'REGISTERED', sponsorId, kind, agreements: [] };
    }
    if (state.situation === 'UNKNOWN') throw new Error(`${event.type} before SponsorRegistered`);
    switch (event.type) {
      case 'SponsorProposalMade':
        return withProposals<SponsorProposal, RegisteredSponsor>(state, (before) => [
          ...before,
          proposalOf(event),
        ]);
      case 'SponsorProposalRefused':
      case 'SponsorProposalLapsed':
        return withoutProposal(state, event.data.proposalId);
      case 'SponsorAgreementSigned': {
        const agreements = [...state.agreements, agreementOf(event, state.kind)];
        return signedFor(event, { ...state, agreements });
      }
      case 'BackDatedAgreementConfirmed':
        return changed(state, event, ({ backDatedBy: _confirmed, ...before }) => before);
      case 'SponsorAgreementExtended': {
        const { reference, validUntil, quota, monthlyIdr } = event.data;
        const extended = changed(state, event, (before) => ({
          ...before,
          validUntil,
          ...(quota !== undefined && { quota }),
          ...(monthlyIdr !== undefined && { monthlyIdr }),
          addenda: [...(before.addenda ?? []), reference],
        }));
        return signedFor(event, extended);
      }
      case 'SponsorAgreementEndedEarly': {
        const { effectiveOn: validUntil } = event.data;
        return changed(state, event, (before) => ({ ...before, validUntil, endedEarly: true }));
      }
      default:
        return assertNever(event, 'sponsor event');
    }
  },
});

function agreementOf(
  { data }: EventOf<SponsorEvent, 'SponsorAgreementSigned'>,
  sponsorKind: SponsorKind,
): SponsorAgreement {
  const { agreementId, governmentPaid, validFrom, validUntil, quota, monthlyIdr, backDatedBy } = data;
  const late = backDatedBy !== undefined && { backDatedBy };
  return { agreementId, sponsorKind, governmentPaid, validFrom, validUntil, quota, monthlyIdr, ...late };
}

function proposalOf({ data }: EventOf<SponsorEvent, 'SponsorProposalMade'>): SponsorProposal {
  const { proposalId, agreementId, reference, proposed, proposerId, office, effectiveOn } = data;
  return { proposalId, agreementId, reference, proposed, proposerId, office, proposedOn: effectiveOn };
}

/** What was signed by two waits no more. */
const signedFor = ({ data }: { readonly data: SignedByTwo }, state: RegisteredSponsor): RegisteredSponsor =>
  withoutProposal(state, data.proposalId);

function changed(
  state: RegisteredSponsor,
  { data }: { readonly data: { readonly agreementId: string } },
  to: (agreement: SponsorAgreement) => SponsorAgreement,
): RegisteredSponsor {
  const agreements = state.agreements.map((one) => (one.agreementId === data.agreementId ? to(one) : one));
  return { ...state, agreements };
}

/** The sponsor. @throws Rejection `SPONSOR_NOT_FOUND` */
export const knownSponsor = (state: SponsorState): RegisteredSponsor =>
  inSituation(state, ['REGISTERED'], () => sponsorRefusals.SPONSOR_NOT_FOUND());

/** An agreement of a sponsor. @throws Rejection `SPONSOR_NOT_FOUND`, `AGREEMENT_NOT_FOUND`, `AGREEMENT_UNSIGNED` */
export function knownAgreement(state: SponsorState, agreementId: string): SponsorAgreement {
  const { agreements, proposals = [] } = knownSponsor(state);
  const agreement = agreements.find((one) => one.agreementId === agreementId);
  if (agreement) return agreement;
  const isProposed = proposals.some((one) => one.agreementId === agreementId);
  throw new Rejection(
    isProposed ? sponsorRefusals.AGREEMENT_UNSIGNED() : sponsorRefusals.AGREEMENT_NOT_FOUND(),
  );
}

/** Whether somebody must have a place under an agreement before it pays for them. */
export const countsMembers = ({ quota, monthlyIdr }: SponsorAgreement): boolean =>
  quota !== undefined || monthlyIdr !== undefined;

/**
 * The agreement under which a sponsor pays on a day.
 * @throws Rejection `SPONSOR_NOT_FOUND`, `AGREEMENT_NOT_FOUND`, `AGREEMENT_UNSIGNED`, `AGREEMENT_NOT_IN_FORCE`,
 *   `AGREEMENT_UNCONFIRMED`
 */
export function agreementInForce(state: SponsorState, agreementId: string, on: LocalDate): SponsorAgreement {
  const agreement = knownAgreement(state, agreementId);
  if (on < agreement.validFrom || on > agreement.validUntil) {
    throw new Rejection(sponsorRefusals.AGREEMENT_NOT_IN_FORCE(agreement));
  }
  if (agreement.backDatedBy !== undefined) throw new Rejection(sponsorRefusals.AGREEMENT_UNCONFIRMED());
  return agreement;
}

/** Who pays, as a registration or a contribution names them. */
export interface PaidBy {
  readonly payer: Payer;
  readonly sponsorId?: string;
  readonly agreementId?: string;
}

/** Workers and employers pay for themselves; everybody else pays under an agreement. */
export function isSponsored({ payer }: PaidBy): boolean {
  return SPONSOR_KINDS.some((kind) => kind === payer);
}

/**
 * The agreement under which this payer pays on a day; nothing when no sponsor pays.
 * @throws Rejection `AGREEMENT_MISSING`, `AGREEMENT_WITHOUT_SPONSOR`, `PAYER_DIFFERS`, or as `agreementInForce`
 */
export function payingAgreement(
  paidBy: PaidBy,
  state: SponsorState,
  on: LocalDate,
): SponsorAgreement | undefined {
  const { payer, sponsorId, agreementId } = paidBy;
  if (!isSponsored(paidBy)) {
    if (sponsorId === undefined && agreementId === undefined) return undefined;
    throw new Rejection(sponsorRefusals.AGREEMENT_WITHOUT_SPONSOR({ payer, sponsors: SPONSOR_KINDS }));
  }
  if (sponsorId === undefined || agreementId === undefined) {
    throw new Rejection(sponsorRefusals.AGREEMENT_MISSING());
  }
  const agreement = agreementInForce(state, agreementId, on);
  if (agreement.sponsorKind === payer) return agreement;
  throw new Rejection(sponsorRefusals.PAYER_DIFFERS({ kind: agreement.sponsorKind }));
}

/** The sponsor that a registration or a payment names; nothing is known where it names none. */
export async function namedSponsor(read: Reading, { sponsorId }: PaidBy): Promise<SponsorState> {
  return sponsorId === undefined ? sponsors.initial : read.state(sponsors, sponsorId);
}

/** The agreement that a registration or a payment names, where it counts its members: they need a place first. */
export function countingAgreement(
  state: SponsorState,
  { agreementId }: Pick<PaidBy, 'agreementId'>,
): SponsorAgreement | undefined {
  if (state.situation === 'UNKNOWN' || agreementId === undefined) return undefined;
  return state.agreements.find((one) => one.agreementId === agreementId && countsMembers(one));
}
