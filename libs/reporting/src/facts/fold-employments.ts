import { type LocalDate, addDays } from '#kernel';
import type { Row } from '#postgres';
import type { employments, people } from './fact-tables.js';
import type { Membership, PersonFacts } from './fold-person.js';

type Step = Row<typeof employments>;

/** Who pays for workers of each kind. */
const PAYER = { PU: 'EMPLOYER', JAKON: 'PROJECT_OWNER' } as const;

/**
 * Memberships of those who work for an employer, or on a project: from the first day of work to the last one, or to that of the term.
 * Whether they are active on a day hangs on whoever pays for them as well (`standings`).
 */
export function employed(
  { employments: steps, workplaces, participantId, registrations }: PersonFacts,
  person: Row<typeof people>,
): readonly Membership[] {
  const ids = [...new Set(steps.map(({ membershipId }) => membershipId))];
  return ids.flatMap((membershipId) => {
    const own = steps.filter((step) => step.membershipId === membershipId);
    const { segment, workplaceId } = own[0]!;
    const workplace = workplaces.get(workplaceId);
    return timesOf(own).map(({ fromOn, untilOn }) => ({
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

interface Time {
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate | null;
}

/** What holds of the steps of a membership: those that wait for a second person do not. */
function timesOf(steps: readonly Step[]): readonly Time[] {
  const times: Time[] = [];
  steps.forEach((step, place) => {
    const isConfirmed = steps.slice(place + 1).some((later) => later.step === 'CONFIRMED');
    if (step.toBeConfirmed && !isConfirmed) return;
    const last = times.at(-1);
    const after = (day: LocalDate | null) => (day === null ? null : addDays(day, 1));
    if (step.step === 'JOINED') {
      times.push({ fromOn: step.happenedOn, untilOn: after(step.termEndsOn) });
    } else if (last !== undefined && step.step === 'LEFT') {
      times[times.length - 1] = { ...last, untilOn: after(step.happenedOn) };
    } else if (last !== undefined && (step.step === 'LEAVE_UNDONE' || step.step === 'PROLONGED')) {
      times[times.length - 1] = { ...last, untilOn: after(termIn(steps, place)) };
    }
  });
  return times.filter(({ fromOn, untilOn }) => untilOn === null || fromOn < untilOn);
}

/** The last day of the term that holds after a step; nothing where there is no term. */
const termIn = (steps: readonly Step[], place: number): LocalDate | null =>
  steps.slice(0, place + 1).findLast(({ step }) => step === 'JOINED' || step === 'PROLONGED')?.termEndsOn ??
  null;
