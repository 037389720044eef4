import { type LocalDate, type Reading, type Rupiah, view } from '#kernel';
import type { CoverageStatus } from '#law';
import { onePerson } from './one-person.js';
import { placementCoverOn } from './placement-cover.js';
import type { PlacementEvent } from './placement.events.js';
import { type Placement, placementEnteredLateBy, placementIdOf, placements } from './placement.js';

/** What a decision of a higher floor may ask of somebody who builds on a project. */
export interface PlacementFacts {
  readonly placementId: string;
  readonly projectId: string;
  /** A first or a last day there, or something of the project, was entered late and not confirmed by a second person. */
  readonly isUnconfirmed: boolean;
  /** Whether somebody was named to work there on a day, or before it. */
  readonly workedBy: (day: LocalDate) => boolean;
  /** The last day of the work that a day lies in or follows. */
  readonly endedBy: (day: LocalDate) => LocalDate | undefined;
  readonly coverOn: (day: LocalDate) => CoverageStatus;
  /** The wage that was told with the time of work that a day lies in or follows; rupiah a month. */
  readonly wageOn: (day: LocalDate) => Rupiah | undefined;
}

/** What is known of the project itself. */
export interface ProjectOfPlacement {
  readonly projectId: string;
  readonly isUnconfirmed: boolean;
  readonly coverOn: (day: LocalDate) => { readonly status: CoverageStatus; readonly reason: string };
}

/** What was told of the wage on each first day of work. */
const wages = view<Readonly<Record<LocalDate, Rupiah>>, PlacementEvent>(placements, {
  initial: {},
  evolve: (told, event) =>
    event.type === 'ProjectWorkerNamed' ? { ...told, [event.data.effectiveOn]: event.data.wageIdr } : told,
});

/**
 * Reads from the log how a person builds on a project, by any of their ids; undefined where nobody has named them there.
 * @throws Rejection `PARTICIPANT_NOT_FOUND`
 */
export async function placementFacts(
  read: Reading,
  participantId: string,
  project: ProjectOfPlacement,
): Promise<PlacementFacts | undefined> {
  const { ids, record } = await onePerson(read, participantId);
  const { projectId } = project;
  const states = await Promise.all(ids.map((id) => read.state(placements, placementIdOf(id, projectId))));
  const placement = states.find((one): one is Placement => one.situation === 'NAMED');
  if (!placement) return undefined;
  const { placementId, spells } = placement;
  const told = await read.state(wages, placementId);
  const diedOn = record.situation === 'DECEASED' ? record.diedOn : undefined;
  const begun = (day: LocalDate) => spells.findLast(({ started }) => started.on <= day);
  return {
    placementId,
    projectId,
    isUnconfirmed: project.isUnconfirmed || placementEnteredLateBy(placement).length > 0,
    workedBy: (day) => begun(day) !== undefined,
    endedBy: (day) => begun(day)?.ended?.on,
    coverOn: (day) => placementCoverOn(day, spells, project.coverOn(day), diedOn).status,
    wageOn: (day) => told[begun(day)?.started.on ?? day],
  };
}
