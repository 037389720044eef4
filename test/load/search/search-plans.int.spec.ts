import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { participantIdFor } from '#event-store';
import { prepareReadModel } from '#followers';
import { localDate } from '#kernel';
import { ReadModels } from '#runtime';
import { type FreshDatabase, SEES_ALL, freshDatabase } from '#testing';
import pg from 'pg';
import { participantReadModel } from '../../../libs/contexts/participants/read-models/participant/participant.read-model.js';
import {
  SearchParticipants,
  SearchParticipantsHandler,
} from '../../../libs/contexts/participants/read-models/participant/search.queries.js';
import type { Statement } from '../http/standalone.js';
import type { Invented } from './people.js';
import { QUESTIONS, type Question } from './questions.js';
import { storePeople } from './store-people.js';

/** Enough for every index to have something in it; `npm run bench:search` looks at the plans among 2,200,000. */
const PEOPLE = 3_000;
const SECRET = Buffer.alloc(32, 7);
const idOf = (nik: string) => participantIdFor(nik, SECRET);

describe('Searches and lists of participants', () => {
  let fresh: FreshDatabase;
  let somebody: Invented;
  beforeAll(async () => {
    fresh = await freshDatabase();
    await prepareReadModel(fresh.database, participantReadModel);
    [somebody] = (await storePeople(fresh.url, PEOPLE, idOf, PEOPLE)) as [Invented];
  });
  afterAll(() => fresh.drop());

  it('ends a page of those who are looked at row by row, and goes on there to the last', async () => {
    const pages: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await found({ coverage: 'PENDING_ARREARS', cursor });
      pages.push(page.items.length);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(pages).toEqual([0, 0]);
    expect((await found({ coverage: 'ACTIVE', limit: 200 })).items).toHaveLength(200);
  });

  function found(filters: object) {
    const handler = new SearchParticipantsHandler(new ReadModels(fresh.database, 0), { of: idOf } as never);
    const search = new SearchParticipants({
      limit: 50,
      ...filters,
      today: localDate('2026-11-20'),
      sight: SEES_ALL,
    });
    return handler.execute(search);
  }

  async function asked({ ask }: Question) {
    const { path, body } = ask(somebody);
    return recording(() => found(body ?? Object.fromEntries(new URL(path, 'http://localhost').searchParams)));
  }

  it.each(QUESTIONS.map((question) => [question.name, question] as const))(
    'by an index: %s',
    async (_name, question) => {
      const { answer, statements } = await asked(question);
      expect(question.name.startsWith('search') ? answer.items.length : statements.length).toBeGreaterThan(0);
      const client = new pg.Client({ connectionString: fresh.url });
      await client.connect();
      try {
        // A table as small as these is read from end to end unless there is no other way: then there is no index.
        await client.query('set enable_seqscan = off');
        for (const { text, values } of statements) {
          const { rows } = await client.query<Record<string, string>>(`explain ${text}`, [...values]);
          expect(rows.map((row) => Object.values(row)[0]).join('\n')).not.toContain('Seq Scan');
        }
      } finally {
        await client.end();
      }
    },
  );
});

/** What PostgreSQL is asked meanwhile. */
async function recording<Answer>(
  work: () => Promise<Answer>,
): Promise<{ answer: Answer; statements: readonly Statement[] }> {
  const statements: Statement[] = [];
  // oxlint-disable-next-line typescript/unbound-method -- called with its client below
  const original = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  pg.Client.prototype.query = function query(this: pg.Client, ...args: unknown[]) {
    const [statement] = args as [string | Partial<Statement>];
    if (typeof statement === 'object' && statement.text !== undefined)
      statements.push({ text: statement.text, values: statement.values ?? [] });
    return original.apply(this, args);
  } as typeof pg.Client.prototype.query;
  try {
    return { answer: await work(), statements };
  } finally {
    pg.Client.prototype.query = original as typeof pg.Client.prototype.query;
  }
}
