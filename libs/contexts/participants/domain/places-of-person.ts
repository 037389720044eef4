import { type LocalDate, type Period, type Reading, addPeriods, periodOf, view } from '#kernel';
import { onePerson } from './one-person.js';
import type { ParticipantEvent } from './participant.events.js';
import { participants } from './participant.js';
import type { RosterEvent } from './roster.events.js';
import { rosters } from './roster.js';
import { paymentsOf } from './payments.js';
import { type SponsorAgreement, sponsors } from './sponsor.js';

/** An agreement under which somebody was registered or paid for, under one of their ids. */
export interface PlaceOfPerson {
  readonly sponsorId: string;
  readonly agreement: SponsorAgreement;
  readonly participantId: string;
}

interface NamedAgreement {
  readonly sponsorId?: string;
  readonly agreementId?: string;
}

/** The agreements that registrations named: as a participant, and as self-employed beside an employment. */
const registeredUnder = view<readonly NamedAgreement[], ParticipantEvent>(participants, {
  initial: [],
  evolve(before, event) {
    if (event.type !== 'ParticipantRegistered' && event.type !== 'SelfEmploymentRegistered') return before;
    const { sponsorId, agreementId } = event.data;
    return [...before, { sponsorId, agreementId }];
  },
});

/** Where a person may have a place: under which agreements they were registered, or paid for. */
export async function placesOfPerson(
  read: Reading,
  participantId: string,
): Promise<readonly PlaceOfPerson[]> {
  const { situation } = await read.state(participants, participantId);
  if (situation === 'UNKNOWN' || situation === 'ASSIGNED') return [];
  const { ids } = await onePerson(read, participantId);
  const found = await Promise.all(ids.map((id) => agreementsOf(read, id)));
  return found.flat();
}

async function agreementsOf(read: Reading, participantId: string): Promise<readonly PlaceOfPerson[]> {
  const [{ payments }, registered] = await Promise.all([
    read.state(paymentsOf, participantId),
    read.state(registeredUnder, participantId),
  ]);
  const named = [...registered, ...payments].flatMap(({ sponsorId, agreementId }) =>
    sponsorId === undefined || agreementId === undefined ? [] : [[agreementId, sponsorId] as const],
  );
  const places = await Promise.all(
    [...new Map(named)].map(async ([agreementId, sponsorId]) => {
      const sponsor = await read.state(sponsors, sponsorId);
      const agreements = sponsor.situation === 'REGISTERED' ? sponsor.agreements : [];
      return agreements
        .filter((one) => one.agreementId === agreementId)
        .map((agreement) => ({ sponsorId, agreement, participantId }));
    }),
  );
  return places.flat();
}

/** The same streams as `rosters`, of those who left because they had died: their last month, whatever day of death stands now. */
export const leftByDeath = view<Readonly<Record<string, Period>>, RosterEvent>(rosters, {
  initial: {},
  evolve(left, event) {
    if (event.type === 'SponsorMembersAdded') {
      const back = new Set(event.data.members.map(({ participantId }) => participantId));
      return Object.fromEntries(Object.entries(left).filter(([id]) => !back.has(id)));
    }
    if (event.type !== 'SponsorMembersRemoved' || event.data.reason !== 'DIED') return left;
    const { participantIds, last } = event.data;
    return { ...left, ...Object.fromEntries(participantIds.map((id) => [id, last])) };
  },
});

/** The last month for which a sponsor pays for whoever died: that of the death, as far as the agreement reaches. */
export function lastMonthOf(diedOn: LocalDate, { validFrom, validUntil }: SponsorAgreement): Period {
  const [month, before, end] = [periodOf(diedOn), addPeriods(periodOf(validFrom), -1), periodOf(validUntil)];
  if (month < before) return before;
  return month > end ? end : month;
}
