import {
  type CommandContext,
  type Period,
  Rejection,
  type Rupiah,
  addPeriods,
  assertNever,
  periodOf,
  rupiah,
  stream,
} from '#kernel';
import type { RosterEvent, SponsorMembersAdded, SponsorMembersRemoved } from './roster.events.js';
import { rosterRefusals } from './roster-refusals.js';
import type { SponsorAgreement } from './sponsor.js';

/** A place under an agreement. */
export interface Place {
  readonly participantId: string;
  readonly monthlyIdr: Rupiah;
}

/** Who has a place under an agreement, as far as they were counted, and who left. */
export interface RosterState {
  readonly carried: readonly (Place & { readonly from: Period })[];
  /** Until which month they were carried. */
  readonly left: readonly { readonly participantId: string; readonly last: Period }[];
}

/**
 * Who is carried under an agreement: `roster-<agreementId>`. Places are counted where the agreement has a quota; of one without, only
 * those stand here who left it or came by a transfer.
 */
export const rosters = stream<RosterState, RosterEvent>('roster', {
  initial: { carried: [], left: [] },
  evolve({ carried, left }, event) {
    switch (event.type) {
      case 'SponsorMembersAdded': {
        const { members, from } = event.data;
        const joined = new Set(members.map(({ participantId }) => participantId));
        return {
          carried: [...without(carried, joined), ...members.map((one) => ({ ...one, from }))],
          left: without(left, joined),
        };
      }
      case 'SponsorMembersRemoved': {
        const { participantIds, last } = event.data;
        const gone = new Set(participantIds);
        return {
          carried: without(carried, gone),
          left: [...without(left, gone), ...participantIds.map((participantId) => ({ participantId, last }))],
        };
      }
      case 'SponsorPlacesGivenBack':
        return { carried: without(carried, new Set(event.data.participantIds)), left };
      default:
        return assertNever(event, 'roster event');
    }
  },
});

const without = <Of extends { readonly participantId: string }>(
  some: readonly Of[],
  ids: ReadonlySet<string>,
): readonly Of[] =>
  some.some(({ participantId }) => ids.has(participantId))
    ? some.filter(({ participantId }) => !ids.has(participantId))
    : some;

/** What an agreement has left for others. */
interface Room {
  readonly places: number;
  readonly monthlyIdr: number;
}

/** The room that is left under an agreement. */
function roomIn(
  { carried }: Pick<RosterState, 'carried'>,
  { quota, monthlyIdr }: Pick<SponsorAgreement, 'quota' | 'monthlyIdr'>,
): Room {
  const promised = carried.reduce((sum, one) => sum + one.monthlyIdr, 0);
  return {
    places: quota === undefined ? Number.POSITIVE_INFINITY : quota - carried.length,
    monthlyIdr: monthlyIdr === undefined ? Number.POSITIVE_INFINITY : monthlyIdr - promised,
  };
}

/** Why there is no place for somebody; undefined where there is one. */
function refusedIn(room: Room, { monthlyIdr }: Place, agreement: SponsorAgreement) {
  if (room.places < 1) return rosterRefusals.QUOTA_USED_UP({ quota: agreement.quota ?? 0 });
  return room.monthlyIdr < monthlyIdr
    ? rosterRefusals.MONTHLY_MONEY_USED_UP({
        monthlyIdr: agreement.monthlyIdr ?? monthlyIdr,
        leftIdr: rupiah(room.monthlyIdr),
        dueIdr: monthlyIdr,
      })
    : undefined;
}

/** Who of several gets a place, in their order, and why the others do not. */
export function shareOut(
  wanted: readonly Place[],
  state: RosterState,
  agreement: SponsorAgreement,
): { readonly given: readonly Place[]; readonly refused: ReadonlyMap<string, Rejection> } {
  const carried = new Set(state.carried.map(({ participantId }) => participantId));
  const refused = new Map<string, Rejection>();
  const given: Place[] = [];
  let room = roomIn(state, agreement);
  for (const place of wanted) {
    if (carried.has(place.participantId)) continue;
    const refusal = refusedIn(room, place, agreement);
    if (refusal) refused.set(place.participantId, new Rejection(refusal));
    else {
      given.push(place);
      carried.add(place.participantId);
      room = { places: room.places - 1, monthlyIdr: room.monthlyIdr - place.monthlyIdr };
    }
  }
  return { given, refused };
}

/** Gives places back that were taken for people who were not paid for after all; who has none has nothing to give. */
export function givePlacesBack(
  input: {
    readonly sponsorId: string;
    readonly agreementId: string;
    readonly participantIds: readonly string[];
  },
  { carried }: RosterState,
  { today }: Pick<CommandContext, 'today'>,
): readonly RosterEvent[] {
  const participantIds = input.participantIds.filter((id) => carried.some((one) => one.participantId === id));
  if (participantIds.length === 0) return [];
  return [{ type: 'SponsorPlacesGivenBack', data: { ...input, participantIds, effectiveOn: today } }];
}

export interface AddMembersInput extends Omit<SponsorMembersAdded['data'], 'members' | 'effectiveOn'> {
  readonly members: readonly Place[];
}

/** What the decision needs of the sponsor. */
export interface CarryingFacts {
  readonly agreement: SponsorAgreement;
}

/**
 * Carries people under an agreement, all of them or none; who is carried already stays so.
 * @throws Rejection `QUOTA_USED_UP`, `MONTHLY_MONEY_USED_UP`
 */
export function addMembers(
  input: AddMembersInput,
  state: RosterState,
  { today }: CommandContext,
  { agreement }: CarryingFacts,
): readonly RosterEvent[] {
  const { given, refused } = shareOut(input.members, state, agreement);
  const [rejection] = refused.values();
  if (rejection) throw rejection;
  if (given.length === 0) return [];
  return [{ type: 'SponsorMembersAdded', data: { ...input, members: given, effectiveOn: today } }];
}

/**
 * Carries people again who had left an agreement, all of them or none.
 * @throws Rejection `TRANSFER_GOES_NOWHERE`, `NOT_CARRIED`, or as `addMembers`
 */
export function readmitMembers(
  input: AddMembersInput,
  state: RosterState,
  context: CommandContext,
  { under, agreement }: RemovalFacts,
): readonly RosterEvent[] {
  const gone = new Set(state.left.map(({ participantId }) => participantId));
  const stayed = input.members.find(({ participantId }) => !gone.has(participantId));
  if (!stayed) return addMembers(input, state, context, { agreement });
  const { participantId } = stayed;
  const isHere = under.includes(participantId) || carries(state, [participantId]);
  throw new Rejection(
    isHere ? rosterRefusals.TRANSFER_GOES_NOWHERE() : rosterRefusals.NOT_CARRIED({ participantId }),
  );
}

export type RemoveMembersInput = Omit<SponsorMembersRemoved['data'], 'effectiveOn'>;

/** What the decision needs of other streams. */
export interface RemovalFacts extends CarryingFacts {
  /** Those of them of whom registrations and payments say that they are under this agreement. */
  readonly under: readonly string[];
}

/**
 * Carries people under an agreement no longer. Who has left already stays so.
 * @throws Rejection `NOT_CARRIED`, `LAST_MONTH_OUTSIDE_AGREEMENT`
 */
export function removeMembers(
  input: RemoveMembersInput,
  { carried, left }: RosterState,
  { today }: CommandContext,
  { agreement, under }: RemovalFacts,
): readonly RosterEvent[] {
  const first = addPeriods(periodOf(agreement.validFrom), -1);
  const final = periodOf(agreement.validUntil);
  if (input.last < first || input.last > final) {
    throw new Rejection(rosterRefusals.LAST_MONTH_OUTSIDE_AGREEMENT({ first, last: final }));
  }
  const gone = new Set(left.map(({ participantId }) => participantId));
  const here = new Set([...under, ...carried.map(({ participantId }) => participantId)]);
  const leaving = [...new Set(input.participantIds)].filter((one) => !gone.has(one));
  const stranger = leaving.find((one) => !here.has(one));
  if (stranger !== undefined) throw new Rejection(rosterRefusals.NOT_CARRIED({ participantId: stranger }));
  if (leaving.length === 0) return [];
  return [{ type: 'SponsorMembersRemoved', data: { ...input, participantIds: leaving, effectiveOn: today } }];
}

/** The last month of whoever is carried no more from a month on, also where the agreement ended before. */
export function lastMonthBefore(from: Period, { validUntil }: Pick<SponsorAgreement, 'validUntil'>): Period {
  const before = addPeriods(from, -1);
  const end = periodOf(validUntil);
  return before < end ? before : end;
}

/**
 * Whether somebody has a place under an agreement, or had one for months up to `until`: those of whoever left need no place anew.
 * @param ids all ids of the person
 */
export const carries = ({ carried, left }: RosterState, ids: readonly string[], until?: Period): boolean =>
  carried.some(({ participantId }) => ids.includes(participantId)) ||
  left.some(({ participantId, last }) => until !== undefined && until <= last && ids.includes(participantId));

/**
 * A sponsor does not pay for months after somebody left its agreement: another one does, or they themselves.
 * @param ids all ids of the person
 * @throws Rejection `NO_LONGER_CARRIED`
 */
export function requireCarried(
  ids: readonly string[],
  { period, months }: { readonly period: Period; readonly months: number },
  state: RosterState,
): void {
  // Few have left, and many are carried.
  const gone = state.left.find(({ participantId }) => ids.includes(participantId));
  if (!gone || carries(state, ids, addPeriods(period, months - 1))) return;
  throw new Rejection(rosterRefusals.NO_LONGER_CARRIED({ last: gone.last }));
}
