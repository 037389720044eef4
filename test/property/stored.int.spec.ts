import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CONTEXTS } from '#contexts';
import { type ReadModel, readModelFollower, runFollowers, tablesOf, waitForPosition } from '#followers';
import { keyText } from '#postgres';
import { PostgresModule, queriesOf } from '#runtime';
import { type FreshDatabase, freshDatabase } from '#testing';
import { type AppInMemory, appInMemory } from './app-in-memory.js';
import { chanceOf } from './chance.js';
import { Explorer } from './explorer.js';
import { commandRoutes, queryRoutes } from './routes.js';
import { World } from './world.js';

jest.setTimeout(120_000);

const SEED = 20_261_126;
const STEPS = 2_200;
const BEGINNING = Date.parse('2026-11-20T03:15:00.000Z');

const MODELS = CONTEXTS.flatMap(({ readModels = [] }) => readModels);
/** What is printed is no JSON: the specifications of its contexts ask for it. */
const PRINTED = /\.(card|receipt)$|^LettersQueriesController\.(pdf|page)$/;

const QUERIES = queryRoutes(CONTEXTS).filter(({ name }) => !PRINTED.test(name));

/** Questions of each kind, and pages of each list at most. */
const QUESTIONS = 15;
const PAGES = 40;

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

describe('What was accepted', () => {
  let fresh: FreshDatabase;
  let inMemory: AppInMemory;
  let world: World;
  let explorer: Explorer;
  const stopped = new AbortController();
  const finished: Promise<void>[] = [];

  beforeAll(async () => {
    fresh = await freshDatabase(10);
    inMemory = await appInMemory(CONTEXTS, {
      modules: [PostgresModule, queriesOf(CONTEXTS)],
      settings: { DATABASE_URL: fresh.url },
    });
    world = new World(CONTEXTS, inMemory);
    await world.begin();
    explorer = new Explorer(world, commandRoutes(CONTEXTS), BEGINNING);
    const chance = chanceOf(SEED);
    for (let step = 0; step < STEPS; step++) await explorer.step(chance.below(2 ** 31));
    // PostgreSQL begins now, when some of them have been erased.
    await world.rebuild();
    const { database } = fresh;
    const running = runFollowers(MODELS.map(readModelFollower), {
      store: inMemory.log,
      database,
      log: quiet,
      signal: stopped.signal,
    });
    finished.push(...running.map((one) => one.finished));
    const end = (await inMemory.log.lastPosition()) ?? 0n;
    for (const model of MODELS) await waitForPosition(database, model, end, 60_000);
  });
  afterAll(async () => {
    stopped.abort();
    await Promise.all(finished);
    await world.close();
    await fresh.drop();
  });

  /** The rows of a table in PostgreSQL, by their keys. */
  async function storedRows(model: ReadModel, name: string): Promise<Map<string, unknown>> {
    const table = model.tables[name]!;
    const rows = await tablesOf(fresh.database, model).selectFrom(name).selectAll().execute();
    return new Map(rows.map((row) => [keyText(table, row), row]));
  }

  const tables = MODELS.flatMap((model) => Object.keys(model.tables).map((name) => ({ model, name })));

  it.each(tables.map(({ model, name }) => [`${model.name}.${name}`, model, name] as const))(
    'stands in PostgreSQL as it does in memory: %s',
    async (_what, model, name) => {
      const inMemoryRows = world.readModels.find((one) => one.model === model)?.rows[name] ?? new Map();
      const nothing = Object.fromEntries(model.tables[name]!.all.map((column) => [column.name, null]));
      const expected = [...inMemoryRows].map(([key, row]) => [
        key,
        JSON.parse(JSON.stringify({ ...nothing, ...(row as object) })) as unknown,
      ]);
      expect(Object.fromEntries(await storedRows(model, name))).toEqual(Object.fromEntries(expected));
    },
  );

  it('is something', () => {
    expect(world.events.length).toBeGreaterThan(STEPS / 3);
  });

  it.each(QUERIES.map((route) => [route.name, route] as const))(
    'can be asked for: %s',
    async (_name, route) => {
      const chance = chanceOf(SEED);
      const statuses = new Map<number, number>();
      for (let question = 0; question < QUESTIONS; question++) {
        // Anything but an answer or a refusal is thrown.
        const { status } = await explorer.ask(route, chance.below(2 ** 31));
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
      expect([...statuses.keys()]).toContain(200);
    },
  );

  const lists = QUERIES.filter(({ query, method }) => query.has('cursor') && method === 'GET');

  it.each(lists.map((route) => [route.name, route] as const))(
    'is listed page by page, whatever it is called: %s',
    async (_name, route) => {
      const everything = Object.fromEntries(
        [...route.query].filter(([, { optional }]) => optional).map(([name]) => [name, undefined]),
      );
      const seen = new Set<string>();
      let cursor: unknown;
      for (let page = 0; page < PAGES; page++) {
        const { status, body } = await explorer.ask(route, SEED, {
          ...everything,
          limit: 3,
          cursor: cursor ?? undefined,
        });
        expect(status).toBe(200);
        for (const item of body['items'] as object[]) {
          const text = JSON.stringify(item);
          expect(seen).not.toContain(text);
          seen.add(text);
        }
        cursor = body['nextCursor'];
        if (cursor === null) return;
      }
      expect(seen.size).toBe(3 * PAGES);
    },
  );
});
