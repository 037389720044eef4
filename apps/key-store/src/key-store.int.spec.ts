import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CONTEXTS } from '#contexts';
import { WORKER } from '#contexts/journey.examples';
import { type RunningApp, startApp } from '#http';
import { PersonKeyRing } from '#key-ring';
import { type KeyStore, KeyStoreUnavailable, KeysDiffer, openKeyStore } from '#key-store';
import { BAD_WAYS, type TcpProxy, filesHolding, tcpProxy } from '#testing';
import { type ContextApp, startContextApp } from '#testing/context-app';
import { RemoteKeyStore } from '../../../libs/key-store/src/remote/remote-key-store.js';
import {
  makeCertificates,
  whyNoCertificates,
} from '../../../libs/event-store-server/test/operations/test-certificates.js';
import { keyStoreApp } from './key-store.app.js';

const newToken = () => randomBytes(32).toString('base64');
const newKeys = () => ({ masterKeyId: 'spec', person: randomBytes(60), health: randomBytes(60) });

describe('the key store, for programs on other machines', () => {
  const tokens = { reader: newToken(), writer: newToken(), eraser: newToken() };
  let scratch: string;
  let directory: string;
  let app: RunningApp;

  const settings = () => ({
    PORT: '0',
    LOG_LEVEL: 'silent',
    KEY_STORE_DATA: directory,
    KEY_STORE_READER_TOKEN: tokens.reader,
    KEY_STORE_WRITER_TOKEN: tokens.writer,
    KEY_STORE_ERASER_TOKEN: tokens.eraser,
  });

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'lindung-key-store-app-'));
    directory = join(scratch, 'keys');
    app = await startApp(keyStoreApp, settings());
  });
  afterAll(async () => {
    await app.stop();
    await rm(scratch, { recursive: true });
  });

  const as = (program: keyof typeof tokens): KeyStore =>
    openKeyStore({ url: app.url, token: tokens[program] });

  async function somebody() {
    const [subject, keys] = [randomUUID(), newKeys()];
    await as('writer').ensure([subject], () => keys);
    return { subject, keys };
  }

  async function ask(path: string, body: unknown, token: string | undefined = tokens.writer) {
    const response = await fetch(`${app.url}/keys/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  it('gives everybody the keys that were made first, thousands at a time', async () => {
    const subjects = Array.from({ length: 2_500 }, () => randomUUID());
    const [first, second] = await Promise.all([
      as('writer').ensure(subjects, newKeys),
      as('writer').ensure(subjects.toReversed(), newKeys),
    ]);
    expect(first.size).toBe(2_500);
    expect(second).toEqual(first);
    expect(await as('reader').find([...subjects, randomUUID()])).toEqual(first);
  });

  it('destroys a key, of which no file holds a byte once it has answered', async () => {
    const { subject, keys } = await somebody();
    const wrapped = [keys.person, keys.health];
    for (const files of await filesHolding(directory, wrapped)) expect(files).toBeGreaterThan(0);
    await as('eraser').destroy(subject, ['person']);
    expect((await filesHolding(directory, wrapped))[0]).toBe(0);
    expect((await as('reader').find([subject])).get(subject)).toEqual({
      masterKeyId: 'spec',
      health: keys.health,
    });
    await as('eraser').destroy(subject, ['person', 'health']);
    expect(await filesHolding(directory, wrapped)).toEqual([0, 0]);
    expect((await as('writer').ensure([subject], newKeys)).get(subject)).toEqual({ masterKeyId: 'spec' });
    const listed = (await as('eraser').destroyed()).filter((one) => one.subject === subject);
    expect(listed.map(({ section }) => section).sort()).toEqual(['health', 'person']);
  });

  it('takes over keys from elsewhere, and says where there are other ones', async () => {
    const at = '2026-01-02T03:04:05.000Z';
    const theirs = { subject: randomUUID(), ...newKeys(), destroyed: [] };
    const erased = {
      subject: randomUUID(),
      masterKeyId: 'spec',
      destroyed: [{ section: 'person' as const, at }],
    };
    await as('eraser').adopt([theirs, erased]);
    expect((await as('reader').find([theirs.subject])).get(theirs.subject)?.person).toEqual(theirs.person);
    expect(await as('eraser').destroyed()).toContainEqual({ subject: erased.subject, section: 'person', at });
    await expect(as('eraser').adopt([{ ...theirs, ...newKeys() }])).rejects.toThrow(KeysDiffer);
  });

  it('stops opening a key everywhere within a minute after it was destroyed over there', async () => {
    let now = 0;
    const masterKey = randomBytes(32);
    const rings = (['writer', 'reader'] as const).map(
      (program) => new PersonKeyRing({ store: as(program), masterKey, now: () => now }),
    );
    const subject = randomUUID();
    await rings[0]!.ensure([subject]);
    for (const ring of rings)
      expect(Object.keys((await ring.find([subject])).get(subject) ?? {})).toHaveLength(2);
    await as('eraser').destroy(subject, ['person', 'health']);
    now = 60_000;
    for (const ring of rings) expect((await ring.find([subject])).get(subject)).toEqual({});
  });

  it.each([
    ['reader', ['ensure', 'destroy', 'adopt', 'destroyed']],
    ['writer', ['destroy', 'adopt', 'destroyed']],
    ['eraser', ['ensure']],
  ] as const)('lets the %s ask nothing else: %j', async (program, questions) => {
    for (const question of questions) {
      expect([question, await ask(question, {}, tokens[program])]).toMatchObject([
        question,
        { status: 403, body: { code: 'PROGRAM_NOT_ALLOWED' } },
      ]);
    }
  });

  it('answers nobody without a token it knows', async () => {
    for (const token of ['', newToken(), tokens.reader.slice(0, -1)])
      expect(await ask('find', { subjects: [] }, token)).toMatchObject({
        status: 401,
        body: { code: 'UNAUTHORIZED' },
      });
    await expect(openKeyStore({ url: app.url, token: newToken() }).find(['p-1'])).rejects.toThrow(
      'it does not know this KEY_STORE_TOKEN',
    );
    expect(() => openKeyStore({ url: app.url })).toThrow('KEY_STORE_TOKEN is missing');
  });

  it.each([
    ['find', {}, 'subjects'],
    ['find', { subjects: [''] }, 'subjects[0]'],
    ['find', { subjects: ['a', 'b'.repeat(201)] }, 'subjects[1]'],
    ['find', { subjects: ['\ud800'] }, 'subjects[0]'],
    ['find', { subjects: Array(1_001).fill('p') }, 'subjects'],
    ['ensure', { keys: [{ subject: 'p', masterKeyId: 'm', person: 'AA==' }] }, 'keys[0].person'],
    ['ensure', { keys: [{ subject: 'p', masterKeyId: '', person: 'AA==' }] }, 'keys[0].masterKeyId'],
    [
      'ensure',
      { keys: [{ subject: 'p', masterKeyId: 'm', person: Buffer.alloc(60).toString('base64') }] },
      'keys[0].health',
    ],
  ])('names what is wrong with a question: %s %j', async (question, body, field) => {
    const { status, body: answer } = await ask(question, body);
    expect([status, answer]).toMatchObject([400, { code: 'VALIDATION_FAILED', errors: [{ field }] }]);
  });

  it('shows how it is: ready, how many persons, and whether a destroyed key is still somewhere', async () => {
    const ready = await (await fetch(`${app.url}/health/ready`)).json();
    expect(ready).toMatchObject({ status: 'ready', checks: [{ name: 'keys', ok: true }] });
    const metrics = await (await fetch(`${app.url}/metrics`)).text();
    expect(metrics).toMatch(/^lindung_key_store_persons [1-9]\d*$/m);
    expect(metrics).toMatch(/^lindung_key_store_unforgotten 0$/m);
  });

  it('keeps what it has over a stop and a start', async () => {
    const { subject, keys } = await somebody();
    await app.stop();
    app = await startApp(keyStoreApp, settings());
    expect((await as('reader').find([subject])).get(subject)).toEqual(keys);
  });

  it('does not start with two programs that have one token', async () => {
    await expect(
      startApp(keyStoreApp, { ...settings(), KEY_STORE_READER_TOKEN: tokens.writer }),
    ).rejects.toThrow('must be different');
  });

  const noCertificates = whyNoCertificates();
  (noCertificates ? describe.skip : describe)(
    `with a certificate${noCertificates ? ` (left out: ${noCertificates})` : ''}`,
    () => {
      it('speaks TLS, and wants the key to it as well', async () => {
        const { ca, cert, key } = makeCertificates(scratch);
        const secure = await startApp(keyStoreApp, {
          ...settings(),
          KEY_STORE_DATA: join(scratch, 'others'),
          TLS_CERT_FILE: cert,
          TLS_KEY_FILE: key,
        });
        try {
          expect(secure.url).toMatch(/^https:/);
          const program = `fetch('${secure.url}/health/ready').then(({ status }) => console.log(status))`;
          const { stdout } = await promisify(execFile)(process.execPath, ['-e', program], {
            env: { ...process.env, NODE_OPTIONS: '', NODE_EXTRA_CA_CERTS: ca },
          });
          expect(stdout).toBe('200\n');
        } finally {
          await secure.stop();
        }
        await expect(startApp(keyStoreApp, { ...settings(), TLS_CERT_FILE: cert })).rejects.toThrow(
          'are set together or not at all',
        );
      });
    },
  );

  describe('on a bad way', () => {
    let proxy: TcpProxy;
    let commands: ContextApp;

    beforeAll(async () => {
      proxy = await tcpProxy({ port: Number(new URL(app.url).port) });
      commands = await startContextApp(
        CONTEXTS.filter(({ name }) => name === 'participants'),
        undefined,
        {
          KEY_STORE_URL: proxy.by(app.url),
          KEY_STORE_TOKEN: tokens.writer,
        },
      );
    });
    afterAll(async () => {
      await commands.stop();
      await proxy.close();
    });

    it.each(BAD_WAYS)(
      'ends every question in time when it is %s, and works again afterwards',
      async (way) => {
        const store = new RemoteKeyStore({
          url: proxy.by(app.url),
          token: tokens.reader,
          answerWithinMs: 400,
        });
        await store.find([]);
        await proxy.become(way);
        // Whoever connects anew gets through a half-open way; a kept connection does not.
        const outcome = await store.find([randomUUID()]).then(
          () => 'answered',
          (error: unknown) => error,
        );
        if (outcome !== 'answered') expect(outcome).toBeInstanceOf(KeyStoreUnavailable);
        expect([way, way === 'half-open' || outcome !== 'answered']).toEqual([way, true]);
        await proxy.become('open');
        expect((await store.find([])).size).toBe(0);
      },
    );

    it('has commands that need a key answered 503, with nothing recorded, and recorded when they are sent again', async () => {
      const worker = { ...WORKER, person: { ...WORKER.person, nik: '0000055205907777' } };
      const send = () =>
        commands.post('/participants', worker, { headers: { 'idempotency-key': idempotencyKey } });
      const idempotencyKey = randomUUID();
      await proxy.become('closed');
      expect(await send()).toMatchObject({ status: 503, body: { code: 'KEY_STORE_UNAVAILABLE' } });
      const ready = await commands.get('/health/ready');
      expect(ready.body.checks).toContainEqual(expect.objectContaining({ name: 'key-store', ok: false }));
      await proxy.become('open');
      expect(await send()).toMatchObject({ status: 201, body: { repeated: false } });
    });
  });
});
