import { type LocalDate, addDays } from '#kernel';
import { employedCoverTimes } from '#law';
import type { Row } from '#postgres';
import type { people } from './fact-tables.js';
import type { employments } from './work-tables.js';
import type { Membership, PersonFacts } from './fold-person.js';
import type { PaidMonth } from './paid-months.js';

type Step = Row<typeof employments>;

/** Who pays for workers of each kind. */
const PAYER = { PU: 'EMPLOYER', JAKON: 'PROJECT_OWNER' } as const;

/**
 * Memberships of those who work for an employer, or on a project: from the first day of work to the last one, or to that of the term; of a
 * wage earner the times of that in which the months are paid, or BPJS bears that they are not. Whether they are active on a day hangs on whoever
 * pays for them as well (`standings`).
 */
export function employed(
  { employments: steps, workplaces, participantId, registrations, paidMonths }: PersonFacts,
  person: Row<typeof people>,
): readonly Membership[] {
  const ids = [...new Set(steps.map(({ membershipId }) => membershipId))];
  return ids.flatMap((membershipId) => {
    const own = steps.filter((step) => step.membershipId === membershipId);
    const { segment, workplaceId } = own[0]!;
    const workplace = workplaces.get(workplaceId);
    const paid = segment === 'PU' ? paidMonths.filter((one) => one.membershipId === membershipId) : undefined;
    return timesOf(own, paid).map(({ fromOn, untilOn }) => ({
      participantId,
      membership: `${segment}/${membershipId}`,
      fromOn,
      untilOn,
      personId: person.personId,
      segment,
      channel: registrations[0]?.channel ?? null,
      payer: PAYER[segment],
      sponsorId: null,
      district: person.district ?? workplace?.district ?? null,
      branch: workplace?.branch ?? person.branch,
      occupationGroup: person.occupationGroup,
      sex: person.sex,
      ageBand: person.ageBand,
      workplaceId,
      workplaceKind: workplace?.kind ?? null,
      isSeveral: false,
    }));
  });
}

/** A time of work, by what holds. */
interface Spell {
  readonly startedOn: LocalDate;
  readonly leftOn: LocalDate | null;
  readonly termEndsOn: LocalDate | null;
  /** The first day waits for no second person. */
  readonly holds: boolean;
}

interface Time {
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate | null;
}

/** The times of a membership that count; on each day that of the spell that began last. @param paid of a wage earner the paid months */
function timesOf(steps: readonly Step[], paid: readonly PaidMonth[] | undefined): readonly Time[] {
  const spells = spellsOf(steps).filter(({ holds }) => holds);
  return spells.flatMap((spell, place) => {
    const next = spells[place + 1]?.startedOn ?? null;
    return timesIn(spell, paid)
      .map(({ fromOn, untilOn }) => ({ fromOn, untilOn: earliest(untilOn, next) }))
      .filter(({ fromOn, untilOn }) => untilOn === null || fromOn < untilOn);
  });
}

function timesIn(
  { startedOn, leftOn, termEndsOn }: Spell,
  paid: readonly PaidMonth[] | undefined,
): readonly Time[] {
  const endedOn = earliest(leftOn, termEndsOn);
  if (paid) return employedCoverTimes({ startedOn, paid, ...(endedOn !== null && { endedOn }) });
  return [{ fromOn: startedOn, untilOn: endedOn === null ? null : addDays(endedOn, 1) }];
}

/** The first of two days, of which nothing is never. */
const earliest = (one: LocalDate | null, other: LocalDate | null): LocalDate | null =>
  one === null || (other !== null && other < one) ? other : one;

/** Every time of work that was told, oldest first. What waits for a second person does not hold yet. */
function spellsOf(steps: readonly Step[]): readonly Spell[] {
  const spells: Spell[] = [];
  steps.forEach(({ step, happenedOn, termEndsOn, toBeConfirmed }, place) => {
    const holds = !toBeConfirmed || steps.slice(place + 1).some((later) => later.step === 'CONFIRMED');
    if (step === 'JOINED') {
      spells.push({ startedOn: happenedOn, leftOn: null, termEndsOn, holds });
      return;
    }
    const last = spells.at(-1);
    const changes: Partial<Spell> | undefined = {
      LEFT: { leftOn: holds ? happenedOn : null },
      LEAVE_UNDONE: { leftOn: null },
      PROLONGED: { termEndsOn },
      CONFIRMED: undefined,
    }[step];
    if (last && changes) spells[spells.length - 1] = { ...last, ...changes };
  });
  return spells;
}
