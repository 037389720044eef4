import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { CONTEXTS } from '#contexts';
import { WORKER, clerksOf } from '#contexts/journey.examples';
import { SEALED_SECTIONS } from '#event-store';
import { dropTablesOf, schemaOf } from '#followers';
import { PersonKeyRing } from '#key-ring';
import { SqliteKeyStore, keyFile } from '#key-store';
import { type Database, connectDatabase } from '#postgres';
import { eventually, filesHolding } from '#testing';
import { dataFolder, secretsIn } from '../../apps/standalone/src/data-folder.js';
import { type Standalone, startStandalone } from '../../apps/standalone/src/start-standalone.js';
import { asking } from './asking.js';

/** What nobody else here is called or has. */
const HERSELF = {
  ...WORKER.person,
  nik: '0000055205906001',
  name: 'Ratna Hanyadia',
  phone: '081260016001',
};
const PORTER = {
  claimantName: 'Ratna Hanyadia',
  account: { bank: 'Bank Contoh', number: '0060016001', holder: 'Ratna Hanyadia' },
};

const HOOKS = fileURLToPath(new URL('../../libs/testing/typescript-in-node.js', import.meta.url));
const CLI = fileURLToPath(new URL('../../apps/cli/src/main.ts', import.meta.url));

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function run(args: readonly string[], cwd?: string): Promise<Ended> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME };
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd, env, maxBuffer: 2 ** 24 }, (error, out, err) => {
      resolve({ code: Number(error?.code ?? 0), out, err });
    });
  });
}

describe('The key of somebody who was erased', () => {
  let home: string;
  let dataDir: string;
  let system: Standalone;

  const start = async () => {
    system = await startStandalone({
      dataDir,
      durable: false,
      freePorts: true,
      allowClockHeader: true,
      logLevel: 'silent',
    });
  };

  const { post, query } = asking(() => system);

  /** As people do: in the folder where `npm start` was said, unless told where. */
  const lindung = (...words: readonly string[]) =>
    run(['--conditions=source', '--import', HOOKS, CLI, ...words], home);

  /** Her keys as they are kept and as they are used. */
  async function keysOf(participantId: string): Promise<Record<'wrapped' | 'raw', Buffer[]>> {
    const folder = dataFolder(dataDir);
    const store = SqliteKeyStore.open(folder.keys);
    const masterKey = Buffer.from((await secretsIn(folder)).LINDUNG_MASTER_KEY, 'base64');
    const wrapped = (await store.find([participantId])).get(participantId);
    const raw = (await new PersonKeyRing({ store, masterKey }).find([participantId])).get(participantId);
    await store.close();
    const both = <Key>(keys: Partial<Record<(typeof SEALED_SECTIONS)[number], Key>> = {}) =>
      SEALED_SECTIONS.flatMap((section) => keys[section] ?? []);
    return { wrapped: both(wrapped), raw: both(raw).map((key) => key.export()) };
  }

  const filesWith = (texts: readonly Buffer[]) => filesHolding(dataDir, texts);

  const clerks = clerksOf({ post });
  let erased: string;
  let kept: string;
  let keys: Record<'wrapped' | 'raw', Buffer[]>;
  let payment: { payoutId: string; amountIdr: number };

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'lindung-destroyed-'));
    dataDir = join(home, '.data');
    await start();
    erased = await clerks.register({ person: HERSELF });
    await clerks.contribute(erased);
    kept = await clerks.coveredWorker();
    await clerks.nameChild(erased, { person: { name: 'Putra Hanyadia', birthDate: '2009-02-14' } });
    const claimId = await clerks.submitJkk(
      {
        participantId: erased,
        accidentId: await clerks.accidentOf(erased),
      },
      { person: PORTER },
    );
    await clerks.calculate(claimId);
    await clerks.approve(claimId);
    await eventually('her payment is ordered', async () => {
      const { body } = await query(`/payouts?sourceId=${claimId}`, 'finance');
      [payment] = body.items as [typeof payment];
      return payment !== undefined;
    });
    keys = await keysOf(erased);
  });
  afterAll(async () => {
    await system.stop();
    await rm(home, { recursive: true });
  });

  it('is found by this search while she is not erased: wrapped, never as it is', async () => {
    expect(keys.wrapped).toHaveLength(2);
    for (const count of await filesWith(keys.wrapped)) expect(count).toBeGreaterThan(0);
    expect(await filesWith(keys.raw)).toEqual([0, 0]);
  });

  it('is not destroyed while money is on its way to her, and what is on its way is named', async () => {
    const { code, out, err } = await lindung('person', 'erase', erased, '--yes');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('Nothing was erased. Claims of this person or payments to them are open');
    expect(err).toContain(`payment ${payment.payoutId}: ORDERED, Rp `);
    expect((await keysOf(erased)).wrapped).toEqual(keys.wrapped);
  });

  it.each([[[]], [['--only', 'health']]])(
    'is not destroyed while a claim is undecided, which is named: %j',
    async (only: string[]) => {
      const participantId = await clerks.coveredWorker();
      const accidentId = await clerks.accidentOf(participantId);
      const claimId = await clerks.submitJkk({ participantId, accidentId });
      await eventually(
        'the claim is in the worklist',
        async () => (await query(`/claims/${claimId}`, 'adjudicator')).status === 200,
      );
      const { code, out, err } = await lindung('person', 'erase', participantId, ...only, '--yes');
      expect([code, out]).toEqual([1, '']);
      expect(err).toContain(`claim ${claimId}: COMPLETE\n`);
      expect((await keysOf(participantId)).wrapped).toHaveLength(2);
    },
  );

  it('is not destroyed while a claim that was approved is looked at again: more may be due', async () => {
    const participantId = await clerks.register();
    await clerks.contribute(participantId, { period: '2026-09', paidOn: '2026-09-05' });
    await clerks.reportDeath(participantId);
    const claimId = await clerks.submitJkm(participantId);
    await clerks.calculate(claimId);
    await clerks.approve(claimId);
    const late = { period: '2026-08', months: 1, payer: 'SELF', paidOn: '2026-08-03', receipt: 'R-LATE' };
    await clerks.done('registrar', `/participants/${participantId}/contributions`, late);
    await eventually('more is found to be due', async () => {
      const { body } = await query(`/claims/${claimId}`, 'adjudicator');
      return Boolean(body.reassessment);
    });
    const { code, err } = await lindung('person', 'erase', participantId, '--yes');
    expect([code, err]).toEqual([1, expect.stringContaining(`claim ${claimId}: REASSESSMENT\n`)]);
  });

  it('is in no file of the running installation any more as soon as the command has ended', async () => {
    expect(
      (await lindung('keys', 'backup', '--data', join(dataDir, 'keys'), '--to', join(home, 'backup'))).err,
    ).toBe('');
    await clerks.payOut(payment.payoutId, payment.amountIdr);
    const { code, out, err } = await lindung('person', 'erase', erased, '--yes');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Destroyed: person and health.');
    expect(await filesWith([...keys.wrapped, ...keys.raw])).toEqual([0, 0, 0, 0]);
  });

  it('leaves the keys of others alone', async () => {
    const others = await keysOf(kept);
    for (const count of await filesWith(others.wrapped)) expect(count).toBeGreaterThan(0);
  });

  it('is in none while others are registered, after a stop, and after a start either', async () => {
    for (let some = 0; some < 20; some++) await clerks.register();
    expect(await filesWith([...keys.wrapped, ...keys.raw])).toEqual([0, 0, 0, 0]);
    await system.stop();
    expect(await filesWith([...keys.wrapped, ...keys.raw])).toEqual([0, 0, 0, 0]);
    await start();
    await clerks.register();
    expect(await filesWith([...keys.wrapped, ...keys.raw])).toEqual([0, 0, 0, 0]);
  });

  it('is not brought back by an older copy of the keys', async () => {
    await system.stop();
    const folder = dataFolder(dataDir).keys;
    for (const suffix of ['', '-wal', '-shm']) await rm(keyFile(folder) + suffix, { force: true });
    const restored = await lindung('keys', 'restore', '--from', join(home, 'backup'), '--data', folder);
    expect([restored.code, restored.err]).toEqual([0, '']);
    expect((await readFile(join(home, 'backup'))).includes(keys.wrapped[0]!)).toBe(true);
    expect(await filesWith([...keys.wrapped, ...keys.raw])).toEqual([0, 0, 0, 0]);
    await start();
    expect(await filesWith([...keys.wrapped, ...keys.raw])).toEqual([0, 0, 0, 0]);
  });

  const connected = async (work: (database: Database) => Promise<void>) => {
    const database = connectDatabase({ url: system.databaseUrl, maxConnections: 1, applicationName: 'spec' });
    try {
      await work(database);
    } finally {
      await database.close();
    }
  };

  it('leaves nothing personal in any file once read models are built anew and PostgreSQL was told to forget', async () => {
    const texts = [HERSELF.name, HERSELF.phone, 'Putra Hanyadia', PORTER.account.number];
    const said = texts.map((text) => Buffer.from(text));
    for (const files of await filesWith(said)) expect(files).toBeGreaterThan(0);
    const models = CONTEXTS.flatMap(({ readModels = [] }) => readModels);
    await connected(async (database) => {
      for (const model of models) await dropTablesOf(database, schemaOf(model));
    });
    await system.stop();
    await start();
    const nobodyElse = { ...WORKER, person: { ...WORKER.person, nik: '0000055205907777' } };
    const { position } = await clerks.done('registrar', '/participants', nobodyElse);
    for (const path of [`/participants/${erased}`, '/accidents', '/claims', '/payouts', '/scholarships']) {
      const { status } = await query(`${path}?after=${String(position)}`, 'supervisor');
      expect([path, status]).toEqual([path, 200]);
    }
    // What was in those tables PostgreSQL may have written over by now, or not: what it drops last is in its log for certain.
    await connected(async ({ kysely }) => {
      await sql`create table dropped as select unnest(${texts}::text[]) as said`.execute(kysely);
      await sql`drop table dropped`.execute(kysely);
    });
    for (const files of await filesWith(said)) expect(files).toBeGreaterThan(0);
    const { code, err } = await lindung('database', 'forget', '--data', dataDir);
    expect([code, err]).toEqual([0, '']);
    expect(await filesWith(said)).toEqual(said.map(() => 0));
  });

  it('leaves a pseudonym: her NIK still leads to her id, and registers nobody anew', async () => {
    const found = await query('/participants/search', 'registrar', { nik: HERSELF.nik });
    expect(found.text).toContain(erased);
    const again = await post('/participants', { ...WORKER, person: HERSELF });
    expect([again.status, again.body.code]).toEqual([409, 'ALREADY_REGISTERED']);
  });
});
