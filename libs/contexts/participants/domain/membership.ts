import { type LocalDate, assertNever, derivedId, inSituation, stream } from '#kernel';
import type { EmploymentListed, LeavingReason, MembershipEvent } from './membership.events.js';
import { membershipRefusals } from './membership.refusals.js';

/** A first or a last day, and whether it holds. */
export interface WorkingDay {
  readonly on: LocalDate;
  /** Who entered it late, while nobody else has confirmed it: it does not hold yet. */
  readonly backDatedBy?: string;
}

/** A time of work with one employer, without a break. */
export interface WorkSpell {
  readonly started: WorkingDay;
  readonly ended?: WorkingDay & { readonly reason: LeavingReason };
  /** The last day of the time for which a decree names the worker, if one does. */
  readonly termEndsOn?: LocalDate;
}

/** The last day of a time of work, by what was reported: of a leaving or of the term, whichever comes first. */
export function endOf({ ended, termEndsOn }: WorkSpell): LocalDate | undefined {
  if (ended === undefined || termEndsOn === undefined) return ended?.on ?? termEndsOn;
  return ended.on < termEndsOn ? ended.on : termEndsOn;
}

/** The same of what holds: a leaving that was entered late does once a second person has confirmed it. */
export const holdingEndOf = ({ ended, ...spell }: WorkSpell): LocalDate | undefined =>
  endOf(ended?.backDatedBy === undefined ? { ...spell, ended } : spell);

export interface NeverJoined {
  readonly situation: 'UNKNOWN';
}

/** A person with one employer, as often as they came and went. */
export interface Membership {
  readonly situation: 'EMPLOYED' | 'LEFT';
  readonly membershipId: string;
  readonly participantId: string;
  readonly employerId: string;
  /** Oldest first; no two overlap. */
  readonly spells: readonly WorkSpell[];
}

export type MembershipState = NeverJoined | Membership;

/** The one membership of a person with an employer. Stored, as the name of its stream: it never changes. */
export const membershipIdOf = (participantId: string, employerId: string): string =>
  derivedId('membership', participantId, employerId);

/** What is known of a person with one employer: `membership-<id>`. */
export const memberships = stream<MembershipState, MembershipEvent>('membership', {
  initial: { situation: 'UNKNOWN' },
  evolve(state, event) {
    if (event.type === 'WorkerJoined') {
      const { membershipId, participantId, employerId, effectiveOn: on, backDatedBy } = event.data;
      const { termEndsOn } = event.data;
      const before = state.situation === 'UNKNOWN' ? [] : state.spells;
      const spells = [...before, { started: { on, backDatedBy }, ...(termEndsOn && { termEndsOn }) }];
      return { situation: 'EMPLOYED', membershipId, participantId, employerId, spells };
    }
    if (state.situation === 'UNKNOWN') throw new Error(`${event.type} before WorkerJoined`);
    const last = lastSpell(state);
    const others = state.spells.slice(0, -1);
    switch (event.type) {
      case 'WorkerLeft': {
        const { effectiveOn: on, reason, backDatedBy } = event.data;
        const ended = { on, reason, backDatedBy };
        return { ...state, situation: 'LEFT', spells: [...others, { ...last, ended }] };
      }
      case 'WorkerLeaveUndone':
        return { ...state, situation: 'EMPLOYED', spells: [...others, { ...last, ended: undefined }] };
      case 'TermProlonged':
        return { ...state, spells: [...others, { ...last, termEndsOn: event.data.termEndsOn }] };
      // Nobody decides on the number of a card.
      case 'MemberKpjGivenOut':
        return state;
      case 'BackDatedMembershipConfirmed': {
        const spells = state.spells.map((spell) => confirmed(spell, event.data.confirmerId));
        return { ...state, spells };
      }
      default:
        return assertNever(event, 'membership event');
    }
  },
});

function confirmed({ started, ended, ...term }: WorkSpell, confirmerId: string): WorkSpell {
  const holds = <Day extends WorkingDay>(day: Day): Day =>
    day.backDatedBy === confirmerId ? day : { ...day, backDatedBy: undefined };
  return { started: holds(started), ...(ended && { ended: holds(ended) }), ...term };
}

/** The membership. @throws Rejection `MEMBERSHIP_NOT_FOUND` */
export const knownMembership = (state: MembershipState): Membership =>
  inSituation(state, ['EMPLOYED', 'LEFT'], () => membershipRefusals.MEMBERSHIP_NOT_FOUND());

/** The newest time of work. */
export function lastSpell({ spells }: Membership): WorkSpell {
  const last = spells.at(-1);
  if (!last) throw new Error('A membership without a first day');
  return last;
}

/** Who entered a first or a last day late that nobody else has confirmed. */
export const membershipEnteredLateBy = ({ spells }: Membership): readonly string[] =>
  spells
    .flatMap(({ started, ended }) => [started, ...(ended ? [ended] : [])])
    .flatMap(({ backDatedBy }) => backDatedBy ?? []);

/** Where the memberships of a person are to be looked for. */
export interface EmploymentsState {
  readonly memberships: readonly { readonly membershipId: string; readonly employerId: string }[];
}

/** The memberships of one person: `employment-<participantId>`. One may be listed that was never begun. */
export const employments = stream<EmploymentsState, EmploymentListed>('employment', {
  initial: { memberships: [] },
  evolve: ({ memberships: listed }, { data: { membershipId, employerId } }) => ({
    memberships: [...listed, { membershipId, employerId }],
  }),
});
