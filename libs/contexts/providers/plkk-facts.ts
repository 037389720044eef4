import { type EventStore, readState } from '#event-store';
import type { LocalDate } from '#kernel';
import type { FacilityAccount, FacilityKind } from './domain/facility.events.js';
import { type PlkkAgreement, agreementInForce, facility } from './domain/facility.js';
import { requireRegistered } from './domain/require-registered.js';
import { facilityStream } from './streams.js';

/** What a decision about care at a facility rests on, as the log knows it now. */
export interface PlkkFacts {
  readonly facilityId: string;
  readonly kind: FacilityKind;
  readonly name: string;
  readonly district: string;
  /** Where its invoices are paid. */
  readonly account: FacilityAccount;
  /** The agreement in force on the day asked about; without one the facility was not a PLKK then. */
  readonly agreement?: PlkkAgreement;
}

/**
 * Reads a facility's facts on a day from the log, not from a read model: a decision must not rest on something older.
 * @throws Rejection `FACILITY_NOT_FOUND`
 */
export async function plkkOn(store: EventStore, facilityId: string, on: LocalDate): Promise<PlkkFacts> {
  const known = requireRegistered(await readState(store, facilityStream(facilityId), facility));
  const { kind, name, district, account } = known;
  return { facilityId, kind, name, district, account, agreement: agreementInForce(known, on) };
}
