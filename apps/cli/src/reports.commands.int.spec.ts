import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { prepareTables, schemaOf } from '#followers';
import { sql } from '#postgres';
import { REPORTING } from '#reporting';
import { type FreshDatabase, freshDatabase } from '#testing';
import { runCommand } from '../test/run-command.js';
import { addReportsCommands } from './reports.commands.js';

describe('lindung reports', () => {
  let fresh: FreshDatabase;
  let folder: string;
  beforeAll(async () => {
    fresh = await freshDatabase();
    await prepareTables(fresh.database, REPORTING);
    folder = await mkdtemp(join(tmpdir(), 'lindung-reports-'));
    await sql`
      insert into ${sql.table(`${schemaOf(REPORTING)}.memberships`)}
        (participant_id, membership, from_on, person_id, segment, payer, district, is_several)
      select gen_random_uuid(), 'BPU', '2026-01-01', gen_random_uuid(), 'BPU', 'SELF', '321605', false
      from generate_series(1, 12)`.execute(fresh.database.kysely);
  });
  afterAll(async () => {
    await fresh.drop();
    await rm(folder, { recursive: true });
  });

  const run = async (...words: string[]) => {
    jest.replaceProperty(process, 'env', { ...process.env, DATABASE_URL: fresh.url });
    return runCommand(addReportsCommands, ...words);
  };
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('shows a report, for people and for programs', async () => {
    const asked = ['active-participants', '--on', '2026-11-30', '--by', 'district'];
    expect((await run('show', ...asked)).stdout).toMatch(/321605[^\n]* 12 [\s\S]*I-01 version 4, 2026-11-30/);
    expect(JSON.parse((await run('show', ...asked, '--json')).stdout)).toMatchObject({
      items: [{ values: ['321605'], figures: { persons: 12 } }],
      total: { figures: { persons: 12 } },
    });
  });

  it('writes it with a manifest beside it', async () => {
    const { stdout: out } = await run(
      'export',
      'active-participants',
      '--as',
      'csv',
      '--to',
      folder,
      '--json',
    );
    const manifest = JSON.parse(
      await readFile(join(folder, 'active-participants.csv.manifest.json'), 'utf8'),
    );
    expect(JSON.parse(out)).toEqual(manifest);
    expect(await readFile(join(folder, 'active-participants.csv'), 'utf8')).toContain('persons,memberships');
  });

  it.each([
    ['a report that is not there', ['show', 'nothing']],
    ['a cut that it does not have', ['show', 'coverage', '--by', 'programme']],
    ['more than two cuts', ['show', 'active-participants', '--by', 'segment', 'payer', 'district']],
  ])('refuses %s with code 2', async (_, words) => {
    expect(await run(...words)).toMatchObject({ code: 2, stdout: '' });
  });

  it('lists what was put aside, and gives it up', async () => {
    expect((await run('dead-letters', 'list')).stdout).toBe('Nothing waits.\n');
    const id = randomUUID();
    await sql`
      insert into ${sql.table(`${schemaOf(REPORTING)}.dead_letters`)} (dead_letter_id, stream, place, reason, detail, message, parked_at, state)
      values (${id}::uuid, 'thing-1', 'feed', 'UNREADABLE', 'not a JSON object', '"x"', '2026-11-20', 'WAITING')`.execute(
      fresh.database.kysely,
    );
    expect(JSON.parse((await run('dead-letters', 'list', '--json')).stdout)).toMatchObject([
      { deadLetterId: id },
    ]);
    expect((await run('dead-letters', 'retry')).stdout).toBe(
      'thing-1: 0 taken in, 1 waiting: The message is not a CloudEvent of Lindung: not a JSON object\n',
    );
    expect((await run('dead-letters', 'discard', id, '--reason', 'a test')).stdout).toBe(
      'thing-1: 0 taken in, 0 waiting\n',
    );
    expect((await run('dead-letters', 'retry', id)).code).toBe(1);
  });
});
