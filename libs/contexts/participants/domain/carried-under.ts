import { type Period, type Reading, Rejection, addPeriods, firstDayOf, periodOf } from '#kernel';
import { bookedMonths } from '#law';
import { contributions } from './contributions.js';
import { onePerson } from './one-person.js';
import { living, participants } from './participant.js';
import { paymentsOf } from './payments.js';
import { rosterRefusals } from './roster-refusals.js';
import type { RosterState } from './roster.js';
import { type SponsorAgreement, agreementInForce, knownAgreement, sponsors } from './sponsor.js';

/** Those of some people of whom their registration, or a payment, says that they are under an agreement. */
export async function thoseUnder(
  read: Reading,
  agreementId: string,
  participantIds: readonly string[],
): Promise<readonly string[]> {
  const isUnder = await Promise.all(
    participantIds.map(async (participantId) => {
      const state = await read.state(participants, participantId);
      if (state.situation === 'UNKNOWN' || state.situation === 'ASSIGNED') return false;
      const record = state.situation === 'MERGED' ? state.record : state;
      if (record.agreementId === agreementId) return true;
      const { payments } = await read.state(paymentsOf, participantId);
      return payments.some((one) => one.agreementId === agreementId);
    }),
  );
  return participantIds.filter((_one, place) => isUnder[place]);
}

/**
 * Nobody is moved for a month that is paid: the other one would pay it again, or in vain.
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `PARTICIPANT_MERGED`, `DECEASED`, `TRANSFERRED_MONTHS_PAID`
 */
export async function requireUnpaidFrom(
  read: Reading,
  from: Period,
  participantIds: readonly string[],
): Promise<void> {
  await Promise.all(
    participantIds.map(async (participantId) => {
      living(await read.state(participants, participantId));
      const { ids } = await onePerson(read, participantId);
      const paid = await Promise.all(ids.map(async (id) => (await read.state(contributions, id)).paid));
      const last = bookedMonths(paid.flat()).reduce<Period | undefined>(
        (latest, month) => (latest !== undefined && latest > month ? latest : month),
        undefined,
      );
      if (last !== undefined && from <= last) {
        const next = addPeriods(last, 1);
        throw new Rejection(rosterRefusals.TRANSFERRED_MONTHS_PAID({ participantId, from: next }));
      }
    }),
  );
}

/** An agreement in a month that may be its first. @throws Rejection as `agreementInForce` */
export async function agreementInMonth(
  read: Reading,
  { sponsorId, agreementId }: { readonly sponsorId: string; readonly agreementId: string },
  month: Period,
): Promise<SponsorAgreement> {
  const state = await read.state(sponsors, sponsorId);
  const { validFrom } = knownAgreement(state, agreementId);
  const isFirst = periodOf(validFrom) === month;
  return agreementInForce(state, agreementId, isFirst ? validFrom : firstDayOf(month));
}

/** Those who have not left already. */
export const stillThere = ({ left }: RosterState, participantIds: readonly string[]): readonly string[] =>
  participantIds.filter((one) => !left.some(({ participantId }) => participantId === one));
