import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accidents } from '#contexts/accidents/context';
import { participants } from '#contexts/participants/context';
import { type Ask, type ContextApp, startContextApp } from '#testing/context-app';
import { deaths } from './context.js';

const WORKER = {
  channel: 'PLKK',
  payer: 'SELF',
  district: '321605',
  sector: 'OTHER',
  declaredIncomeIdr: 900_000,
  registeredOn: '2026-08-03',
  person: {
    nik: '0000055205900001',
    name: 'Siti Rahmawati',
    birthDate: '1990-05-12',
    sex: 'FEMALE',
    occupation: 'kuli panggul',
    workplace: 'Pasar Cikarang',
  },
};

const NOTICE = {
  kind: 'AT_WORK',
  placeKind: 'INSIDE_WORK_SITE',
  occurredOn: '2026-09-01',
  occurredAt: '08:00',
  notifiedBy: 'GROUP',
  person: { contactName: 'Sari Contoh', contactPhone: '0812 0000 0001', place: 'Pasar Contoh, blok A' },
  health: { chronology: 'A crate fell on her' },
};

const DEAD = {
  doctorKind: 'TREATING',
  statedOn: '2026-09-03',
  health: {
    condition: 'DEAD',
    diagnosis: 'Injury',
    dominantHand: 'RIGHT',
    injuries: [],
    diedOn: '2026-09-03',
  },
};

describe('Deaths over HTTP', () => {
  let app: ContextApp;
  let participant: string;
  let accident: string;
  const done = async (path: string, body: object) => {
    const answer = await app.post(path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
    return String(answer.body.id);
  };
  const trace = (accidentId: string, ask: Ask = {}) =>
    app.post(`/participants/${participant}/death/accident`, { accidentId }, { role: 'adjudicator', ...ask });

  beforeAll(async () => {
    app = await startContextApp([participants, accidents, deaths]);
    participant = await done('/participants', WORKER);
    const payment = { period: '2026-08', months: 2, payer: 'SELF', paidOn: '2026-08-03', receipt: 'R' };
    await done(`/participants/${participant}/contributions`, payment);
    accident = await done('/accidents', { ...NOTICE, participantId: participant });
    const stageOne = { reportedBy: 'GROUP', effect: 'DEATH', evidence: ['CHRONOLOGY'] };
    await done(`/accidents/${accident}/stage-one`, stageOne);
    await done(`/accidents/${accident}/doctor-statements`, DEAD);
  });
  afterAll(() => app.stop());

  it('traces a death that was reported, once, and answers the same command the same', async () => {
    expect(await trace(accident)).toMatchObject({ status: 409, body: { code: 'DEATH_NOT_REPORTED' } });
    await done(`/participants/${participant}/death`, {
      diedOn: '2026-09-03',
      certificate: 'SKM 1',
      health: { cause: 'injury' },
    });

    const headers = { 'idempotency-key': randomUUID(), 'if-match': '"1"' };
    const first = await trace(accident, { headers });
    expect(first).toMatchObject({
      status: 200,
      body: { id: participant, streamId: `death-${participant}`, events: ['DeathTraced'], repeated: false },
    });
    expect((await trace(accident, { headers })).body).toEqual({ ...first.body, repeated: true });
    expect((await trace(accident)).body).toMatchObject({ events: [], revision: '0' });
  });

  it('compares If-Match with the participant, whom people see', async () => {
    expect(await trace(accident, { headers: { 'if-match': '"0"' } })).toMatchObject({
      status: 412,
      body: { revision: '1', since: [{ type: 'DeathReported' }] },
    });
  });

  it('takes adjudicators only, and people and accidents that exist', async () => {
    expect((await trace(accident, { role: 'registrar' })).status).toBe(403);
    expect(await trace(randomUUID())).toMatchObject({ status: 404, body: { code: 'ACCIDENT_NOT_FOUND' } });
    const path = `/participants/${randomUUID()}/death/accident`;
    const nobody = await app.post(path, { accidentId: accident }, { role: 'adjudicator' });
    expect(nobody).toMatchObject({ status: 404, body: { code: 'PARTICIPANT_NOT_FOUND' } });
  });
});
