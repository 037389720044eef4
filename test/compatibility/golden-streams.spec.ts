import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { currentSchema, upcast } from '#event-store';
import { type DomainEvent, type Erased, SEALED, type Stream, fold } from '#kernel';
import { STREAMS } from '#contexts';
import { declaredEvents } from './declared-events.js';

/** A stream as an old log holds it, opened, and the state that it has meant ever since. Never edited, only added to: what is known of the same events since, as well. */
interface GoldenStream {
  readonly category: string;
  readonly events: readonly {
    readonly type: string;
    readonly schema: number;
    readonly data: Record<string, unknown>;
  }[];
  readonly state: unknown;
}

/** Every kind of stream, by its category. */
const KINDS = new Map(
  STREAMS.map((kind) => [kind.category, kind as unknown as Stream<unknown, DomainEvent>]),
);

const FOLDER = join(import.meta.dirname, 'streams');
const GOLDEN = readdirSync(FOLDER).map((file) => ({
  file,
  stream: JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as GoldenStream,
}));

const asItIs =
  (kind: Stream<unknown, DomainEvent>) =>
  ({ type, schema, data }: GoldenStream['events'][number]) => ({
    type,
    data: upcast(kind.upcasters, type, schema, data),
  });

/** Where a state says of itself that somebody was erased; a section that is not opened is none. */
function erasuresIn(state: unknown, path = ''): string[] {
  if (typeof state !== 'object' || state === null || (state as Partial<Erased>).sealed === true) return [];
  const held = state instanceof Map ? Object.fromEntries(state) : state;
  return Object.entries(held as object).flatMap(([name, value]) =>
    value === true && /erased/i.test(name) ? [`${path}.${name}`] : erasuresIn(value, `${path}.${name}`),
  );
}

describe('what old logs hold', () => {
  it.each(GOLDEN)('$file still means what it meant', ({ stream: { category, events, state } }) => {
    const kind = KINDS.get(category);
    if (!kind) throw new Error(`No context folds the category ${category}`);
    expect(JSON.parse(JSON.stringify(fold(kind, events.map(asItIs(kind)))))).toEqual(state);
  });

  it.each(GOLDEN)('$file says of nobody that they were erased where nothing is opened', ({ stream }) => {
    const { category, events } = stream;
    const kind = KINDS.get(category)!;
    const sealed = events.map(({ type, schema, data }) => ({
      type,
      data: upcast(kind.upcasters, type, schema, {
        ...data,
        ...('person' in data && { person: SEALED }),
        ...('health' in data && { health: SEALED }),
      }),
    }));
    const known = erasuresIn(fold(kind, events.map(asItIs(kind))));
    expect(erasuresIn(fold(kind, sealed)).filter((path) => !known.includes(path))).toEqual([]);
  });

  it('is shown for every event type in its present shape', () => {
    const shown = new Set(
      GOLDEN.flatMap(({ stream }) => stream.events.map(({ type, schema }) => `${type} ${schema}`)),
    );
    const present = (type: string) =>
      Math.max(...STREAMS.map(({ upcasters }) => currentSchema(upcasters, type)));
    const declared = [...declaredEvents().values()].flat().map((type) => `${type} ${present(type)}`);
    expect(declared.length).toBeGreaterThan(40);
    expect(declared.filter((type) => !shown.has(type))).toEqual([]);
  });
});
