import { type CommandContext, type LocalDate, type Rupiah, enforce, inSituation } from '#kernel';
import { CONTRACT_POLICIES } from './policies/contract.policies.js';
import { contributionOf } from './project-contribution.js';
import type { ContributionBase, ProjectEvent } from './project.events.js';
import { type AskedStage, type ProjectState, stagesOf } from './project.js';
import { projectRefusals } from './refusals.js';

export interface RegisterProjectInput {
  readonly projectId: string;
  readonly registrationNumber: string;
  readonly name: string;
  readonly owner: string;
  readonly contractor: string;
  readonly district: string;
  readonly branch: string;
  readonly reference: string;
  readonly contractedOn: LocalDate;
  readonly base: ContributionBase;
  readonly baseIdr: Rupiah;
  readonly workers: number;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  /** In percent of the whole; everything before work begins where nothing else is said. */
  readonly stages?: readonly AskedStage[];
}

/**
 * Registers a construction project with its bill by the law of the day of the contract (pendaftaran proyek jasa konstruksi).
 * @throws Rejection `PROJECT_ALREADY_REGISTERED`, or the code of the first contract policy that objects
 */
export function registerProject(
  { stages: asked, ...input }: RegisterProjectInput,
  state: ProjectState,
  { today }: CommandContext,
): readonly ProjectEvent[] {
  inSituation(state, ['UNKNOWN'], ({ projectId }) =>
    projectRefusals.PROJECT_ALREADY_REGISTERED({ projectId }),
  );
  const stages = asked ?? [{ dueOn: input.startsOn, percent: 100 }];
  enforce(CONTRACT_POLICIES, { ...input, stages, today });
  const due = contributionOf(input);
  return [
    {
      type: 'ProjectRegistered',
      data: { ...input, ...due, stages: stagesOf(due.amountIdr, stages), effectiveOn: today },
    },
  ];
}
