import {
  type CommandContext,
  type LocalDate,
  type Policy,
  Rejection,
  type Rupiah,
  enforce,
  requireSecondPerson,
} from '#kernel';
import { isBackDated } from '#law';
import { membershipRefusals } from './membership.refusals.js';
import { type Deceased, type ParticipantState, type Registered, known } from './participant.js';
import type { PlacementEvent } from './placement.events.js';
import { placementRefusals } from './placement-refusals.js';
import {
  type Placement,
  type PlacementState,
  knownPlacement,
  newestSpell,
  placementEnteredLateBy,
} from './placement.js';
import { contributionRefusals } from './contribution.refusals.js';
import { participantRefusals } from './refusals.js';

export interface PlaceWorkerInput {
  readonly placementId: string;
  readonly participantId: string;
  readonly projectId: string;
  readonly wageIdr: Rupiah;
  readonly startedOn: LocalDate;
}

/** The time of the project. */
export interface PlacementProject {
  readonly startsOn: LocalDate;
  readonly lastDay: LocalDate;
}

/** What the decision needs of other streams. */
export interface PlacementFacts {
  readonly participant: ParticipantState;
  readonly project: PlacementProject;
}

interface PlacementGrounds {
  readonly placement: PlacementState;
  readonly participant: Registered | Deceased;
  readonly project: PlacementProject;
  readonly startedOn: LocalDate;
  readonly today: LocalDate;
}

/** In this order; the first refusal wins. */
const PLACEMENT_POLICIES: readonly Policy<PlacementGrounds>[] = [
  {
    name: 'not-for-the-erased',
    check: ({ participant }) =>
      participant.erased ? contributionRefusals.PERSONAL_DATA_ERASED() : undefined,
  },
  {
    // Who was not named and died there is named afterwards.
    name: 'not-after-the-death',
    check: ({ participant, startedOn }) =>
      participant.situation === 'DECEASED' && startedOn > participant.diedOn
        ? participantRefusals.DECEASED({ diedOn: participant.diedOn })
        : undefined,
  },
  {
    name: 'not-in-the-future',
    check: ({ startedOn, today }) =>
      startedOn > today ? membershipRefusals.WORK_IN_FUTURE({ today }) : undefined,
  },
  {
    name: 'while-there-is-work',
    check: ({ project, startedOn }) =>
      startedOn < project.startsOn || startedOn > project.lastDay
        ? placementRefusals.OUTSIDE_PROJECT(project)
        : undefined,
  },
  {
    name: 'one-at-a-time',
    check({ placement, startedOn }) {
      if (placement.situation === 'UNKNOWN') return undefined;
      const { started, ended } = newestSpell(placement);
      if (!ended) return placementRefusals.ALREADY_NAMED({ startedOn: started.on });
      return startedOn <= ended.on
        ? membershipRefusals.JOINS_BEFORE_LEAVING({ lastDay: ended.on })
        : undefined;
    },
  },
];

/**
 * Names a worker of a construction project (tenaga kerja proyek). Who was not named and is hurt may be named afterwards: a
 * second person confirms it, by the pay list or the supervisor's statement.
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `DECEASED`, or the code of the first placement policy that objects
 */
export function placeWorker(
  { startedOn, ...input }: PlaceWorkerInput,
  placement: PlacementState,
  { today, actor }: CommandContext,
  { participant, project }: PlacementFacts,
): readonly PlacementEvent[] {
  enforce(PLACEMENT_POLICIES, { placement, participant: known(participant), project, startedOn, today });
  const late = isBackDated('MEMBERSHIP', startedOn, today) && { backDatedBy: actor.id };
  return [{ type: 'ProjectWorkerNamed', data: { ...input, ...late, effectiveOn: startedOn } }];
}

const ofIt = ({ placementId, participantId, projectId }: Placement) => ({
  placementId,
  participantId,
  projectId,
});

/**
 * Records that a worker builds there no more after a day.
 * @throws Rejection `PLACEMENT_NOT_FOUND`, `NOT_ON_PROJECT`, `WORK_IN_FUTURE`, `LEAVES_BEFORE_JOINING`
 */
export function leaveProject(
  { lastDay }: { readonly placementId: string; readonly lastDay: LocalDate },
  state: PlacementState,
  { today, actor }: CommandContext,
): readonly PlacementEvent[] {
  const placement = knownPlacement(state);
  const { started, ended } = newestSpell(placement);
  if (ended) throw new Rejection(placementRefusals.NOT_ON_PROJECT({ lastDay: ended.on }));
  if (lastDay > today) throw new Rejection(membershipRefusals.WORK_IN_FUTURE({ today }));
  if (lastDay < started.on) {
    throw new Rejection(membershipRefusals.LEAVES_BEFORE_JOINING({ startedOn: started.on }));
  }
  const late = isBackDated('MEMBERSHIP', lastDay, today) && { backDatedBy: actor.id };
  return [{ type: 'ProjectWorkerLeft', data: { ...ofIt(placement), ...late, effectiveOn: lastDay } }];
}

/**
 * Confirms a first or a last day on a project that others entered late.
 * @throws Rejection `PLACEMENT_NOT_FOUND`, `NOTHING_BACK_DATED`, `ENTERED_BY_YOU`
 */
export function confirmPlacement(
  _input: { readonly placementId: string },
  state: PlacementState,
  { today, actor }: CommandContext,
): readonly PlacementEvent[] {
  const placement = knownPlacement(state);
  requireSecondPerson(placementEnteredLateBy(placement), actor, participantRefusals);
  return [
    {
      type: 'BackDatedPlacementConfirmed',
      data: { ...ofIt(placement), confirmerId: actor.id, effectiveOn: today },
    },
  ];
}
