import { type Actor, type LocalDate, type Reading, Rejection, sightOf } from '#kernel';
import { careUntil, tariffsFrom, termsOn } from './agreement.js';
import type { FacilityAccount, FacilityKind } from './facility.events.js';
import { type PlkkAgreement, agreementInForce, facilities, known } from './facility.js';
import type { PlkkTerms, TariffFrom } from './plkk-terms.js';
import { facilityRefusals } from './refusals.js';

/** What a decision about care at a facility rests on, as the log knows it now. */
export interface PlkkFacts {
  readonly facilityId: string;
  readonly kind: FacilityKind;
  readonly name: string;
  readonly district: string;
  /** Where its invoices are paid now, whatever the day. */
  readonly account: FacilityAccount;
  /** The agreement in force on the day asked about; without one the facility was not a PLKK then. */
  readonly agreement?: PlkkAgreement;
  /** What was agreed for that day. */
  readonly terms?: PlkkTerms;
  /** The agreed prices from that day on. */
  readonly tariffs?: readonly TariffFrom[];
  /** So long the care of whoever was admitted on that day is paid by BPJS. */
  readonly careUntil?: LocalDate;
}

/**
 * Reads a facility's facts on a day from the log, not from a read model: a decision must not rest on something older.
 * @throws Rejection `FACILITY_NOT_FOUND`
 */
export async function plkkOn(read: Reading, facilityId: string, on: LocalDate): Promise<PlkkFacts> {
  const facility = known(await read.state(facilities, facilityId));
  const { kind, name, district, account } = facility;
  const agreement = agreementInForce(facility, on);
  return {
    facilityId,
    kind,
    name,
    district,
    account,
    agreement,
    ...(agreement && {
      terms: termsOn(agreement, on),
      tariffs: tariffsFrom(agreement, on),
      careUntil: careUntil(agreement, on),
    }),
  };
}

/** What a desk does beside treating, where its agreement says so. */
const DESK_WORK = {
  registersWorkers: facilityRefusals.PLKK_REGISTERS_NOBODY,
  takesPayments: facilityRefusals.PLKK_TAKES_NO_PAYMENTS,
} as const;

/**
 * Whether the desk of a PLKK may register workers, or take what they pay: as its agreement says on the day. One that never had an
 * agreement acts as its office lets it.
 * @throws Rejection `PLKK_REGISTERS_NOBODY`, `PLKK_TAKES_NO_PAYMENTS`
 */
export async function requireDeskWork(
  read: Reading,
  actor: Actor,
  work: keyof typeof DESK_WORK,
  today: LocalDate,
): Promise<void> {
  const { facilityId } = sightOf(actor);
  if (facilityId === undefined) return;
  const facility = await read.state(facilities, facilityId);
  if (facility.situation === 'UNKNOWN' || facility.agreements.length === 0) return;
  const agreement = agreementInForce(facility, today);
  if (!agreement || !termsOn(agreement, today)[work]) throw new Rejection(DESK_WORK[work]());
}
