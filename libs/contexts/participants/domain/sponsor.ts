import { type EventOf, type LocalDate, Rejection, assertNever, stream } from '#kernel';
import type { Payer } from './participant.events.js';
import { SPONSOR_KINDS, type SponsorEvent, type SponsorKind } from './sponsor.events.js';

export interface SponsorAgreement {
  readonly agreementId: string;
  readonly sponsorKind: SponsorKind;
  readonly governmentPaid: boolean;
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate;
}

export type SponsorState =
  | { readonly situation: 'UNKNOWN' }
  | {
      readonly situation: 'REGISTERED';
      readonly sponsorId: string;
      readonly kind: SponsorKind;
      readonly agreements: readonly SponsorAgreement[];
    };

/** Folds a `sponsor-<id>` stream. */
export const sponsors = stream<SponsorState, SponsorEvent>('sponsor', {
  initial: { situation: 'UNKNOWN' },
  evolve(state, event) {
    switch (event.type) {
      case 'SponsorRegistered': {
        const { sponsorId, kind } = event.data;
        return { situation: 'REGISTERED', sponsorId, kind, agreements: [] };
      }
      case 'SponsorAgreementSigned':
        if (state.situation === 'UNKNOWN') throw new Error(`${event.type} before SponsorRegistered`);
        return { ...state, agreements: [...state.agreements, agreementOf(event, state.kind)] };
      default:
        return assertNever(event, 'sponsor event');
    }
  },
});

function agreementOf(
  { data }: EventOf<SponsorEvent, 'SponsorAgreementSigned'>,
  sponsorKind: SponsorKind,
): SponsorAgreement {
  const { agreementId, governmentPaid, validFrom, validUntil } = data;
  return { agreementId, sponsorKind, governmentPaid, validFrom, validUntil };
}

/**
 * The agreement under which a sponsor pays on a day.
 * @throws Rejection `SPONSOR_NOT_FOUND`, `AGREEMENT_NOT_FOUND`, `AGREEMENT_NOT_IN_FORCE`
 */
export function agreementInForce(state: SponsorState, agreementId: string, on: LocalDate): SponsorAgreement {
  if (state.situation === 'UNKNOWN') {
    throw new Rejection('SPONSOR_NOT_FOUND', 'No such sponsor is registered', {
      allowed: ['register a sponsor'],
    });
  }
  const agreement = state.agreements.find((candidate) => candidate.agreementId === agreementId);
  if (!agreement) throw new Rejection('AGREEMENT_NOT_FOUND', 'The sponsor has no such agreement');
  if (on < agreement.validFrom || on > agreement.validUntil) {
    throw new Rejection(
      'AGREEMENT_NOT_IN_FORCE',
      `The agreement is in force from ${agreement.validFrom} to ${agreement.validUntil}`,
    );
  }
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
    throw new Rejection(
      'AGREEMENT_WITHOUT_SPONSOR',
      `Payments of ${payer} are under no agreement of a sponsor`,
      {
        allowed: ['neither sponsorId nor agreementId', `payer ${SPONSOR_KINDS.join(', ')}`],
      },
    );
  }
  if (sponsorId === undefined || agreementId === undefined) {
    throw new Rejection('AGREEMENT_MISSING', 'Name the sponsor and the agreement under which it pays', {
      allowed: ['sponsorId and agreementId', 'payer SELF'],
    });
  }
  const agreement = agreementInForce(state, agreementId, on);
  if (agreement.sponsorKind === payer) return agreement;
  throw new Rejection(
    'PAYER_DIFFERS',
    `The agreement is with a sponsor of the kind ${agreement.sponsorKind}`,
    {
      allowed: [`payer ${agreement.sponsorKind}`],
    },
  );
}
