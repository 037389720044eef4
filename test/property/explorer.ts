import fc from 'fast-check';
import type { RecordedEvent } from '#event-store';
import { CLAIM } from '#http';
import { AUTHORITY_LEVELS, INSTANT, type Instant, type LocalDate, type Role, dateIn, instant } from '#kernel';
import { valuesOf } from '#testing/memory';
import { type Chance, chanceOf } from './chance.js';
import { csvOfWorkers } from './csv-of-workers.js';
import { KnownThings, type Thing } from './known-things.js';
import { Play } from './play.js';
import { type Act, ERASED, PLOTS, type Saying } from './plots.js';
import { RequestMaker, type Subject } from './request-maker.js';
import type { Route } from './routes.js';
import { tokenOf } from './app-in-memory.js';
import type { Answer, Happening, Sent, World } from './world.js';

/** What is explored: in memory, or a system that runs. */
export type Explored = Pick<World, 'events' | 'send' | 'happen'>;

/** Things that had something happen to them last: of one of these the story goes on, mostly. */
const OFTEN_GONE_ON_WITH = 8;

const KEYS = fc.uuid();

/** Now and then a token names none: who has one takes nothing in. */
const OFFICES = ['Bekasi', 'Cikarang', 'Bekasi', 'Cikarang', 'Bekasi', 'Cikarang', 'Bekasi', ''] as const;

const HOUR = 3_600_000;
const DAY_MS = 24 * HOUR;

/** How a route has done in this world. */
interface Tried {
  accepted: number;
  refusedSince: number;
}

/** What is asked next: by which route, about which thing, and in which story. */
interface Choice {
  readonly route: Route;
  readonly focus?: Thing;
  readonly act?: Act;
  readonly cast?: ReadonlyMap<string, string>;
}

function byWeight<Weighted extends { readonly weight: number }>(
  choices: readonly Weighted[],
  chance: Chance,
): Weighted {
  let left = chance.next() * choices.reduce((sum, { weight }) => sum + weight, 0);
  const found = choices.find(({ weight }) => (left -= weight) < 0) ?? choices.at(-1);
  if (!found) throw new RangeError('There is nothing to choose from');
  return found;
}

/**
 * Somebody who tries everything: each step is one request, to a route that was accepted seldom so far and about things that
 * are there, mostly. Which request it is follows from the step's number and from what the world has recorded, so the same
 * steps in a new world are the same requests.
 */
export class Explorer {
  readonly happened: Happening[] = [];
  private readonly things = new KnownThings();
  private readonly tried: Map<Route, Tried>;
  /** How often a route was refused about a thing as it stands. */
  private readonly refused = new WeakMap<Thing, Map<Route, number>>();
  private play: Play | undefined;
  private isUnseen = false;
  private readonly told = new Map<readonly Act[], number>();

  /** @param now milliseconds since 1970, when the first step is taken */
  constructor(
    private readonly world: Explored,
    private readonly routes: readonly Route[],
    private now: number,
    private readonly plots = PLOTS,
  ) {
    this.tried = new Map(routes.map((route) => [route, { accepted: 0, refusedSince: 0 }]));
  }

  /** @throws NotApplicable */
  async step(seed: number): Promise<void> {
    const chance = chanceOf(seed);
    this.things.learn(this.world.events);
    this.goOn(chance);
    const again = this.happened.at(-1);
    if (again && 'url' in again && chance.percent(3)) return this.happens(again);
    const erased = this.erased(chance);
    if (erased !== undefined) return this.happens({ erased });
    const choice =
      (chance.percent(70) && this.onStage(chance)) ||
      (chance.percent(40) && this.goingOn(chance)) ||
      this.anywhere(chance);
    if (choice.act) {
      this.isUnseen = choice.act.unseen ?? false;
      this.pass((choice.act.afterDays ?? 0) * DAY_MS);
    }
    const sent = this.request(choice, chance);
    this.happened.push(sent);
    const before = this.world.events.length;
    const answer = await this.world.send(sent);
    this.note(choice, answer.status < 300, this.world.events.slice(before));
  }

  /**
   * Asks something about things that are there, and changes nothing.
   * @param at when it is asked; left out: now
   */
  async ask(route: Route, seed: number, saying: Saying = {}, at?: Instant): Promise<Answer> {
    this.things.learn(this.world.events);
    const act = { route: route.name, saying: () => ({ after: undefined, ...saying }) };
    const { now } = this;
    if (at !== undefined) this.now = Date.parse(at);
    const request = this.request({ route, act }, chanceOf(seed));
    this.now = now;
    return this.world.send(request);
  }

  private happens(happening: Happening): Promise<void> {
    this.happened.push(happening);
    return this.world.happen(happening);
  }

  /** Whoever is erased now: in a story, or once in a while. */
  private erased(chance: Chance): string | undefined {
    if (this.play?.act?.route === ERASED) {
      const inStory = this.play.cast.get('participantId');
      this.play.played(true, []);
      return inStory;
    }
    if (!chance.percent(0.3)) return undefined;
    const known = this.things.knowing(['participantId']);
    return known.length > 0 ? chance.pick(known).ids.get('participantId') : undefined;
  }

  private note({ route, focus, act }: Choice, isAccepted: boolean, recorded: readonly RecordedEvent[]): void {
    const tried = this.tried.get(route)!;
    if (act) this.play?.played(isAccepted, recorded);
    if (isAccepted && recorded.length > 0) {
      tried.accepted++;
      // Whatever was refused may be possible now.
      for (const other of this.tried.values()) other.refusedSince /= 2;
    } else if (focus) {
      const refused = this.refused.get(focus) ?? new Map<Route, number>();
      this.refused.set(focus, refused.set(route, (refused.get(route) ?? 0) + 1));
    } else {
      tried.refusedSince++;
    }
  }

  /** The next act of a story. */
  private onStage(chance: Chance): Choice | undefined {
    if (!this.play?.act) this.play = new Play(this.nextPlot(chance));
    const { act, cast } = this.play;
    const route = this.routes.find(({ name }) => name === act?.route);
    return route && { route, act, cast };
  }

  /** One that was told least often. */
  private nextPlot(chance: Chance): readonly Act[] {
    const times = (plot: readonly Act[]) => this.told.get(plot) ?? 0;
    const least = Math.min(...this.plots.map(times));
    const plot = chance.pick(this.plots.filter((one) => times(one) === least));
    this.told.set(plot, least + 1);
    return plot;
  }

  /** The next of what can happen to one of the things that something happened to last. */
  private goingOn(chance: Chance): Choice | undefined {
    const choices = this.things.newest(OFTEN_GONE_ON_WITH).flatMap((focus) =>
      this.routes
        .filter(({ params }) => [...params.keys()][0] === focus.idName)
        .map((route) => ({
          route,
          focus,
          weight: this.rarity(route) / (1 + 3 * (this.refused.get(focus)?.get(route) ?? 0)),
        })),
    );
    return choices.length > 0 ? byWeight(choices, chance) : undefined;
  }

  /** Anything, about anything. */
  private anywhere(chance: Chance): Choice {
    const choices = this.routes.map((route) => {
      const isThere = [...route.params.keys()].every((name) => this.things.hasAny(name));
      const refusals = (1 + this.tried.get(route)!.refusedSince) ** 1.5;
      return { route, weight: ((isThere ? 1 : 0.02) * Math.sqrt(this.rarity(route))) / refusals };
    });
    return byWeight(choices, chance);
  }

  /** What was accepted seldom is tried more often. */
  private rarity(route: Route): number {
    return 1 / (1 + this.tried.get(route)!.accepted);
  }

  /** Time goes on: mostly hours, sometimes years; now and then a clock is late. */
  private goOn(chance: Chance): void {
    const step = chance.next();
    const most = step < 0.7 ? 4 * HOUR : step < 0.95 ? 3 * DAY_MS : step < 0.995 ? 60 * DAY_MS : 900 * DAY_MS;
    const back = chance.percent(3) ? -1 : 1;
    this.pass(back * Math.floor(chance.next() * most));
  }

  private pass(ms: number): void {
    const moved = this.now + ms;
    if (INSTANT.fits(new Date(moved).toISOString())) this.now = moved;
  }

  /** A request of a route, about things that are there. */
  request({ route, focus, act, cast }: Choice, chance: Chance): Sent {
    const moment = instant(new Date(this.now).toISOString());
    const today = dateIn(moment);
    const maker = new RequestMaker(this.things, today, this.now, chance, act?.saying(today));
    const subject = maker.subject(route, cast ? this.things.playing(cast) : focus);
    const path = [...route.params].reduce(
      (filled, [name, scalar]) => filled.replace(`:${name}`, String(maker.param(name, scalar, subject))),
      route.path,
    );
    const query = new URLSearchParams(
      Object.entries(maker.object(route.query, subject)).map(([name, value]): [string, string] => [
        name,
        String(value),
      ]),
    ).toString();
    const body = route.file
      ? fileOf(route.file, chance, today)
      : route.body && maker.object(route.body, subject);
    return {
      route: route.name,
      method: route.method,
      url: query ? `${path}?${query}` : path,
      headers: {
        authorization: `Bearer ${tokenOf(this.claims(route.roles, subject, chance))}`,
        'x-lindung-clock': moment,
        ...(route.method === 'POST' && { 'idempotency-key': chance.value(KEYS) }),
        ...this.seen(route, subject, chance),
        ...(body !== undefined && { 'content-type': route.file ?? 'application/json' }),
      },
      processesFollow: !this.isUnseen && chance.percent(80),
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    };
  }

  /** What the person saw of the thing, where it is asked for, and now and then elsewhere. */
  private seen({ params, needsIfMatch }: Route, { ids }: Subject, chance: Chance): Record<string, string> {
    const [name = ''] = params.keys();
    const revision = this.things.revisionOf(name, ids.get(name) ?? '');
    return revision !== undefined && (needsIfMatch || chance.percent(5))
      ? { 'if-match': `"${revision}"` }
      : {};
  }

  /** Few people, so that some meet again; now and then one with a name from edge to edge of what a token may say. */
  private claims(roles: readonly Role[], { ids }: Subject, chance: Chance): object {
    const odd = chance.percent(5);
    // A PLKK sees its own people only, and seldom gets to the end of a story.
    const everybody = roles.filter((role) => role !== 'plkk');
    const [facility] = this.things.knowing(['facilityId']);
    // Most of what an adjudicator may ask for as well is decided by supervisors alone.
    const decides = roles.includes('supervisor') && chance.percent(50);
    const role = decides
      ? 'supervisor'
      : chance.pick(everybody.length > 0 && chance.percent(75) ? everybody : roles);
    return {
      roles: [role],
      sub: odd ? CLAIM.normal(chance.value(valuesOf(CLAIM))) : `user-${chance.below(8)}`,
      office: odd ? CLAIM.normal(chance.value(valuesOf(CLAIM))) : chance.pick(OFFICES),
      facility: ids.get('facilityId') ?? facility?.ids.get('facilityId') ?? chance.value(KEYS),
      // Of the directorate more often than is true to life: they decide on what others took in, and on great sums.
      ...(role === 'supervisor' &&
        chance.percent(85) && { authority: chance.percent(60) ? 5 : chance.pick(AUTHORITY_LEVELS) }),
    };
  }
}

/** A list of workers, or a scan of which most are what they say. */
const fileOf = (type: string, chance: Chance, today: LocalDate): string =>
  type === 'application/pdf'
    ? `${chance.percent(90) ? '%PDF-1.7' : '<html>'} ${chance.below(1_000)}`
    : csvOfWorkers(chance, today);
