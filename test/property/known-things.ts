import { type LocalDate, UUID, isLocalDate } from '#kernel';
import type { RecordedEvent } from '#event-store';

/** A thing that something was recorded of: its id and everything its events named, the newest value of each name. */
export interface Thing {
  readonly streamId: string;
  /** What requests call its own id: `claimId`. */
  readonly idName: string;
  readonly revision: bigint;
  /** Ids by the names that requests have for them: `claimId`, and those of whatever it belongs to. */
  readonly ids: Map<string, string>;
  /** Other values by their names, the last few. */
  readonly values: Map<string, unknown[]>;
  readonly days: LocalDate[];
}

const KEPT = 6;

/** What can be found in a world by whoever looks around in it: things that exist, and what was said of them. */
export class KnownThings {
  private readonly things = new Map<string, Thing>();
  private readonly names = new Set<string>();
  private seen = 0;

  /** Looks at what was recorded since. */
  learn(events: readonly RecordedEvent[]): void {
    for (const { streamId, revision, data } of events.slice(this.seen)) {
      const before = this.things.get(streamId);
      // A thing that has changed is another one to those who remember what was tried with it.
      const thing = before ? { ...before, revision } : newThing(streamId);
      // What something happened to last stands last.
      this.things.delete(streamId);
      this.things.set(streamId, thing);
      note(thing, data);
      for (const name of thing.ids.keys()) this.names.add(name);
    }
    this.seen = events.length;
  }

  /** Those that something happened to last. */
  newest(count: number): readonly Thing[] {
    return [...this.things.values()].slice(-count);
  }

  /** All that is known of those who play in a story, as one thing. */
  playing(cast: ReadonlyMap<string, string>): Thing {
    const own = [...cast].flatMap(([name, id]) => this.things.get(`${name.replace(/Id$/, '')}-${id}`) ?? []);
    const values = new Map(own.flatMap((thing) => [...thing.values]));
    const days = own.flatMap((thing) => thing.days);
    return { streamId: '', idName: '', revision: 0n, ids: new Map(cast), values, days };
  }

  /** How often the thing of this id has changed; undefined when nothing is known of it. */
  revisionOf(idName: string, id: string): bigint | undefined {
    return this.things.get(`${idName.replace(/Id$/, '')}-${id}`)?.revision;
  }

  /** Whether anything has an id of this name. */
  hasAny(name: string): boolean {
    return this.names.has(name);
  }

  /** Those that know most of these ids, newest first. */
  knowing(names: readonly string[]): Thing[] {
    const of = (thing: Thing) => names.filter((name) => thing.ids.has(name)).length;
    const all = [...this.things.values()].toReversed();
    const most = Math.max(0, ...all.map(of));
    return most === 0 ? [] : all.filter((thing) => of(thing) === most);
  }
}

function newThing(streamId: string): Thing {
  const dash = streamId.indexOf('-');
  const idName = `${streamId.slice(0, dash)}Id`;
  const ids = new Map([[idName, streamId.slice(dash + 1)]]);
  return { streamId, idName, revision: 0n, ids, values: new Map(), days: [] };
}

function note(thing: Thing, data: object): void {
  for (const [name, value] of Object.entries(data)) {
    if (typeof value === 'object' && value !== null) {
      note(thing, value as object);
    } else if (UUID.fits(value)) {
      thing.ids.set(name, value);
    } else {
      if (isLocalDate(value)) keep(thing.days, value);
      const known = thing.values.get(name) ?? [];
      thing.values.set(name, known);
      keep(known, value);
    }
  }
}

function keep<Value>(kept: Value[], value: Value): void {
  kept.push(value);
  if (kept.length > KEPT) kept.shift();
}
