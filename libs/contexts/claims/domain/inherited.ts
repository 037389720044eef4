import type { LocalDate } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import { isAskedNoMore, overWith } from './heirs-over.js';

/** When those inherited who have the place of an heir who died. */
export interface Inherited {
  /** On which day heirs died whose place nobody has, as it was reported: by their id, or of all who were to be paid. */
  readonly died: Readonly<Record<string, LocalDate>>;
  /** Since when what they have is theirs who took such a place, by their id. */
  readonly since: Readonly<Record<string, LocalDate>>;
  /** Those who are recorded have the place of the participant alone: whoever claimed is paid what was approved for themselves. */
  readonly isOfParticipant?: true;
}

export const NOBODY_DIED: Inherited = { died: {}, since: {} };

const ALL = 'ALL';

/** Whoever takes the place of one who died inherits on the day of that death, whenever it is recorded. */
export function inheritedAfter(known: Inherited, event: ClaimEvent): Inherited {
  const days = daysAfter(known, event);
  return isOfParticipantAfter(known, event) ? { ...days, isOfParticipant: true as const } : days;
}

function isOfParticipantAfter({ isOfParticipant }: Inherited, event: ClaimEvent): boolean {
  if (overWith(event).heirs) return false;
  if (event.type !== 'HeirsEstablished' || event.data.inPlaceOfId !== undefined)
    return isOfParticipant === true;
  return event.data.inPlaceOfParticipant === true;
}

function daysAfter({ died, since }: Inherited, event: ClaimEvent): Inherited {
  const { type, data } = event;
  if (type === 'HeirsEstablished') {
    const { [data.inPlaceOfId ?? ALL]: day, ...others } = died;
    if (!day) return { died, since };
    return {
      died: others,
      since: { ...since, ...Object.fromEntries(data.heirs.map(({ heirId }) => [heirId, day])) },
    };
  }
  const { [ALL]: ofAll, ...each } = died;
  const left = ofAll && !isAskedNoMore(overWith(event), false) ? died : each;
  if (type !== 'HeirsWanted' || !data.diedOn) return { died: left, since };
  return { died: { ...left, [data.heirId ?? ALL]: data.diedOn }, since };
}
