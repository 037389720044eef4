import type { LocalDate, Reading } from '#kernel';
import type { FacilityAccount, FacilityKind } from './facility.events.js';
import { type PlkkAgreement, agreementInForce, facilities, known } from './facility.js';

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
export async function plkkOn(read: Reading, facilityId: string, on: LocalDate): Promise<PlkkFacts> {
  const facility = known(await read.state(facilities, facilityId));
  const { kind, name, district, account } = facility;
  return { facilityId, kind, name, district, account, agreement: agreementInForce(facility, on) };
}
