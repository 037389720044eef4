import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningApp, startApp } from '#http';
import { event } from '#kernel';
import { type LocalEventStore, eventually, localEventStore, testContext } from '#testing';
import {
  type SignedCheckpoint,
  acceptCheckpoint,
  leafEntry,
  leafHash,
  readCheckpoint,
  readPolicy,
  readProof,
  recordOf,
  sha256,
  signCheckpoint,
  signingKey,
  verifyProof,
  writtenAddCheckpoint,
  writtenKey,
} from '#transparency-log';
import { transparencyLog } from '../../transparency-log/src/transparency-log.app.js';
import { witness } from './witness.app.js';

const ORIGIN = 'lindung.example/log';
const seed = (fill: number) => Buffer.alloc(32, fill);
const logKey = writtenKey(signingKey(ORIGIN, 'note', seed(1)).public);
const NAMES = ['w1', 'w2', 'w3'] as const;
const keyOf = (name: string) =>
  signingKey(`${name}.example/witness`, 'cosignature', seed(10 + Number(name[1])));

describe('three witnesses, of which two are enough', () => {
  let folder: string;
  let log: LocalEventStore;
  let app: RunningApp;
  const running = new Map<string, RunningApp>();
  let recorded = 0;

  async function startWitness(name: string, port = '0'): Promise<RunningApp> {
    const started = await startApp(witness, {
      PORT: port,
      LOG_LEVEL: 'silent',
      WITNESS_DATA: join(folder, name),
      WITNESS_NAME: keyOf(name).public.name,
      WITNESS_SECRET: seed(10 + Number(name[1])).toString('base64'),
      WITNESS_LOGS: logKey,
    });
    running.set(name, started);
    return started;
  }

  async function stopWitness(name: string): Promise<string> {
    const stopped = running.get(name)!;
    running.delete(name);
    await stopped.stop();
    return new URL(stopped.url).port;
  }

  const startLog = (connectionString: string, tree = 'tree') =>
    startApp(transparencyLog, {
      PORT: '0',
      LOG_LEVEL: 'silent',
      EVENTSTORE_URL: connectionString,
      TRANSPARENCY_DATA: join(folder, tree),
      TRANSPARENCY_ORIGIN: ORIGIN,
      TRANSPARENCY_SECRET: seed(1).toString('base64'),
      TRANSPARENCY_CHECKPOINT_MS: '20',
      TRANSPARENCY_WITNESS_TIMEOUT_MS: '500',
      TRANSPARENCY_POLICY_FILE: join(folder, 'policy'),
    });

  const policy = () => {
    const lines = NAMES.map((name) => {
      const url = running.get(name)?.url ?? 'http://127.0.0.1:1';
      return `witness ${name} ${writtenKey(keyOf(name).public)} ${url}`;
    });
    return [`log ${logKey}`, ...lines, 'group enough 2 w1 w2 w3', 'quorum enough', ''].join('\n');
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lindung-witness-'));
    log = await localEventStore();
    for (const name of NAMES) await startWitness(name);
    await writeFile(join(folder, 'policy'), policy());
    app = await startLog(log.connectionString);
  });
  afterAll(async () => {
    await app.stop();
    for (const name of running.keys()) await stopWitness(name);
    await log.stop();
    await rm(folder, { recursive: true });
  });

  async function record(store = log): Promise<string> {
    const streamId = `thing-${randomUUID()}`;
    await store.store.append(
      streamId,
      [event('ThingCounted', { number: recorded })],
      null,
      testContext({ commandId: randomUUID() }),
    );
    recorded += 1;
    return streamId;
  }

  async function shown(): Promise<SignedCheckpoint | undefined> {
    const response = await fetch(`${app.url}/log/checkpoint`);
    return response.ok ? readCheckpoint(Buffer.from(await response.arrayBuffer())) : undefined;
  }

  async function shownAt(size: number): Promise<SignedCheckpoint> {
    let checkpoint: SignedCheckpoint | undefined;
    await eventually(`a checkpoint of ${size} leaves is shown`, async () => {
      checkpoint = await shown();
      return checkpoint?.size === size;
    });
    return checkpoint as SignedCheckpoint;
  }

  it('cosign the tree as it grows, and their cosignatures are in the proof', async () => {
    const streamId = await record();
    await shownAt(recorded);
    const kept = await log.store.keptAt(streamId, 0n);
    const file = Buffer.from(await (await fetch(`${app.url}/log/proof/${kept!.position}`)).arrayBuffer());
    const proof = readProof(file);
    const { cosigned } = verifyProof(proof, leafHash(leafEntry(recordOf(kept!))), readPolicy(policy()));
    expect(cosigned.length).toBeGreaterThanOrEqual(2);
    expect(file.length).toBeLessThan(2_048);
  });

  it('go on while one is away; while two are, nothing more is shown, and the tree grows nevertheless', async () => {
    const first = await stopWitness('w1');
    await record();
    acceptCheckpoint(await shownAt(recorded), readPolicy(policy()));
    const second = await stopWitness('w2');
    const before = recorded;
    await record();
    const leaves = async () => (await fetch(`${app.url}/metrics`)).text();
    await eventually('the tree has it', async () =>
      (await leaves()).includes(`lindung_transparency_leaves ${recorded}\n`),
    );
    expect((await shown())?.size).toBe(before);
    await startWitness('w2', second);
    await shownAt(recorded);
    await startWitness('w1', first);
  });

  it('remember after a restart what they have cosigned, and show it', async () => {
    const port = await stopWitness('w3');
    const { url } = await startWitness('w3', port);
    await record();
    await shownAt(recorded);
    const latest = async () => {
      const response = await fetch(`${url}/${sha256(Buffer.from(ORIGIN)).toString('hex')}/checkpoint`);
      return readCheckpoint(Buffer.from(await response.arrayBuffer()));
    };
    await eventually('the third has it too', async () => (await latest()).size === recorded);
    const { note } = await latest();
    expect(note.signatures.map(({ name }) => name)).toEqual([ORIGIN, 'w3.example/witness']);
    expect((await fetch(`${url}/${'0'.repeat(64)}/checkpoint`)).status).toBe(404);
  });

  it('cosign what others cosigned before, once the policy names them, though nothing has happened since', async () => {
    await app.stop();
    await startWitness('w4');
    const { url } = running.get('w4')!;
    const other = `log ${logKey}\nwitness w4 ${writtenKey(keyOf('w4').public)} ${url}\nquorum w4\n`;
    await writeFile(join(folder, 'policy'), other);
    app = await startLog(log.connectionString);
    await eventually('the fourth alone has cosigned it', async () => {
      const names = (await shown())?.note.signatures.map(({ name }) => name);
      return names?.join() === `${ORIGIN},w4.example/witness`;
    });
    expect(acceptCheckpoint(await shownAt(recorded), readPolicy(other)).unknownSignatures).toEqual([]);
    await app.stop();
    await writeFile(join(folder, 'policy'), policy());
    app = await startLog(log.connectionString);
    await eventually('two of the three have', async () => {
      const names = (await shown())?.note.signatures.map(({ name }) => name) ?? [];
      return names.length >= 3 && !names.includes('w4.example/witness');
    });
  });

  it('refuse a second history under the same key, keep what proves it, and say so', async () => {
    await app.stop();
    const another = await localEventStore();
    for (let n = 0; n < 10; n += 1) await record(another);
    app = await startLog(another.connectionString, 'forked-tree');
    const checks = async () =>
      (
        (await (await fetch(`${app.url}/health/ready`)).json()) as {
          checks: { name: string; detail?: string }[];
        }
      ).checks;
    await eventually('each has refused', async () =>
      (await checks()).some(({ detail }) => detail === 'active, w1 refused, w2 refused, w3 refused'),
    );
    expect(await shown()).toBeUndefined();
    const { known, body, fork } = await forkedRequest();
    for (const name of NAMES) {
      const { url } = running.get(name)!;
      const answer = await fetch(`${url}/add-checkpoint`, { method: 'POST', body });
      expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('two histories')]);
      const kept = join(folder, name, 'forks', fork);
      expect(await readFile(kept)).toEqual(body);
      expect(readCheckpoint(await readFile(`${kept}.known`))).toMatchObject(known);
      expect(await (await fetch(`${url}/metrics`)).text()).toMatch(/^lindung_witness_forks [1-9]/m);
    }
    await another.stop();
  });

  it('keep nothing, and accuse nobody, where a stranger sends a checkpoint of the log with a proof of his own', async () => {
    const { url } = running.get('w1')!;
    const seen = async () => [
      await readdir(join(folder, 'w1', 'forks')),
      /^lindung_witness_forks .*$/m.exec(await (await fetch(`${url}/metrics`)).text())?.[0],
    ];
    const before = await seen();
    const checkpoint = await latestOf('w1');
    const body = writtenAddCheckpoint({ oldSize: checkpoint.size, proof: [seed(7)], checkpoint });
    expect((await fetch(`${url}/add-checkpoint`, { method: 'POST', body })).status).toBe(422);
    expect(await seen()).toEqual(before);
  });

  /** What a log would say that knows how far the witness is, and has another tree of that size. */
  async function forkedRequest() {
    const { size, root } = await latestOf('w1');
    const checkpoint = signCheckpoint({ origin: ORIGIN, size, root: seed(9) }, [
      signingKey(ORIGIN, 'note', seed(1)),
    ]);
    const body = Buffer.from(writtenAddCheckpoint({ oldSize: size, proof: [], checkpoint }));
    const fork = sha256(Buffer.from(checkpoint.note.text)).toString('hex');
    return { known: { size, root }, body, fork };
  }

  async function latestOf(name: string): Promise<SignedCheckpoint> {
    const { url } = running.get(name)!;
    const response = await fetch(`${url}/${sha256(Buffer.from(ORIGIN)).toString('hex')}/checkpoint`);
    return readCheckpoint(Buffer.from(await response.arrayBuffer()));
  }

  it('answer nonsense with what is wrong', async () => {
    const { url } = running.get('w1')!;
    const answer = await fetch(`${url}/add-checkpoint`, { method: 'POST', body: 'old 1\n\nnonsense' });
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('not in the form')]);
    expect((await fetch(`${url}/add-checkpoint`, { method: 'POST' })).status).toBe(400);
  });
});
