import type { EventOf, LocalDate } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import type { HeirsWanted } from './heirs.events.js';

/** What an event brings to an end of all that may be open about who is paid as an heir. */
export interface OverOfHeirs {
  /** Heirs disagree no more. */
  readonly dispute?: true;
  /** Who inherits is asked of all who are paid no more, or is asked anew. */
  readonly ofAll?: true;
  /** The same where it was asked because an heir has died: whoever inherits from the participant is looked for still. */
  readonly ofHeir?: true;
  /** What waits for those who take the share of a dead heir, or is given up, does so no more: of each of them, or of one. */
  readonly shares?: 'EACH' | { readonly of: string };
  /** Nobody is paid as an heir: whoever lives after all has none. */
  readonly heirs?: true;
}

const OF_ALL: OverOfHeirs = { ofAll: true, shares: 'EACH' };

/** The participant lives: whatever was asked of heirs is asked of nobody. */
const EVERYTHING: OverOfHeirs = { ...OF_ALL, dispute: true, heirs: true };

/** Reports of earlier releases asked all of them, of whomever they were. */
const withShare = (heirId: string | undefined): OverOfHeirs =>
  heirId === undefined ? OF_ALL : { ofHeir: true, shares: { of: heirId } };

/** That nobody has come ends nothing: somebody may come late, or the heir may live after all. */
const ENDS = {
  DisputeEnded: ({ outcome }) => ({ dispute: true, ...(outcome === 'OTHERWISE' && OF_ALL) }),
  HeirsWanted(data) {
    if (isOfOneShare(data)) return { shares: { of: data.heirId } };
    return data.whoDied === 'HEIR' ? OF_ALL : {};
  },
  HeirsEstablished: ({ inPlaceOfId }) => withShare(inPlaceOfId),
  HeirDeathRevoked: ({ heirId }) => withShare(heirId),
  HeirsWantedNoMore: () => EVERYTHING,
  ClaimTakenOver: ({ claimant }) => (claimant === 'PARTICIPANT' ? EVERYTHING : {}),
} satisfies {
  readonly [Type in ClaimEvent['type']]?: (data: EventOf<ClaimEvent, Type>['data']) => OverOfHeirs;
};

type EndingType = keyof typeof ENDS;

/** The events by which something of it may be over. */
export const ENDING_HEIRS = Object.keys(ENDS) as readonly EndingType[];

const isEnding = (event: ClaimEvent): event is EventOf<ClaimEvent, EndingType> =>
  Object.hasOwn(ENDS, event.type);

/** What is over with an event; nothing with most of them. */
export function overWith(event: ClaimEvent): OverOfHeirs {
  if (!isEnding(event)) return {};
  const over = ENDS[event.type] as (data: (typeof event)['data']) => OverOfHeirs;
  return over(event.data);
}

/** What begins with an event, once what it ends is over; the state before it tells what that was. */
export type BeginsOfHeirs<State> = {
  readonly [Type in ClaimEvent['type']]?: (
    known: State,
    data: EventOf<ClaimEvent, Type>['data'],
    before: State,
  ) => State;
};

/** A fold about heirs: whatever it knows of them ends by this table and by no other, so that none of them waits for what is over. */
export const foldOfHeirs =
  <State>(ended: (state: State, over: OverOfHeirs, day: LocalDate) => State, begins: BeginsOfHeirs<State>) =>
  (before: State, event: ClaimEvent): State => {
    const known = isEnding(event) ? ended(before, overWith(event), event.data.effectiveOn) : before;
    const handlers: Readonly<
      Record<string, ((known: State, data: never, before: State) => State) | undefined>
    > = begins;
    return handlers[event.type]?.(known, event.data as never, before) ?? known;
  };

/** Whether what is asked of all is over, by whom it is about. */
export const isAskedNoMore = ({ ofAll, ofHeir }: OverOfHeirs, isOfParticipant: boolean): boolean =>
  ofAll === true || (ofHeir === true && !isOfParticipant);

/** Whether the share of an heir is over. */
export const isShareOver = ({ shares }: OverOfHeirs, heirId: string | undefined): boolean =>
  shares === 'EACH' || (shares !== undefined && shares.of === heirId);

/** Whether the share of one heir alone waits, and the others are paid meanwhile. Reports of earlier releases held up all of them. */
export const isOfOneShare = (
  data: HeirsWanted['data'],
): data is HeirsWanted['data'] & { readonly heirId: string; readonly besideIds: readonly string[] } =>
  data.heirId !== undefined && data.besideIds !== undefined;
