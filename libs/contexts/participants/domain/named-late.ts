import type { CommandContext, EventOf } from '#kernel';
import { isBackDated } from '#law';
import type { ParticipantEvent } from './participant.events.js';
import type { Deceased, Registered } from './participant.js';

/**
 * Who names somebody of the family: said where the participant died so long ago that a second person has to confirm it. Of the living
 * nothing takes effect before it is recorded.
 */
export const namedLate = (
  participant: Registered | Deceased,
  { today, actor }: CommandContext,
): { readonly backDatedBy?: string } =>
  participant.situation === 'DECEASED' && isBackDated('FAMILY', participant.diedOn, today)
    ? { backDatedBy: actor.id }
    : {};

/** Whoever was named late counts, as far as a second person has confirmed it. */
export function familyConfirmed<State extends Registered | Deceased>(
  state: State,
  { data }: EventOf<ParticipantEvent, 'BackDatedFamilyConfirmed'>,
): State {
  const children = state.children.map(({ backDatedBy, ...child }) =>
    backDatedBy !== undefined && !data.childIds.includes(child.childId) ? { ...child, backDatedBy } : child,
  );
  return { ...withoutNamed(state, data.heirIds), children };
}

/** Nobody waits any more for a second person to confirm these heirs. */
export function withoutNamed<State extends Registered | Deceased>(
  state: State,
  heirIds: readonly string[],
): State {
  const left = Object.entries(state.heirsNamedBy ?? {}).filter(([heirId]) => !heirIds.includes(heirId));
  return { ...state, heirsNamedBy: left.length > 0 ? Object.fromEntries(left) : undefined };
}

/** Who named whom of the family long after the death, while nobody else has confirmed it. */
export function familyNamedLate({
  children,
  heirsNamedBy = {},
}: Pick<Registered, 'children' | 'heirsNamedBy'>) {
  return {
    children: children.flatMap(({ childId, backDatedBy: by }) =>
      by === undefined ? [] : [{ id: childId, by }],
    ),
    heirs: Object.entries(heirsNamedBy).map(([id, by]) => ({ id, by })),
  };
}
