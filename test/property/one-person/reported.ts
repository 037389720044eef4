import { duesContracts } from '#contexts/dues/published';
import { employersContracts } from '#contexts/employers/published';
import { participantsContracts } from '#contexts/participants/published';
import { projectsContracts } from '#contexts/projects/published';
import type { RecordedEvent } from '#event-store';
import type { LocalDate } from '#kernel';
import { toCloudEvents } from '#publishing';
import { type FactsBy, factsAmong } from '../../../libs/reporting/src/facts/fact-rows.js';
import { settledMonths, settledReports, workplaces } from '../../../libs/reporting/src/facts/work-tables.js';
import { type Membership, foldPerson } from '../../../libs/reporting/src/facts/fold-person.js';
import { foldWorkplace } from '../../../libs/reporting/src/facts/fold-workplace.js';
import { personFacts, survivorsOf } from '../../../libs/reporting/src/facts/person-facts.js';
import { READERS } from '../../../libs/reporting/src/facts/readers.js';

const CONTRACTS = [duesContracts, employersContracts, participantsContracts, projectsContracts];

/** The facts that the reporting service makes of what contracts tell of a log. */
function factsOf(log: readonly RecordedEvent[]): FactsBy {
  const messages = log.flatMap((event) => toCloudEvents(CONTRACTS, event)).map(({ event }) => event);
  return factsAmong(messages.flatMap((message) => READERS.get(message.type)?.read(message).rows ?? []));
}

/** What reports count of some people. */
export interface Counted {
  readonly memberships: readonly Membership[];
  /** Whether a membership is active on a day. */
  readonly isActive: (membership: Membership, on: LocalDate) => boolean;
}

/** What reports count of some people, and of whom they work for. */
export async function countedOf(
  log: readonly RecordedEvent[],
  people: readonly string[],
  worksAt: readonly string[],
): Promise<Counted> {
  const by = factsOf(log);
  const facts = await personFacts(by, people, await survivorsOf(by, people));
  const steps = await by(workplaces, 'workplaceId', worksAt);
  const months = await by(settledMonths, 'workplaceId', worksAt);
  const reports = await by(settledReports, 'workplaceId', worksAt);
  const standings = worksAt.flatMap((workplaceId) =>
    foldWorkplace({
      workplaceId,
      steps: steps.get(workplaceId) ?? [],
      months: months.get(workplaceId) ?? [],
      reports: reports.get(workplaceId) ?? [],
    }),
  );
  const isIn = (on: LocalDate, one: { readonly fromOn: LocalDate; readonly untilOn: LocalDate | null }) =>
    one.fromOn <= on && (one.untilOn === null || on < one.untilOn);
  return {
    memberships: facts.flatMap((one) => foldPerson(one).memberships),
    isActive: (membership, on) =>
      isIn(on, membership) &&
      (membership.workplaceId === null ||
        standings.some((one) => one.workplaceId === membership.workplaceId && isIn(on, one))),
  };
}
