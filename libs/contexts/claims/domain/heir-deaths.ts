import { assertNever } from '#kernel';
import type { HeirDeath, KnownClaim } from './claim-state.js';
import type { HeirsEvent, HeirsWanted } from './heirs.events.js';

/** What a claim knows of heirs who died before they were paid. */
type OfDeadHeirs = Pick<KnownClaim, 'heirsAreOpen' | 'heirDeath' | 'heirDeaths'>;

const NOBODY_DIED: OfDeadHeirs = { heirsAreOpen: undefined, heirDeath: undefined, heirDeaths: undefined };

/** Whether the share of one heir alone waits, and the others are paid meanwhile. Reports of earlier releases held up all of them. */
export const isOfOneShare = (
  data: HeirsWanted['data'],
): data is HeirsWanted['data'] & { readonly heirId: string; readonly besideIds: readonly string[] } =>
  data.heirId !== undefined && data.besideIds !== undefined;

/** Each dead heir's share waits by itself; whatever is asked of all takes the place of that. */
export function deadHeirsAfter({ heirDeaths = [] }: OfDeadHeirs, { type, data }: HeirsEvent): OfDeadHeirs {
  switch (type) {
    case 'HeirsWanted': {
      const { whoDied, heirId, reporterId } = data;
      const death = { heirId, reporterId };
      if (isOfOneShare(data)) return { heirDeaths: [...heirDeaths, death] };
      return { ...NOBODY_DIED, heirsAreOpen: true, ...(whoDied === 'HEIR' && { heirDeath: death }) };
    }
    case 'HeirsEstablished':
      return data.inPlaceOfId ? without(heirDeaths, data.inPlaceOfId) : NOBODY_DIED;
    case 'HeirDeathRevoked':
      return without(heirDeaths, data.heirId);
    case 'HeirsWantedNoMore':
      return NOBODY_DIED;
    // Somebody may come late, or it may turn out that the heir lives.
    case 'NobodyInherits':
      return {};
    default:
      return assertNever(type, 'event of heirs');
  }
}

const without = (deaths: readonly HeirDeath[], heirId: string | undefined): OfDeadHeirs => {
  const others = deaths.filter((one) => one.heirId !== heirId);
  return { ...NOBODY_DIED, ...(others.length > 0 && { heirDeaths: others }) };
};

/** Every heir who has died and whose place nobody has, as far as somebody has reported it. */
export const deathsOf = ({ heirDeath, heirDeaths = [] }: OfDeadHeirs): readonly HeirDeath[] =>
  heirDeath ? [heirDeath, ...heirDeaths] : heirDeaths;

/** The death of an heir that is meant: where one alone has died, it need not be said which. Undefined where none is, or none alone. */
export function deathMeant(claim: OfDeadHeirs, heirId: string | undefined): HeirDeath | undefined {
  const deaths = deathsOf(claim);
  if (heirId !== undefined) return deaths.find((one) => one.heirId === heirId);
  return deaths.length === 1 ? deaths[0] : undefined;
}
