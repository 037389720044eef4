import { type CommandContext, type LocalDate, Rejection, type Rupiah, enforce } from '#kernel';
import { isBackDated } from '#law';
import { CONTRACT_POLICIES } from './policies/contract.policies.js';
import { type ProjectContribution, contributionOf } from './project-contribution.js';
import type { EndingReason, ProjectEvent } from './project.events.js';
import { type ProjectState, type Registered, known, lastDayOf } from './project.js';
import { projectRefusals } from './refusals.js';

/** An addendum of the contract. */
interface Addendum {
  readonly projectId: string;
  /** Its number. */
  readonly reference: string;
  /** By when what it adds is due. */
  readonly dueOn: LocalDate;
}

export interface AmendProjectInput extends Addendum {
  readonly baseIdr: Rupiah;
}

export interface ExtendProjectInput extends Addendum {
  readonly endsOn: LocalDate;
}

/**
 * Records another value of the contract, or other wages (adendum): due is what the law asks for the whole, less what it asked.
 * @throws Rejection `PROJECT_NOT_FOUND`, `PROJECT_HAS_ENDED`, `ADDENDUM_KNOWN`, `ADDENDUM_DUE_BEFORE_CONTRACT`, `NOTHING_AMENDED`, or the code of a contract policy
 */
export function amendProject(
  { baseIdr, ...addendum }: AmendProjectInput,
  state: ProjectState,
  { today }: CommandContext,
): readonly ProjectEvent[] {
  const project = goingOn(state, addendum, today);
  if (project.baseIdr === baseIdr) throw new Rejection(projectRefusals.NOTHING_AMENDED());
  enforce(CONTRACT_POLICIES, { ...project, stages: [{ dueOn: addendum.dueOn, percent: 100 }], today });
  const due = contributionOf({ ...project, baseIdr });
  return [
    { type: 'ProjectAmended', data: { ...changed(project, addendum, due), baseIdr, effectiveOn: today } },
  ];
}

/**
 * Records that the project goes on for longer (perpanjangan waktu).
 * @throws Rejection `PROJECT_NOT_FOUND`, `PROJECT_HAS_ENDED`, `ADDENDUM_KNOWN`, `ADDENDUM_DUE_BEFORE_CONTRACT`, `NOT_EXTENDED`, or the code of a contract policy
 */
export function extendProject(
  { endsOn, ...addendum }: ExtendProjectInput,
  state: ProjectState,
  { today }: CommandContext,
): readonly ProjectEvent[] {
  const project = goingOn(state, addendum, today);
  if (endsOn <= project.endsOn) throw new Rejection(projectRefusals.NOT_EXTENDED({ endsOn: project.endsOn }));
  const stages = [{ dueOn: addendum.dueOn, percent: 100 }];
  enforce(CONTRACT_POLICIES, { ...project, endsOn, stages, today });
  const due = contributionOf({ ...project, endsOn });
  return [
    { type: 'ProjectExtended', data: { ...changed(project, addendum, due), endsOn, effectiveOn: today } },
  ];
}

/** A project on which there is work, or will be: an addendum comes before its end. */
function goingOn(state: ProjectState, { reference, dueOn }: Addendum, today: LocalDate): Registered {
  const project = known(state);
  const lastDay = project.ending?.on ?? lastDayOf(project);
  if (project.ending || lastDay < today) throw new Rejection(projectRefusals.PROJECT_HAS_ENDED({ lastDay }));
  if (project.references.includes(reference)) throw new Rejection(projectRefusals.ADDENDUM_KNOWN());
  const { contractedOn } = project;
  if (dueOn < contractedOn)
    throw new Rejection(projectRefusals.ADDENDUM_DUE_BEFORE_CONTRACT({ contractedOn }));
  return project;
}

const changed = (
  project: Registered,
  { projectId, reference, dueOn }: Addendum,
  due: ProjectContribution,
) => ({ projectId, reference, ...due, dueOn, changeIdr: due.amountIdr - project.amountIdr });

export interface EndProjectInput {
  readonly projectId: string;
  readonly reason: EndingReason;
  readonly reference: string;
  readonly lastDay: LocalDate;
}

/**
 * Records that work on the project has ended (proyek berakhir); nothing of what was paid is paid back.
 * @throws Rejection `PROJECT_NOT_FOUND`, `PROJECT_HAS_ENDED`, `ENDS_IN_FUTURE`, `ENDS_OUTSIDE_PROJECT`
 */
export function endProject(
  { lastDay, ...input }: EndProjectInput,
  state: ProjectState,
  { today, actor }: CommandContext,
): readonly ProjectEvent[] {
  const { ending, startsOn, endsOn } = known(state);
  if (ending) throw new Rejection(projectRefusals.PROJECT_HAS_ENDED({ lastDay: ending.on }));
  if (lastDay > today) throw new Rejection(projectRefusals.ENDS_IN_FUTURE({ today }));
  if (lastDay < startsOn || lastDay > endsOn) {
    throw new Rejection(projectRefusals.ENDS_OUTSIDE_PROJECT({ startsOn, endsOn }));
  }
  const late = isBackDated('PROJECT_END', lastDay, today) && { backDatedBy: actor.id };
  return [{ type: 'ProjectEnded', data: { ...input, ...late, effectiveOn: lastDay } }];
}
