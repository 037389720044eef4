import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CONTEXTS } from '#contexts';
import { type ReadModel, buildCopy, builtCopy, tablesOf, tablesOfCopy, waitForPosition } from '#followers';
import { problemOf } from '#http';
import { dateIn } from '#kernel';
import { keyText, sql } from '#postgres';
import { type AppLogger, CopyWorks } from '#runtime';
import { foundOf } from '../../apps/cli/src/audit-as-of.command.js';
import { tokenOf } from './app-in-memory.js';
import {
  type PairsAsked,
  compareDues,
  comparePersons,
  compareOverdue,
  compareReceivables,
  compareThings,
} from './as-of-pairs.js';
import { type Chance, chanceOf } from './chance.js';
import { Explorer } from './explorer.js';
import { EACH_ONCE, type Saying } from './plots.js';
import { type Route, commandRoutes, queryRoutes } from './routes.js';
import { quiet, type StoredWorld, storedWorld } from './stored-world.js';

const SEED = 20_261_209;
const STEPS = 4_000;
/** It goes on until it has met what is compared, and gives up here. */
const MOST_STEPS = 3 * STEPS;
/** What is compared, and how often it is met at least. */
const COMPARED: Readonly<Record<string, number>> = {
  ReceivableRecorded: 6,
  ReceivableSettled: 2,
  ParticipantMergedInto: 1,
  ScholarshipGranted: 1,
};
const BEGINNING = Date.parse('2026-11-20T03:15:00.000Z');

const MODELS = CONTEXTS.flatMap(({ readModels = [] }) => readModels);
/** What is printed is no JSON: the specifications of its contexts ask for it. */
const PRINTED = /\.(card|receipt)$|^LettersQueriesController\.(pdf|page)$/;

const QUERIES = queryRoutes(CONTEXTS).filter(({ name }) => !PRINTED.test(name));

/** Answered as files. */
const FILES = /\.(pdf|page|remarksFile)$/;

/** Questions of each kind, and pages of each list at most. */
const QUESTIONS = 15;

/** Something waits until it is opened. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}

/** So many at most until one has an answer: few things are there of which some can be asked. */
const MOST_QUESTIONS = 200;

/** What nobody who asks by chance gets an answer to, and why: each is asked in a spec of its own. */
const NOT_BY_CHANCE: Readonly<Record<string, string>> = {
  'QualityQueriesController.sample': 'decisions are drawn once a month: here nobody waits so long',
};

/** What has its id from a read model alone: no event names it before somebody has read it there. */
const ID_OF_ROW: Readonly<Record<string, { model: string; table: string; id: string }>> = {
  'WorkQueriesController.candidates': { model: 'deadline', table: 'deadlines', id: 'deadlineId' },
};

/** What is told of people by their ids: read model, table and key. */
const OF_PARTICIPANTS = [
  ['participant', 'participants', 'participantId'],
  ['accident', 'accidents', 'accidentId'],
  ['claim', 'claims', 'claimId'],
] as const;
const PAGES = 40;

/** Views of the past that are compared with what the log says by itself; a thousand with AS_OF_PAIRS=1000. */
const PAIRS = Number(process.env.AS_OF_PAIRS ?? 90);

jest.setTimeout(600_000 + PAIRS * 100);

describe('What was accepted', () => {
  let system: StoredWorld;
  let fresh: StoredWorld['fresh'];
  let inMemory: StoredWorld['inMemory'];
  let world: StoredWorld['world'];
  let explorer: Explorer;

  const hasEverything = () =>
    Object.entries(COMPARED).every(
      ([type, count]) => world.events.filter((event) => event.type === type).length >= count,
    );

  beforeAll(async () => {
    system = await storedWorld();
    ({ fresh, inMemory, world } = system);
    explorer = new Explorer(world, commandRoutes(CONTEXTS), BEGINNING, EACH_ONCE);
    const chance = chanceOf(SEED);
    for (let step = 0; step < STEPS || (step < MOST_STEPS && !hasEverything()); step++)
      await explorer.step(chance.below(2 ** 31));
    // PostgreSQL begins now, when some of them have been erased.
    await world.rebuild();
    system.follow(MODELS);
    const end = (await inMemory.log.lastPosition()) ?? 0n;
    for (const model of MODELS) await waitForPosition(fresh.database, model, end, 60_000);
  });
  afterAll(() => system.end());

  /** The rows of a table in PostgreSQL, by their keys. */
  async function storedRows(
    model: ReadModel,
    name: string,
    stored = tablesOf(fresh.database, model),
  ): Promise<Map<string, unknown>> {
    const table = model.tables[name]!;
    const rows = await stored.selectFrom(name).selectAll().execute();
    return new Map(rows.map((row) => [keyText(table, row), row]));
  }

  /** How a question names a row that only a read model knows. */
  async function idsOfRows(route: string): Promise<((chance: Chance) => Saying) | undefined> {
    const known = ID_OF_ROW[route];
    if (!known) return undefined;
    const model = MODELS.find(({ name }) => name === known.model)!;
    const rows = [...(await storedRows(model, known.table)).values()] as Record<string, string>[];
    return (chance) => ({ [known.id]: chance.pick(rows)[known.id] });
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
    async (name, route) => {
      const chance = chanceOf(SEED);
      const statuses = new Set<number>();
      const most = name in NOT_BY_CHANCE ? QUESTIONS : MOST_QUESTIONS;
      const ids = await idsOfRows(name);
      for (let question = 0; question < QUESTIONS || (question < most && !statuses.has(200)); question++) {
        // Anything but an answer or a refusal is thrown.
        const { status } = await explorer.ask(route, chance.below(2 ** 31), ids && ids(chance));
        statuses.add(status);
      }
      expect(statuses.has(200)).toBe(!(name in NOT_BY_CHANCE));
    },
  );

  /** What a list belongs to is chosen by chance: of something that is not there no page is told. */
  async function seedOfSomethingThere(route: Route, saying: Saying): Promise<number> {
    for (let seed = SEED; seed < SEED + MOST_QUESTIONS; seed++)
      if ((await explorer.ask(route, seed, saying)).status === 200) return seed;
    throw new Error(`${route.name} never answered`);
  }

  const lists = QUERIES.filter(({ query, method }) => query.has('cursor') && method === 'GET');

  it.each(lists.map((route) => [route.name, route] as const))(
    'is listed page by page, whatever it is called: %s',
    async (_name, route) => {
      const everything = Object.fromEntries(
        [...route.query].filter(([, { optional }]) => optional).map(([name]) => [name, undefined]),
      );
      const seed = await seedOfSomethingThere(route, everything);
      const seen = new Set<string>();
      let cursor: unknown;
      for (let page = 0; page < PAGES; page++) {
        const { status, body } = await explorer.ask(route, seed, {
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

  const ofOneThing = QUERIES.filter(({ query, params }) => query.has('knownAt') && params.size > 0);

  it.each(ofOneThing.map((route) => [route.name, route] as const))(
    'is told as of now as it stands now: %s',
    async (name, route) => {
      const chance = chanceOf(SEED + 1);
      const most = name in NOT_BY_CHANCE ? QUESTIONS : MOST_QUESTIONS;
      const end = String(await inMemory.log.lastPosition());
      const { recordedAt } = world.events.at(-1)!;
      const plainly = Object.fromEntries([...route.query.keys()].map((name) => [name, undefined]));
      const statuses: number[] = [];
      for (
        let question = 0;
        question < QUESTIONS || (question < most && !statuses.includes(200));
        question++
      ) {
        const seed = chance.below(2 ** 31);
        // On the day when the last event was recorded: as of its place everything is told as of that day.
        const live = await explorer.ask(route, seed, plainly, recordedAt);
        const past = await explorer.ask(route, seed, { ...plainly, knownAt: end }, recordedAt);
        statuses.push(past.status);
        const { asOf } = past.body;
        expect({ status: past.status, ...said(past.body) }).toEqual({
          status: live.status,
          ...said(live.body),
        });
        // A list that is no page, and a file, name their view in a header alone.
        if (past.status === 200 && !Array.isArray(past.body) && !FILES.test(name))
          expect(asOf).toMatchObject({ position: end, effectiveOn: null, asIfOn: dateIn(recordedAt) });
      }
      expect(statuses.includes(200)).toBe(!(name in NOT_BY_CHANCE));
    },
  );

  /** Pairs of a place in the log and a day, so many times fewer where each asks for a list. */
  const pairs = (seed: number, fewer = 1): PairsAsked => ({
    events: world.events,
    chance: chanceOf(SEED + seed),
    pairs: Math.ceil(PAIRS / fewer),
    ask: (...asked) => askAs('auditor', ...asked),
  });
  const figures: Record<string, object> = {};
  const noted = <Told extends object>(what: string, told: Told): Told => (figures[what] = told);
  afterAll(async () => {
    const file = process.env.AS_OF_FIGURES;
    if (file)
      await writeFile(file, `${JSON.stringify({ pairs: PAIRS, events: world.events.length, ...figures })}\n`);
  });

  it(`is told of any time and any day as anybody adds it up from the log, ${PAIRS} times`, async () => {
    const { told, nothing } = noted('things', await compareThings(pairs(2)));
    expect(Math.min(told, nothing)).toBeGreaterThan(PAIRS / 20);
  });

  it('is told alike of what employers have paid in, and of what is left of it', async () => {
    noted('dues', await compareDues(pairs(5, 3)));
  });

  it('is told alike of what is owed since decisions changed, and of what became of it', async () => {
    const { OPEN, closed } = noted('receivables', await compareReceivables(pairs(6, 3)));
    expect(Math.min(OPEN, closed)).toBeGreaterThan(0);
  });

  it('is told alike of contributions and of work for wages, person by person', async () => {
    const { contributions, memberships } = noted('persons', await comparePersons(pairs(3, 3)));
    expect(Math.min(contributions, memberships)).toBeGreaterThan(0);
  });

  it('is told alike of what is late, one by one and summed up', async () => {
    const { late, totals } = noted('overdue', await compareOverdue(pairs(7, 30)));
    expect(Math.min(late, totals)).toBeGreaterThan(0);
  });

  it.each([['/claims'], ['/payouts'], ['/participants'], ['/scholarships']])(
    'is listed as of now as it is listed now, and as of before as it stood then: %s',
    async (path) => {
      const end = (await inMemory.log.lastPosition())!;
      const past = await askAs('auditor', path, end);
      const live = await askAs('auditor', path);
      expect(past.status).toBe(200);
      expect(past.body['items']).toEqual(live.body['items']);
      const middle = world.events[Math.floor(world.events.length / 2)]!.position;
      const then = await askAs('auditor', path, middle, '2026-11-25');
      const items = then.body['items'] as readonly Body[];
      expect(items.length).toBeLessThanOrEqual((live.body['items'] as readonly Body[]).length);
      expect(then.body['asOf']).toMatchObject({
        position: String(middle),
        effectiveOn: '2026-11-25',
        asIfOn: '2026-11-25',
        leftOut: null,
      });
      const kept = await askAs('auditor', '/history/copies');
      expect(kept.body).toContainEqual(
        expect.objectContaining({ position: String(middle), effectiveOn: '2026-11-25', percent: 100 }),
      );
      // Copies are not for everybody: each is a whole read model.
      expect((await askAs('finance', path, middle)).status).toBe(403);
    },
  );

  it('is told of whoever was registered twice by either id, on the command line too', async () => {
    const position = (await inMemory.log.lastPosition())!;
    const { recordedAt, id: eventId } = world.events.at(-1)!;
    const place = { position, eventId, recordedAt };
    const known: string[][] = [];
    for (const [name, table, key] of OF_PARTICIPANTS) {
      const model = MODELS.find((one) => one.name === name)!;
      const all = [...(await storedRows(model, table)).values()] as Record<string, string>[];
      const twice = [...(await storedRows(model, 'aliases')).values()] as { id: string; goesOnAs: string }[];
      for (const { id, goesOnAs } of twice) {
        const ids = [goesOnAs, ...twice.filter((one) => one.goesOnAs === goesOnAs).map((one) => one.id)];
        const theirs = all.filter(({ participantId }) => ids.includes(participantId!));
        for (const by of [id, goesOnAs]) {
          const from = { database: fresh.database, log: inMemory.log };
          const { tables: told } = await foundOf(from, model, by, place);
          const found = (told[table] ?? []).map((row) => String(row[key]));
          expect(found).toEqual(expect.arrayContaining(theirs.map((row) => row[key])));
          known.push(found);
        }
      }
    }
    expect(known.filter((found) => found.length > 0).length).toBeGreaterThan(1);
  });

  it('comes into a copy once, also where two processes build it at the same time', async () => {
    const { database } = fresh;
    const model = MODELS.find(({ name }) => name === 'accident')!;
    const asOf = { position: (await inMemory.log.lastPosition())!, eventId: world.events.at(-1)!.id };
    const both = gate();
    let following = 0;
    const log: Pick<typeof inMemory.log, 'follow'> = {
      follow: async function* (after, signal, more) {
        if (++following === 2) both.open();
        await both.opened;
        yield* inMemory.log.follow(after, signal, { ...more, largest: 64 });
      },
    };
    await Promise.all([1, 2].map(() => buildCopy({ database, log }, model, asOf)));
    const copy = await builtCopy(database, model, asOf);
    for (const name of Object.keys(model.tables)) {
      const copied = await storedRows(model, name, tablesOfCopy(database, model, copy!));
      expect(Object.fromEntries(copied)).toEqual(Object.fromEntries(await storedRows(model, name)));
    }
  });

  it('says how to ask again for a copy that is being built, and begins no more than are kept', async () => {
    const model = MODELS.find(({ name }) => name === 'complaint')!;
    const [first, at] = [gate(), world.events.map(({ position }) => position)];
    const built: string[] = [];
    const log = {
      follow: async function* (...how: Parameters<typeof inMemory.log.follow>) {
        built.push('begun');
        await first.opened;
        yield* inMemory.log.follow(...how);
      },
    } as typeof inMemory.log.store;
    const nothing = quiet as unknown as AppLogger;
    const works = new CopyWorks(fresh.database, log, { waitMs: 0 }, { most: 1, hours: 1 }, nothing);
    const askedAt = (position: bigint) =>
      works
        .tablesOf(model, { position, eventId: world.events.find((one) => one.position === position)!.id })
        .then(
          () => 'answered',
          (error: unknown) => problemOf(error).detail,
        );
    for (const position of [at[100]!, at[200]!, at[100]!])
      expect(await askedAt(position)).toContain(`ask again with ?knownAt=${position}`);
    first.open();
    for (const position of [at[100]!, at[300]!]) while ((await askedAt(position)) !== 'answered');
    // The second was not waiting: the third would have come after it.
    expect(built).toEqual(['begun', 'begun']);
  });

  it('has a history, in which cause and consequence name each other across streams', async () => {
    const byId = new Map(world.events.map((event) => [event.id, event]));
    const followed = world.events.filter(({ metadata }) => byId.has(metadata.$causationId));
    expect(followed.length).toBeGreaterThan(10);
    const chance = chanceOf(SEED + 4);
    for (let nth = 0; nth < 20; nth++) {
      const effect = followed[chance.below(followed.length)]!;
      const cause = byId.get(effect.metadata.$causationId)!;
      const { body: told } = await askAs('auditor', `/history/events/${effect.id}`);
      expect(told['cause']).toMatchObject({ eventId: cause.id, stream: cause.streamId, type: cause.type });
      const { body: before } = await askAs('auditor', `/history/events/${cause.id}`);
      const consequences = before['consequences'] as readonly { eventId: string }[];
      if (before['moreConsequences'] === false)
        expect(consequences.map(({ eventId }) => eventId)).toContain(effect.id);
    }
  });

  it('has a history of each thing, page by page, with the difference that every event made', async () => {
    const claims = [
      ...new Set(world.events.flatMap(({ streamId }) => /^claim-(.+)$/.exec(streamId)?.[1] ?? [])),
    ];
    for (const id of claims.slice(0, 25)) {
      const told: Body[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: string = cursor === '' ? '' : `&cursor=${cursor}`;
        const { body } = await askAs('auditor', `/history/${id}?limit=2${page}`);
        told.push(...(body['items'] as readonly Body[]));
        cursor = body['nextCursor'] as string | null;
      }
      const own = world.events.filter(({ streamId }) => streamId === `claim-${id}`);
      expect(told.filter(({ stream }) => stream === `claim-${id}`).map(({ type }) => type)).toEqual(
        own.map(({ type }) => type),
      );
      expect(told[0]!['difference']).not.toEqual([]);
      expect(JSON.stringify(told)).not.toContain('"person":{');
      expect(JSON.stringify(told)).not.toContain('"health":{');
      // Whoever waits for one of its events is told of those behind it too.
      const waited = await askAs('auditor', `/history/${id}?limit=1&after=${String(told[0]!['position'])}`);
      expect(waited.body['nextCursor'] !== null).toBe(told.length > 1);
    }
    for (const kind of ['participant', 'accident', 'payout', 'complaint', 'candidate']) {
      const stream = world.events.find(({ streamId }) => streamId.startsWith(`${kind}-`))?.streamId ?? '';
      const { body } = await askAs('auditor', `/history/${stream.slice(kind.length + 1)}?limit=1`);
      const [first] = body['items'] as { difference: { path: string }[] }[];
      const places = first!.difference.map(({ path }) => path);
      expect([kind, places]).toEqual([kind, expect.arrayContaining(['situation'])]);
    }
    expect((await askAs('auditor', `/history/${world.events[0]!.id}`)).status).toBe(404);
    expect((await askAs('registrar', `/history/${claims[0]}`)).status).toBe(403);
  });

  it('is told of a thing with more than a thousand streams from a copy, to those who may have one', async () => {
    const { streamId } = world.events.find((event) => event.streamId.startsWith('claim-'))!;
    const [id, end] = [streamId.slice('claim-'.length), (await inMemory.log.lastPosition())!];
    // Both on one day: an hour passes with each request.
    const day = world.events.at(-1)!.recordedAt.slice(0, 10);
    const folded = await askAs('auditor', `/claims/${id}`, end, day);
    await namedBy(1_001, id, async () => {
      const copied = await askAs('auditor', `/claims/${id}`, end, day);
      expect({ status: 200, ...said(copied.body) }).toEqual({ status: copied.status, ...said(folded.body) });
      expect((await askAs('adjudicator', `/claims/${id}`, end)).body).toMatchObject({
        status: 403,
        code: 'FORBIDDEN',
        allowed: ['auditor', 'supervisor'],
      });
    });
    expect((await askAs('adjudicator', `/claims/${id}`, end)).status).toBe(200);
  });

  it('has a history of what seventy thousand streams name', async () => {
    const ofEmployers = world.events.flatMap(({ streamId }) =>
      streamId.startsWith('employer-') ? [streamId.slice('employer-'.length)] : [],
    );
    const countOf = (id: string) => ofEmployers.filter((one) => one === id).length;
    const id = ofEmployers.reduce((most, one) => (countOf(one) > countOf(most) ? one : most));
    const told = (await askAs('auditor', `/history/${id}?scope=ALL&limit=5`)).body;
    expect(told['items']).toHaveLength(5);
    await namedBy(70_000, id, async () => {
      const { status, body } = await askAs('auditor', `/history/${id}?scope=ALL&limit=5`);
      expect({ status, items: body['items'] }).toEqual({ status: 200, items: told['items'] });
    });
  });

  it('cannot be asked of the future, of before the log, or of what is no time', async () => {
    const [end, first] = [(await inMemory.log.lastPosition())!, world.events[0]!.position];
    const codeOf = async (knownAt: string) => (await askAs('auditor', `/claims?knownAt=${knownAt}`)).body;
    expect(await codeOf(String(end + 1n))).toMatchObject({
      code: 'KNOWN_AT_AHEAD',
      allowed: [`position ${first} to ${end}`, expect.any(String)],
    });
    expect(await codeOf('2150-01-01T00:00:00Z')).toMatchObject({ code: 'KNOWN_AT_AHEAD' });
    expect(await codeOf('1')).toMatchObject({ code: 'KNOWN_AT_BEFORE_LOG' });
    expect(await codeOf('2001-01-01T00:00:00Z')).toMatchObject({ code: 'KNOWN_AT_BEFORE_LOG' });
    expect(await codeOf('yesterday')).toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  /** While that is done, so many more streams name a thing, as far as the index of the log knows. */
  async function namedBy(streams: number, id: string, work: () => Promise<void>): Promise<void> {
    const { kysely } = fresh.database;
    await sql`insert into log_index_v1.mentions (subject_id, stream_id, category, is_own)
      select ${id}::uuid, 'claim-' || nth, 'claim', false from generate_series(1, ${streams}::integer) as nth`.execute(
      kysely,
    );
    try {
      await work();
    } finally {
      await sql`delete from log_index_v1.mentions where subject_id = ${id}::uuid and stream_id ~ '^claim-[0-9]+$'`.execute(
        kysely,
      );
    }
  }

  type Body = Readonly<Record<string, unknown>>;

  /** Without what names one request, or the view that it was asked in. */
  const said = ({ asOf: _asOf, correlationId: _id, instance: _urn, ...body }: Body): Body => body;

  async function askAs(role: string, path: string, position?: bigint, day?: string) {
    const query = new URLSearchParams({
      ...(position !== undefined && { knownAt: String(position) }),
      ...(day !== undefined && { effectiveOn: day }),
    }).toString();
    const answer = await inMemory.app
      .getHttpAdapter()
      .getInstance()
      .inject({
        method: 'GET',
        url: query === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${query}`,
        headers: {
          // On the day when the last event was recorded: as of its place everything is told as of that day.
          'x-lindung-clock': world.events.at(-1)!.recordedAt,
          authorization: `Bearer ${tokenOf({ sub: 'auditor-01', roles: [role], office: 'PUSAT' })}`,
        },
      });
    return { status: answer.statusCode, body: answer.json<Body>() };
  }
});
