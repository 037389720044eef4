import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#testing';
import { CONTRIBUTION, WORKER } from '#contexts/journey.examples';
import { type Answer, type Ask, type Participants, startParticipants } from './participants-app.examples.js';

/** Two requests that meet in one stream, given the participant or a NIK of somebody new. */
interface Pair {
  readonly of: 'participant' | 'nobody';
  readonly one: Request;
  readonly other: Request;
}

type Request = (of: string) => readonly [path: string, body: object];

const heir =
  (name: string): Request =>
  (id) => [`/participants/${id}/heirs`, { relation: 'WIDOWER', person: { name } }];
const child =
  (name: string): Request =>
  (id) => [`/participants/${id}/children`, { person: { name, birthDate: '2015-02-01' } }];
const pay =
  (period: string, receipt: string): Request =>
  (id) => [`/participants/${id}/contributions`, { ...CONTRIBUTION, period, months: 1, receipt }];
const register =
  (name: string): Request =>
  (nik) => ['/participants', { ...WORKER, person: { ...WORKER.person, nik, name } }];

const PAIRS: Readonly<Record<string, Pair>> = {
  'two heirs': { of: 'participant', one: heir('Budi'), other: heir('Rudi') },
  'two contributions': { of: 'participant', one: pay('2026-08', 'R-1'), other: pay('2026-09', 'R-2') },
  'an heir and a child': { of: 'participant', one: heir('Budi'), other: child('Dewi') },
  'one NIK under two names': { of: 'nobody', one: register('Siti'), other: register('Sita') },
};

const SENDERS: Readonly<Record<string, readonly [Ask, Ask]>> = {
  'one user': [{ subject: 'registrar-1' }, { subject: 'registrar-1' }],
  'two users': [{ subject: 'registrar-1' }, { subject: 'registrar-2' }],
};

const AT_ONCE = 8;

describe('One Idempotency-Key for two different commands', () => {
  let system: Participants;
  let registered = 0;
  beforeAll(async () => {
    system = await startParticipants();
  });
  afterAll(() => system.stop());

  const newNik = () => `000005520590${String(++registered).padStart(4, '0')}`;
  const subject = async ({ of }: Pair): Promise<string> => {
    if (of === 'nobody') return newNik();
    const { body } = await system.post('/participants', register('Siti')(newNik())[1]);
    return String(body.id);
  };
  const send = (request: Request, of: string, key: string, ask: Ask = {}): Promise<Answer> => {
    const [path, body] = request(of);
    return system.post(path, body, { ...ask, headers: { 'idempotency-key': key, ...ask.headers } });
  };
  const isRecorded = ({ status }: Answer) => status === 200 || status === 201;
  const codes = (answers: readonly Answer[]) =>
    answers.map((answer) => (isRecorded(answer) ? 'recorded' : String(answer.body.code)));

  const cases = Object.entries(PAIRS).flatMap(([what, pair]) =>
    Object.entries(SENDERS).map(([who, asks]) => ({ what, who, pair, asks })),
  );

  it.each(cases)('$what at once, by $who: one is recorded, one refused', async ({ pair, asks }) => {
    for (let round = 0; round < AT_ONCE; round++) {
      const [of, key] = [await subject(pair), randomUUID()];
      const sent = [send(pair.one, of, key, asks[0]), send(pair.other, of, key, asks[1])];
      const answers = await Promise.all(sent);
      expect(new Set(codes(answers))).toEqual(new Set(['COMMAND_ID_REUSED', 'recorded']));
      // Sent again, each is answered as before: what was recorded was recorded.
      const again = await Promise.all([send(pair.one, of, key), send(pair.other, of, key)]);
      for (const [index, first] of answers.entries()) {
        const expected = isRecorded(first)
          ? { ...first.body, repeated: true }
          : { code: 'COMMAND_ID_REUSED' };
        expect(again[index]!.body).toMatchObject(expected);
      }
    }
  });

  it.each(cases)('$what one after the other, by $who: the second is refused', async ({ pair, asks }) => {
    const [of, key] = [await subject(pair), randomUUID()];
    const first = await send(pair.one, of, key, asks[0]);
    expect(isRecorded(first)).toBe(true);
    const second = await send(pair.other, of, key, asks[1]);
    expect(second).toMatchObject({ status: 422, body: { code: 'COMMAND_ID_REUSED' } });
    expect(second.body.allowed).not.toHaveLength(0);
  });

  it('after the log was started again too', async () => {
    const sent: { pair: Pair; of: string; key: string; first: Answer }[] = [];
    for (const pair of Object.values(PAIRS)) {
      const [of, key] = [await subject(pair), randomUUID()];
      sent.push({ pair, of, key, first: await send(pair.one, of, key) });
    }
    await system.stopLog();
    await system.startLog();
    await eventually('the log answers', async () => (await system.get('/health/ready')).status === 200);
    for (const { pair, of, key, first } of sent) {
      expect((await send(pair.one, of, key)).body).toEqual({ ...first.body, repeated: true });
      expect((await send(pair.other, of, key)).body.code).toBe('COMMAND_ID_REUSED');
    }
  });

  it.each(cases)(
    'the same many times at once ($what, by $who): one was the first',
    async ({ pair, asks }) => {
      for (let round = 0; round < AT_ONCE; round++) {
        const [of, key] = [await subject(pair), randomUUID()];
        const answers = await Promise.all(
          Array.from({ length: 6 }, (_one, nth) => send(pair.one, of, key, asks[nth % 2])),
        );
        expect(answers.every(isRecorded)).toBe(true);
        expect(answers.filter(({ body }) => body.repeated === false)).toHaveLength(1);
        const told = answers.map(({ body }) => ({ ...body, repeated: true }));
        for (const one of told) expect(one).toEqual(told[0]);
        const later = await send(pair.one, of, key, asks[1]);
        expect(later.body).toEqual(told[0]);
      }
    },
  );

  const otherStreams: Readonly<Record<string, readonly [Request, Request]>> = {
    'the same of two participants': [heir('Budi'), heir('Budi')],
    'different things of two participants': [heir('Budi'), pay('2026-08', 'R-1')],
  };

  it.each(Object.entries(otherStreams))(
    'for two streams is two commands: %s',
    async (_what, [one, other]) => {
      for (const atOnce of [true, false]) {
        const [first, second] = [await subject(PAIRS['two heirs']!), await subject(PAIRS['two heirs']!)];
        const key = randomUUID();
        const sendBoth = async () =>
          atOnce
            ? Promise.all([send(one, first, key), send(other, second, key)])
            : [await send(one, first, key), await send(other, second, key)];
        const answers = await sendBoth();
        expect(answers.map(({ body }) => body.repeated)).toEqual([false, false]);
        expect((await sendBoth()).map(({ body }) => body)).toEqual(
          answers.map(({ body }) => ({ ...body, repeated: true })),
        );
      }
    },
  );

  it('makes what it brings into being once, and of each kind one', async () => {
    const key = randomUUID();
    const headers = { 'idempotency-key': key };
    const sponsor = (name: string) =>
      system.post('/sponsors', { kind: 'VILLAGE', name, district: '321605' }, { headers });
    const answers = await Promise.all([sponsor('Desa Sukamaju'), sponsor('Desa Sukamaju')]);
    expect(new Set(answers.map(({ body }) => body.repeated))).toEqual(new Set([false, true]));
    expect((await sponsor('Desa Makmur')).body.code).toBe('COMMAND_ID_REUSED');
  });

  it('a command sent again is answered before its If-Match is looked at; another one is not', async () => {
    const of = await subject(PAIRS['two heirs']!);
    const seen = { headers: { 'if-match': '"0"' } };
    const key = randomUUID();
    const first = await send(heir('Budi'), of, key, seen);
    expect(first.body.revision).toBe('1');
    await send(heir('Rudi'), of, randomUUID());
    expect((await send(heir('Budi'), of, key, seen)).body).toEqual({ ...first.body, repeated: true });
    expect((await send(heir('Tono'), of, key, seen)).body.code).toBe('COMMAND_ID_REUSED');
    expect((await send(heir('Tono'), of, randomUUID(), seen)).body.code).toBe('STALE_REVISION');
  });

  it('two that saw the same revision at once: one is recorded', async () => {
    const of = await subject(PAIRS['two heirs']!);
    const seen = { headers: { 'if-match': '"0"' } };
    const names = ['Budi', 'Rudi', 'Tono', 'Joko'];
    const answers = await Promise.all(names.map((name) => send(heir(name), of, randomUUID(), seen)));
    expect(answers.filter(isRecorded)).toHaveLength(1);
    expect(new Set(codes(answers))).toEqual(new Set(['STALE_REVISION', 'recorded']));
  });
});
