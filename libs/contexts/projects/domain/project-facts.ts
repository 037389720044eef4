import type { LocalDate, Reading } from '#kernel';
import type { ProjectEvent } from './project.events.js';
import { type ProjectCover, projectCoverOn } from './project-cover.js';
import { type Registered, enteredLateBy, known, lastDayOf, projects } from './project.js';

/** What a decision of a higher floor may ask of a project. */
export interface ProjectFacts {
  readonly projectId: string;
  readonly startsOn: LocalDate;
  /** The last day on which there is work. */
  readonly lastDay: LocalDate;
  /** Something was entered late that no second person has confirmed. */
  readonly isUnconfirmed: boolean;
  /** Whether it covers whoever works on it on a day. */
  readonly coverOn: (day: LocalDate) => ProjectCover;
}

/** Reads a project from the log. @throws Rejection `PROJECT_NOT_FOUND` */
export const projectFacts = async (read: Reading, projectId: string): Promise<ProjectFacts> =>
  factsOf(projectId, known(await read.state(projects, projectId)));

/** The same; undefined of one that nobody registered. */
export async function projectIfKnown(read: Reading, projectId: string): Promise<ProjectFacts | undefined> {
  const project = await read.state(projects, projectId);
  return project.situation === 'REGISTERED' ? factsOf(projectId, project) : undefined;
}

function factsOf(projectId: string, project: Registered): ProjectFacts {
  return {
    projectId,
    startsOn: project.startsOn,
    lastDay: lastDayOf(project),
    isUnconfirmed: enteredLateBy(project).length > 0,
    coverOn: (day) => projectCoverOn(day, project),
  };
}

/** A project as its events tell it, for read models of others that tell of the cover of its workers. */
export const projectAfter = (before: Registered | undefined, event: ProjectEvent): Registered =>
  known(projects.evolve(before ?? projects.initial, event));
