import { type EventOf, type LocalDate, assertNever, inSituation, stream } from '#kernel';
import type { FacilityAccount, FacilityEvent, FacilityKind } from './facility.events.js';
import { facilityRefusals } from './refusals.js';

/** An agreement as it stands after its addenda. Both days belong to it. */
export interface PlkkAgreement {
  readonly agreementId: string;
  readonly reference: string;
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate;
}

/** Nobody has registered such a facility. */
export interface Unknown {
  readonly situation: 'UNKNOWN';
}

/** A known facility; whether it is a PLKK on a day follows from its agreements. */
export interface Registered {
  readonly situation: 'REGISTERED';
  readonly facilityId: string;
  readonly kind: FacilityKind;
  readonly name: string;
  readonly district: string;
  readonly account: FacilityAccount;
  /** In the order they were signed; no two are in force on the same day. */
  readonly agreements: readonly PlkkAgreement[];
}

export type FacilityState = Unknown | Registered;

/** What is known of one facility: `facility-<id>`. */
export const facilities = stream<FacilityState, FacilityEvent>('facility', {
  initial: { situation: 'UNKNOWN' },
  evolve(state, event) {
    if (event.type === 'FacilityRegistered') return registered(event);
    if (state.situation === 'UNKNOWN') throw new Error(`${event.type} before FacilityRegistered`);
    switch (event.type) {
      case 'PlkkAgreementSigned': {
        const { agreementId, reference, validFrom, validUntil } = event.data;
        const agreement = { agreementId, reference, validFrom, validUntil };
        return { ...state, agreements: [...state.agreements, agreement] };
      }
      case 'PlkkAgreementExtended':
        return { ...state, agreements: state.agreements.map((agreement) => extended(agreement, event)) };
      default:
        return assertNever(event, 'facility event');
    }
  },
});

function registered({ data }: EventOf<FacilityEvent, 'FacilityRegistered'>): Registered {
  const { facilityId, kind, name, district, account } = data;
  return { situation: 'REGISTERED', facilityId, kind, name, district, account, agreements: [] };
}

function extended(
  agreement: PlkkAgreement,
  { data }: EventOf<FacilityEvent, 'PlkkAgreementExtended'>,
): PlkkAgreement {
  if (agreement.agreementId !== data.agreementId) return agreement;
  return { ...agreement, validUntil: data.validUntil };
}

/** The facility. @throws Rejection `FACILITY_NOT_FOUND` */
export const known = (state: FacilityState): Registered =>
  inSituation(state, ['REGISTERED'], () => facilityRefusals.FACILITY_NOT_FOUND());

/** The agreement that makes the facility a PLKK on a day, if there is one. */
export function agreementInForce({ agreements }: Registered, on: LocalDate): PlkkAgreement | undefined {
  return agreements.find(({ validFrom, validUntil }) => validFrom <= on && on <= validUntil);
}
