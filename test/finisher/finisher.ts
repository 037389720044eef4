import type { Person } from '../fuzz/draft.js';
import type { ActionsAnswer } from '#http';
import { UUID, dateIn, instant } from '#kernel';
import { KINDS, type Kind, openCases, shownNow } from './cases.js';
import type { Clerk, Json } from './clerk.js';
import { filled, formOf } from './forms.js';
import { preferenceOf } from './preferences.js';
import { sideBySide } from './side-by-side.js';
import type { Conversation, WhatFollows } from './what-follows.js';

type Item = ActionsAnswer['actions'][number];

/** So many commands one case may take. */
export const MOST_COMMANDS = 30;

/** Where nothing is open so many days pass, so often. */
const [WAITED_DAYS, WAITS] = [95, 6];

const DAY_MS = 86_400_000;

/** Whoever works on it has had no part in anything before; some of each role, as it takes two. */
const supervisor = (subject: string): Person => ({
  role: 'supervisor',
  subject,
  office: 'Bekasi',
  authority: 5,
});
const of = (role: Person['role'], subject: string): Person => ({ role, subject, office: 'Bekasi' });

const LOOKER = of('auditor', 'akhir-0');

const PEOPLE: readonly Person[] = [
  supervisor('akhir-1'),
  of('adjudicator', 'akhir-2'),
  supervisor('akhir-3'),
  of('finance', 'akhir-4'),
  of('finance', 'akhir-5'),
  of('adjudicator', 'akhir-6'),
  of('registrar', 'akhir-7'),
  // Whoever had a hand in a decision that was objected to does not decide it anew.
  supervisor('akhir-8'),
  supervisor('akhir-9'),
];

/** A thing that nobody could bring to an end, and what was last said of it. */
export interface DeadEnd {
  readonly kind: string;
  readonly address: string;
  readonly status: string;
  readonly commands: number;
  /** What was tried, in this order, each with its answer where it was refused. */
  readonly tried: readonly string[];
  readonly said: readonly string[];
}

export interface Finished {
  /** How many of each kind were brought to an end, and the most commands that one of them took. */
  readonly ended: ReadonlyMap<string, { readonly cases: number; readonly most: number }>;
  readonly deadEnds: readonly DeadEnd[];
  readonly commands: number;
}

/** One case under way. */
interface Work {
  readonly kind: Kind;
  thing: Json;
  /** Milliseconds since 1970: each case has a time of its own, which begins when everything was done that was done before. */
  now: number;
  commands: number;
  /** How often each action was tried, and each with what was chosen. */
  readonly tried: Map<string, number>;
  /** The same in their order, with the answers. */
  readonly story: string[];
  /** Whether what it waits for was brought to its end. */
  isBroughtFirst: boolean;
  /** Who acted last: whoever comes next is somebody else, as it often takes two. */
  last: number;
  after?: string;
  readonly conversation: Conversation;
}

/** What may be sent next, by whom. */
interface Way {
  readonly person: Person;
  readonly item: Item;
  readonly choice?: string;
  readonly key: string;
  readonly cost: number;
}

/** A system that runs, and how it is known that it has done what follows. */
export interface SystemAtWork {
  readonly clerk: Clerk;
  readonly log: WhatFollows;
  /** Waits until nothing follows any more, while nobody sends anything. */
  readonly settle: () => Promise<void>;
}

/** Cases of so many people are worked on at the same time. */
const PEOPLE_AT_ONCE = 20;

/**
 * Brings everything that is open to an end, over HTTP alone, and by what the things themselves say can be done: it reads forms as the
 * API documentation has them, and prefers actions whose names sound like an end.
 */
export class Finisher {
  private commands = 0;
  private readonly deadEnds: DeadEnd[] = [];
  private readonly ended = new Map<string, { cases: number; most: number }>();

  /** @param latest milliseconds since 1970, after everything that was done */
  constructor(
    private readonly system: SystemAtWork,
    private latest: number,
    private readonly onCase: (done: number) => void = () => {},
  ) {}

  /** @param atMost cases of each kind, for whoever has little time */
  async finish(atMost = Infinity): Promise<Finished> {
    /** Brought to an end, or nobody knows how to. */
    const done = new Set<unknown>();
    for (let found = true; found;) {
      found = false;
      for (const kind of KINDS) {
        await this.system.settle();
        // Nothing happens before what it follows from.
        const now = this.latest;
        const open = await openCases(this.system.clerk, kind, LOOKER, momentOf(now));
        const left = open.filter((thing) => !done.has(thing[kind.id]));
        const taken = left.slice(0, atMost - (this.ended.get(kind.name)?.cases ?? 0));
        found ||= taken.length > 0;
        await sideBySide(ofOnePersonEach(taken, kind), PEOPLE_AT_ONCE, async (cases) => {
          for (const thing of cases) {
            const isOver = await this.bringToAnEnd(kind, thing, now);
            if (!isOver || kind.isToBeLookedAt?.(thing)) done.add(thing[kind.id]);
            this.onCase([...this.ended.values()].reduce((sum, { cases: some }) => sum + some, 0));
          }
        });
      }
    }
    return { ended: this.ended, deadEnds: this.deadEnds, commands: this.commands };
  }

  private pass(work: Work, ms: number): void {
    work.now += ms;
    this.latest = Math.max(this.latest, work.now);
  }

  private async bringToAnEnd(kind: Kind, thing: Json, now: number): Promise<boolean> {
    const conversation = this.system.log.conversation();
    const work: Work = {
      kind,
      thing,
      now,
      commands: 0,
      tried: new Map(),
      story: [],
      isBroughtFirst: false,
      last: -1,
      conversation,
    };
    let said: readonly string[] = [];
    for (let waits = 0; work.commands < MOST_COMMANDS && waits <= WAITS;) {
      await this.look(work);
      if (kind.isEnded(work.thing)) {
        if (work.commands > 0) this.note(kind.name, work.commands);
        return true;
      }
      const { ways, refused } = await this.waysOn(work);
      said = refused;
      const [best] = ways
        .filter(({ key }) => (work.tried.get(key) ?? 0) < MOST_TIMES)
        .sort((one, other) => one.cost - other.cost);
      // What leads on at once needs nothing else; anything else may have to wait for what it belongs to.
      if (!work.isBroughtFirst && !(best && best.cost < NEAR)) await this.bringFirst(work);
      else if (best) await this.take(best, work);
      else {
        waits += 1;
        this.pass(work, WAITED_DAYS * DAY_MS);
      }
    }
    const { commands, story: tried } = work;
    const status = JSON.stringify(work.thing['status'] ?? work.thing['situation']);
    this.deadEnds.push({ kind: kind.name, address: kind.address(work.thing), status, commands, tried, said });
    return false;
  }

  /** What it waits for is brought to its end before anybody waits, or does what leads nowhere. */
  private async bringFirst(work: Work): Promise<void> {
    work.isBroughtFirst = true;
    if (!work.kind.waitsFor) return;
    await this.bringAwaited(work);
    work.now = Math.max(work.now, this.latest);
  }

  private async bringAwaited({ kind, thing, now }: Pick<Work, 'kind' | 'thing' | 'now'>): Promise<void> {
    const awaited = kind.waitsFor?.(thing);
    const other = awaited && KINDS.find(({ name }) => name === awaited.kind);
    if (!other) return;
    await this.bringToAnEnd(other, awaited.thing, now);
    const looking = { looker: LOOKER, moment: momentOf(this.latest) };
    const awaitedNow = await shownNow(this.system.clerk, other, awaited.thing, looking);
    await this.bringAwaited({ kind: other, thing: awaitedNow, now: this.latest });
  }

  private note(name: string, commands: number): void {
    const { cases, most } = this.ended.get(name) ?? { cases: 0, most: 0 };
    this.ended.set(name, { cases: cases + 1, most: Math.max(most, commands) });
  }

  /** What follows from a command is done by processes: who looks before they are done sees too little. */
  private async look(work: Work): Promise<void> {
    const looking = { looker: LOOKER, moment: momentOf(work.now), after: work.after };
    work.thing = await shownNow(this.system.clerk, work.kind, work.thing, looking);
  }

  /** What is open, for anybody; and why the rest is not. */
  private async waysOn(work: Work): Promise<{ readonly ways: readonly Way[]; readonly refused: string[] }> {
    const refused: string[] = [];
    const all: Way[] = [];
    for (const person of inTurn(work.last)) {
      const address = `${work.kind.address(work.thing)}/actions`;
      const told = await this.system.clerk.ask(address, person, momentOf(work.now));
      if (told.status !== 200) {
        refused.push(`${person.role}: ${told.status} ${String(told.body['code'])}`);
        continue;
      }
      const { actions } = told.body as unknown as ActionsAnswer;
      for (const item of actions) {
        if (item.open) all.push(...waysOf(item, person, work).filter(({ cost }) => cost < Infinity));
        else if (item.reason && item.reason.code !== 'FORBIDDEN')
          refused.push(`${item.name}: ${item.reason.code}`);
      }
      // Somebody who can bring it nearer to its end at once need not ask who else could.
      if (all.some(({ cost }) => cost < NEAR)) break;
    }
    return { ways: all, refused: [...new Set(refused)] };
  }

  private async take({ person, item, choice, key }: Way, work: Work): Promise<void> {
    const times = work.tried.get(key) ?? 0;
    work.tried.set(key, times + 1);
    if (key !== item.name) work.tried.set(item.name, (work.tried.get(item.name) ?? 0) + 1);
    // Whoever has answered one doubt answers the next: each of those who do is one fewer to approve.
    work.last = PEOPLE.indexOf(person) - (item.name === 'settle-doubt' ? 1 : 0);
    work.commands += 1;
    this.commands += 1;
    const href = choice === undefined ? item.href : item.href.replace(/\{\w+\}/, choice);
    const form = item.input === null ? undefined : formOf(href);
    const field = item.choices?.field;
    const moment = momentOf(work.now);
    const body =
      form &&
      filled(form, {
        thing: work.thing,
        today: dateIn(instant(moment)),
        moment,
        number: this.commands,
        everything: times % 2 === 1,
        ...(field !== undefined && choice !== undefined && { choice: { field, value: choice } }),
      });
    const revision = item.revision ?? undefined;
    const within = work.conversation.id;
    const told = await this.system.clerk.tell(href, { person, moment, body, revision, within });
    work.story.push(told.status < 300 ? key : `${key} (${String(told.body['code'])})`);
    if (told.status < 300) {
      work.after = String(told.body['position']);
      await this.system.log.done(work.conversation);
    }
    // A minute later, so that nothing happens before what it follows.
    this.pass(work, 60_000);
  }
}

const momentOf = (ms: number): string => new Date(ms).toISOString();

/** Cases of one person are worked on one after the other: what is done about one changes what can be done about another. */
function ofOnePersonEach(cases: readonly Json[], { id }: Kind): readonly (readonly Json[])[] {
  const ofPerson = new Map<unknown, Json[]>();
  for (const thing of cases) {
    const person = thing['participantId'] ?? thing[id];
    ofPerson.set(person, [...(ofPerson.get(person) ?? []), thing]);
  }
  return [...ofPerson.values()];
}

/** Below it a way leads on at once. */
const NEAR = 12;

/** So often one thing is done with a case: whatever that did not lead to, somebody waits for. */
const MOST_TIMES = 10;

/** What was tried is tried less gladly again, and with the same choice still less. */
const [AGAIN, THE_SAME_AGAIN] = [10, 8];

const inTurn = (last: number): readonly Person[] => [...PEOPLE.slice(last + 1), ...PEOPLE.slice(0, last + 1)];

/** One way for each open choice of an action. */
function waysOf(item: Item, person: Person, { tried }: Work): readonly Way[] {
  const choices = item.choices?.values.filter(({ open }) => open).map(({ value }) => value) ?? [undefined];
  return choices.map((choice): Way => {
    const key = choice === undefined ? item.name : `${item.name} ${choice}`;
    // Of several things each is another one: what was done with the first was not done with the second.
    const times = UUID.fits(choice) ? (tried.get(key) ?? 0) : (tried.get(item.name) ?? 0);
    const again = AGAIN * times + THE_SAME_AGAIN * (tried.get(key) ?? 0);
    const cost = preferenceOf(item.name, choice) + again;
    return { person, item, key, cost, ...(choice !== undefined && { choice }) };
  });
}
