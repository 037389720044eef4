import {
  type AuthorityLevel,
  type CommandContext,
  type DomainEvent,
  type LocalDate,
  Rejection,
  type Stream,
  fold,
} from '#kernel';
import { routeOfAction } from '#http';
import type { AskFacts, Trying } from '#runtime';
import { TEST_ACTOR, testContext } from '#testing/decisions';
import { CLAIM } from '../domain/claim.examples.js';
import { type ClaimAfterDecision, claimsAfterDecision } from '../domain/claim-after-decision.js';
import type { ClaimEvent } from '../domain/claim.events.js';
import type { Basis } from '../domain/programme.js';
import type { KnownClaim } from '../domain/claim.js';
import { claimActions } from './claim.actions.js';

/** A claim on a day, as somebody got it there. */
export interface Place {
  readonly history: readonly ClaimEvent[];
  /** Which of the days of the walk it is. */
  readonly day: number;
}

/** A place, the places that one action, or the passing of time, leads to, and what was refused. */
export interface Walked extends Place {
  readonly after: ClaimAfterDecision;
  readonly next: readonly { readonly by: string; readonly who?: string; readonly to: string }[];
  readonly closed: readonly { readonly name: string; readonly who: string; readonly code: string }[];
}

/** Commands are decided on what was recorded on the way, and on facts that stay as they are. */
class OnTheWay implements Trying {
  events: readonly ClaimEvent[] = [];

  constructor(
    private readonly folded: Folded,
    private readonly context: CommandContext,
    private readonly basis: Basis,
  ) {}

  decide: Trying['decide'] = async (input, stream, _id, decide, _facts: AskFacts<never, never, unknown>) => {
    const state = this.folded.as(stream);
    const events = decide(input, state, this.context, this.basis as never);
    this.events = events as readonly DomainEvent[] as readonly ClaimEvent[];
    return { streamId: stream.of(CLAIM), events: events.map(({ type }) => type) };
  };
}

/** What happened on the way, folded once for everybody who looks at it. */
class Folded {
  private readonly states = new Map<unknown, unknown>();

  constructor(private readonly history: readonly ClaimEvent[]) {}

  as<State, Event extends DomainEvent>(stream: Stream<State, Event>): State {
    if (!this.states.has(stream))
      this.states.set(stream, fold(stream, this.history as readonly DomainEvent[] as readonly Event[]));
    return this.states.get(stream) as State;
  }
}

/** Of the same person may be whoever handed it in, calculated it and decides; others can take their place. */
export const PEOPLE = ['ani', 'budi', 'cahya'];

/** Where no day is told. */
const { today: DAY } = testContext();

/** So many of the choices of an action lead anywhere else. */
const CHOICES = 3;

/**
 * Everywhere that people can bring a claim, by what is open of the table of actions; and time, which passes by itself.
 * @param authority how far they decide; as far as their roles do where it is absent
 */
export async function walk(
  begin: readonly ClaimEvent[],
  basis: Basis,
  days: readonly LocalDate[],
  authority?: AuthorityLevel,
): Promise<ReadonlyMap<string, Walked>> {
  const found = new Map<string, Walked>();
  const open: Place[] = [{ history: begin, day: 0 }];
  for (let place = open.shift(); place; place = open.shift()) {
    const key = keyOf(place);
    if (found.has(key)) continue;
    const { walked, reached } = await lookAround(place, basis, days, authority);
    found.set(key, walked);
    open.push(...reached);
  }
  return found;
}

async function lookAround(
  place: Place,
  basis: Basis,
  days: readonly LocalDate[],
  authority?: AuthorityLevel,
) {
  const { history, day } = place;
  const after = fold(claimsAfterDecision, history);
  const folded = new Folded(history);
  const next: { by: string; who?: string; to: string }[] = [];
  const closed: { name: string; who: string; code: string }[] = [];
  const reached: Place[] = [];
  const goTo = (by: string, to: Place, who?: string) => {
    next.push({ by, who, to: keyOf(to) });
    reached.push(to);
  };
  if (day + 1 < days.length) goTo('time passes', { history, day: day + 1 });
  for (const id of PEOPLE) {
    for (const one of claimActions.actions) {
      const actor = { ...TEST_ACTOR, id, roles: routeOfAction(one).roles, authority };
      const context = testContext({ today: days[day] ?? DAY, actor });
      const of = { id: CLAIM, state: after.after.claim, today: context.today, actor, said: {} };
      for (const attempt of one.attempts(of).slice(0, CHOICES)) {
        const way = new OnTheWay(folded, context, basis);
        try {
          await attempt.run(way);
          if (way.events.length > 0) goTo(one.name, { history: [...history, ...way.events], day }, id);
        } catch (error) {
          if (!(error instanceof Rejection)) throw error;
          closed.push({ name: one.name, who: id, code: error.code });
        }
      }
    }
  }
  return { walked: { ...place, after, next, closed }, reached };
}

/** What is the same for everything that can be done: who, by name, and how often something happened do not matter. */
function keyOf({ history, day }: Place): string {
  const state = fold(claimsAfterDecision, history);
  const { claim } = state.after;
  if (claim.situation === 'UNKNOWN') return 'UNKNOWN';
  if (['APPROVED', 'DENIED'].includes(claim.situation)) return keyOfDecided(claim, day, state);
  const { proposal, hands } = claim;
  return JSON.stringify([
    claim.situation,
    day,
    'setOffOn' in claim && claim.setOffOn !== undefined,
    'assessment' in claim && [claim.assessment.assessorId, claim.assessment.refusal?.decision],
    proposal?.proposerId,
    'awaited' in claim && claim.awaited.reason,
    claim.heirs !== undefined,
    Math.min(hands.assessorIds.length, 2),
    claim.interim?.found?.assessorId,
    hands.endorsedBy,
  ]);
}

/** How it came to be decided matters no more. */
function keyOfDecided(
  claim: KnownClaim,
  day: number,
  { after: { reassessment }, isAnswered, objection, dispute }: ClaimAfterDecision,
): string {
  return JSON.stringify([
    claim.situation,
    day,
    'forArrears' in claim && claim.forArrears,
    claim.heirsAreOpen,
    Math.min(claim.heirDeaths?.length ?? 0, 2),
    reassessment && [
      Math.min(claim.hands.assessorIds.length, 2),
      reassessment.found !== undefined,
      reassessment.ground !== undefined,
    ],
    isAnswered,
    objection && [objection.isOfEarlier],
    dispute !== undefined,
  ]);
}

/**
 * How many actions, or waits, every place is from an end; none for a place that leads to no end.
 * @param without actions that are not taken
 */
export function stepsToAnEnd(
  places: ReadonlyMap<string, Walked>,
  isEnd: (place: Walked) => boolean,
  without: readonly string[] = [],
): ReadonlyMap<string, number> {
  const steps = new Map<string, number>(
    [...places].flatMap(([key, place]) => (isEnd(place) ? [[key, 0] as const] : [])),
  );
  for (let more = true; more;) {
    more = false;
    for (const [key, { next }] of places) {
      if (steps.has(key)) continue;
      const taken = next.filter(({ by }) => !without.includes(by));
      const nearest = Math.min(...taken.map(({ to }) => steps.get(to) ?? Infinity));
      if (nearest === Infinity) continue;
      steps.set(key, nearest + 1);
      more = true;
    }
  }
  return steps;
}
