import { type LocalDate, addDays, addPeriods } from '#kernel';
import { contributionDueDate } from '#law';
import type { Row } from '#postgres';
import type { settledMonths, standings, workplaces } from './fact-tables.js';

/** Everything that was told of an employer or a project, each list in the order of the log. */
export interface WorkplaceFacts {
  readonly workplaceId: string;
  readonly steps: readonly Row<typeof workplaces>[];
  readonly months: readonly Row<typeof settledMonths>[];
}

type Standing = Row<typeof standings>;

const LAST_DAY = '9999-12-31' as LocalDate;

/** So many months in a row may be due and unpaid before those who work there are covered no longer (reference 3.10). */
const ARREARS_MONTHS = 3;

/** From when to when it has paid for its workers; times do not overlap. */
export function foldWorkplace(facts: WorkplaceFacts): readonly Standing[] {
  const registered = facts.steps.find(({ step }) => step === 'REGISTERED');
  if (!registered) return [];
  const times = registered.kind === 'PROJECT' ? ofProject(facts, registered) : ofEmployer(facts);
  const closedOn = closingOf(facts.steps);
  const end = closedOn === null ? LAST_DAY : addDays(closedOn, 1);
  return joined(times)
    .map(({ fromOn, untilOn }) => ({
      workplaceId: facts.workplaceId,
      fromOn,
      untilOn: untilOn < end ? untilOn : end,
    }))
    .filter(({ fromOn, untilOn }) => fromOn < untilOn);
}

interface Time {
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
}

/** A settled month counts from the day on which it was settled until the fourth one after it is due and unpaid. */
function ofEmployer({ months }: WorkplaceFacts): Time[] {
  const settled = new Map<string, Row<typeof settledMonths>>();
  for (const month of months) settled.set(month.period, month);
  return [...settled.values()]
    .filter(({ isSettled }) => isSettled)
    .map(({ period, happenedOn }) => ({
      fromOn: happenedOn,
      untilOn: addDays(contributionDueDate(addPeriods(period, ARREARS_MONTHS + 1), 'PU'), 1),
    }));
}

/** A project that has paid anything covers whoever builds on it, from its first day to its last one. */
function ofProject({ steps }: WorkplaceFacts, { startsOn, endsOn }: Row<typeof workplaces>): Time[] {
  const takenBack = new Set(
    steps.filter(({ step }) => step === 'PAYMENT_REVERSED').map(({ paymentId }) => paymentId),
  );
  const paid = steps
    .filter((step, place) => step.step === 'PAID' && holds(steps, place) && !takenBack.has(step.paymentId))
    .map(({ happenedOn }) => happenedOn)
    .sort();
  const [first] = paid;
  const last = steps.findLast(({ step }) => step === 'EXTENDED')?.endsOn ?? endsOn;
  if (first === undefined || startsOn === null || last === null) return [];
  return [{ fromOn: first > startsOn ? first : startsOn, untilOn: addDays(last, 1) }];
}

function closingOf(steps: WorkplaceFacts['steps']): LocalDate | null {
  let closedOn: LocalDate | null = null;
  steps.forEach(({ step, happenedOn }, place) => {
    if (step === 'CLOSED' && holds(steps, place)) closedOn = happenedOn;
    if (step === 'REOPENED') closedOn = null;
  });
  return closedOn;
}

/** Whether a step waits for no second person, or one has confirmed it. */
const holds = (steps: WorkplaceFacts['steps'], place: number): boolean =>
  !steps[place]!.toBeConfirmed || steps.slice(place + 1).some(({ step }) => step === 'CONFIRMED');

/** Times that touch or overlap are one. */
function joined(times: readonly Time[]): readonly Time[] {
  const sorted = times.toSorted((one, other) => (one.fromOn < other.fromOn ? -1 : 1));
  const all: Time[] = [];
  for (const time of sorted) {
    const last = all.at(-1);
    if (last === undefined || time.fromOn > last.untilOn) all.push(time);
    else if (time.untilOn > last.untilOn) all[all.length - 1] = { ...last, untilOn: time.untilOn };
  }
  return all;
}
