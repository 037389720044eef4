import type { HeirDeath, KnownClaim } from './claim-state.js';
import type { ClaimEvent } from './claim.events.js';
import { isAskedNoMore, isOfOneShare, isShareOver, overWith } from './heirs-over.js';

/** What a claim knows of heirs who died before they were paid. */
type OfDeadHeirs = Pick<KnownClaim, 'heirsAreOpen' | 'heirDeath' | 'heirDeaths'>;

/** Each dead heir's share waits by itself; whatever is asked of all takes the place of that. */
export function deadHeirsAfter({ heirDeaths = [], ...before }: OfDeadHeirs, event: ClaimEvent): OfDeadHeirs {
  const over = overWith(event);
  const { heirsAreOpen, heirDeath } = isAskedNoMore(over, before.heirDeath === undefined) ? {} : before;
  const left = heirDeaths.filter(({ heirId }) => !isShareOver(over, heirId));
  return {
    heirsAreOpen,
    heirDeath,
    heirDeaths: left.length > 0 ? left : undefined,
    ...askedBy(event, left),
  };
}

/** What is asked from then on. */
function askedBy({ type, data }: ClaimEvent, shares: readonly HeirDeath[]): OfDeadHeirs {
  if (type === 'DisputeEnded' && data.outcome === 'OTHERWISE') return { heirsAreOpen: true };
  if (type !== 'HeirsWanted') return {};
  const { whoDied, heirId, reporterId } = data;
  const death = { heirId, reporterId };
  if (isOfOneShare(data)) return { heirDeaths: [...shares, death] };
  return whoDied === 'HEIR' ? { heirsAreOpen: true, heirDeath: death } : { heirsAreOpen: true };
}

/** Every heir who has died and whose place nobody has, as far as somebody has reported it. */
export const deathsOf = ({ heirDeath, heirDeaths = [] }: OfDeadHeirs): readonly HeirDeath[] =>
  heirDeath ? [heirDeath, ...heirDeaths] : heirDeaths;

/** The death of an heir that is meant: where one alone has died, it need not be said which. Undefined where none is, or none alone. */
export function deathMeant(claim: OfDeadHeirs, heirId: string | undefined): HeirDeath | undefined {
  const deaths = deathsOf(claim);
  if (heirId !== undefined) return deaths.find((one) => one.heirId === heirId);
  return deaths.length === 1 ? deaths[0] : undefined;
}
