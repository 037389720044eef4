import { type LocalDate, addDays } from '#kernel';
import type { Row } from '#postgres';
import type { standings } from './fact-tables.js';
import type { settledMonths, settledReports, workplaces } from './work-tables.js';
import { paidReports } from './paid-months.js';

/** Everything that was told of an employer or a project, each list in the order of the log. */
export interface WorkplaceFacts {
  readonly workplaceId: string;
  readonly steps: readonly Row<typeof workplaces>[];
  readonly months: readonly Row<typeof settledMonths>[];
  readonly reports: readonly Row<typeof settledReports>[];
}

type Standing = Row<typeof standings>;

const LAST_DAY = '9999-12-31' as LocalDate;

/** From when to when it stands for its workers; times do not overlap. */
export function foldWorkplace(facts: WorkplaceFacts): readonly Standing[] {
  const registered = facts.steps.find(({ step }) => step === 'REGISTERED');
  if (!registered) return [];
  const times = registered.kind === 'PROJECT' ? ofProject(facts, registered) : ofEmployer(facts);
  const closedOn = closingOf(facts.steps);
  const end = closedOn === null ? LAST_DAY : addDays(closedOn, 1);
  return times
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

/** An employer stands for its workers from the first day on which it paid for any of them. */
function ofEmployer({ months, reports }: WorkplaceFacts): Time[] {
  const paid = [...paidReports(reports).values()].filter(({ paysForSomebody }) => paysForSomebody);
  // A month may have been paid and cost nothing since: of those that were opened again only this tells it.
  const told = months.findLast(({ isSettled }) => !isSettled)?.paidFirstOn;
  const [first] = [...paid.map(({ happenedOn }) => happenedOn), ...(told ? [told] : [])].sort();
  return first === undefined ? [] : [{ fromOn: first, untilOn: LAST_DAY }];
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
