import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accidents } from '#contexts/accidents/context';
import { DIED_OF_IT, clerksOf } from '#contexts/journey.examples';
import { participants } from '#contexts/participants/context';
import { type Ask, type ContextApp, startContextApp } from '#testing/context-app';
import { deaths } from './context.js';

describe('Deaths over HTTP', () => {
  let app: ContextApp;
  let clerks: ReturnType<typeof clerksOf>;
  let participant: string;
  let accident: string;
  const trace = (accidentId: string, ask: Ask = {}) =>
    app.post(`/participants/${participant}/death/accident`, { accidentId }, { role: 'adjudicator', ...ask });

  beforeAll(async () => {
    app = await startContextApp([participants, accidents, deaths]);
    clerks = clerksOf(app);
    participant = await clerks.coveredWorker();
    accident = await clerks.notify(participant);
    await clerks.reportStageOne(accident, { effect: 'DEATH' });
    await clerks.stateOutcome(accident, DIED_OF_IT);
  });
  afterAll(() => app.stop());

  it('traces a death that was reported, once, and answers the same command the same', async () => {
    expect(await trace(accident)).toMatchObject({ status: 409, body: { code: 'DEATH_NOT_REPORTED' } });
    await clerks.reportDeath(participant, { diedOn: DIED_OF_IT.diedOn });

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
