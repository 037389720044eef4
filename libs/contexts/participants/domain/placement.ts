import { assertNever, derivedId, inSituation, stream } from '#kernel';
import type { WorkingDay } from './membership.js';
import type { PlacementEvent } from './placement.events.js';
import { placementRefusals } from './placement-refusals.js';

/** A time of work on a project, without a break. */
export interface PlacementSpell {
  readonly started: WorkingDay;
  readonly ended?: WorkingDay;
}

/** A person on one project, as often as they came and went. */
export interface Placement {
  readonly situation: 'NAMED';
  readonly placementId: string;
  readonly participantId: string;
  readonly projectId: string;
  /** Oldest first; no two overlap. */
  readonly spells: readonly PlacementSpell[];
}

export type PlacementState = { readonly situation: 'UNKNOWN' } | Placement;

/** The one placement of a person on a project. Stored, as the name of its stream: it never changes. */
export const placementIdOf = (participantId: string, projectId: string): string =>
  derivedId('placement', participantId, projectId);

/** What is known of a person on one project: `placement-<id>`. */
export const placements = stream<PlacementState, PlacementEvent>('placement', {
  initial: { situation: 'UNKNOWN' },
  evolve(state, event) {
    if (event.type === 'ProjectWorkerNamed') {
      const { placementId, participantId, projectId, effectiveOn: on, backDatedBy } = event.data;
      const before = state.situation === 'UNKNOWN' ? [] : state.spells;
      const spells = [...before, { started: { on, backDatedBy } }];
      return { situation: 'NAMED', placementId, participantId, projectId, spells };
    }
    if (state.situation === 'UNKNOWN') throw new Error(`${event.type} before ProjectWorkerNamed`);
    switch (event.type) {
      case 'ProjectWorkerLeft': {
        const { effectiveOn: on, backDatedBy } = event.data;
        const { started } = newestSpell(state);
        return { ...state, spells: [...state.spells.slice(0, -1), { started, ended: { on, backDatedBy } }] };
      }
      case 'BackDatedPlacementConfirmed': {
        const { confirmerId } = event.data;
        return { ...state, spells: state.spells.map((spell) => confirmed(spell, confirmerId)) };
      }
      default:
        return assertNever(event, 'placement event');
    }
  },
});

function confirmed({ started, ended }: PlacementSpell, confirmerId: string): PlacementSpell {
  const holds = (day: WorkingDay): WorkingDay =>
    day.backDatedBy === confirmerId ? day : { ...day, backDatedBy: undefined };
  return { started: holds(started), ...(ended && { ended: holds(ended) }) };
}

/** The placement. @throws Rejection `PLACEMENT_NOT_FOUND` */
export const knownPlacement = (state: PlacementState): Placement =>
  inSituation(state, ['NAMED'], () => placementRefusals.PLACEMENT_NOT_FOUND());

/** The newest time of work. */
export function newestSpell({ spells }: Placement): PlacementSpell {
  const last = spells.at(-1);
  if (!last) throw new Error('A placement without a first day');
  return last;
}

/** Who entered a first or a last day late that nobody else has confirmed. */
export const placementEnteredLateBy = ({ spells }: Placement): readonly string[] =>
  spells
    .flatMap(({ started, ended }) => [started, ...(ended ? [ended] : [])])
    .flatMap(({ backDatedBy }) => backDatedBy ?? []);
