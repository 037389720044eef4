import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accidents } from '#contexts/accidents/context';
import { claims } from '#contexts/claims/context';
import { deaths } from '#contexts/deaths/context';
import { participants } from '#contexts/participants/context';
import { type ContextApp, startContextApp } from '#testing/context-app';
import { CONTRIBUTION, type Clerks, DEATH, NOTICE, WORKER, clerksOf } from './journey.examples.js';

const SECOND = { role: 'registrar', subject: 'registrar-2' } as const;

describe('what is entered long after the event (M4, W9)', () => {
  let app: ContextApp;
  let clerks: Clerks;
  beforeAll(async () => {
    app = await startContextApp([participants, accidents, deaths, claims]);
    clerks = clerksOf(app);
  });
  afterAll(() => app.stop());

  const approve = (claim: string) => app.post(`/claims/${claim}/approval`, {}, { role: 'supervisor' });

  it('is paid on only once a second person has confirmed it: a notice and a contribution', async () => {
    const participantId = await clerks.register();
    await app.post(`/participants/${participantId}/contributions`, CONTRIBUTION);
    const noticed = await app.post('/accidents', { ...NOTICE, participantId });
    const accidentId = String(noticed.body.id);
    await clerks.reportStageOne(accidentId);
    await clerks.conclude(accidentId);
    await clerks.stateOutcome(accidentId);
    await clerks.reportStageTwo(accidentId);
    const claim = await clerks.submitJkk({ participantId, accidentId });
    await clerks.calculate(claim);
    const entries = (answer: { body: Record<string, unknown> }) => [answer.body.code, answer.body.detail];
    expect(entries(await approve(claim))).toEqual([
      'BACK_DATED_UNCONFIRMED',
      'Entered long after the event and confirmed by nobody else yet: ACCIDENT, CONTRIBUTIONS',
    ]);

    const [notice, paid] = [
      `/accidents/${accidentId}/notice/confirmation`,
      `/participants/${participantId}/contributions/confirmation`,
    ];
    for (const path of [notice, paid]) {
      expect((await app.post(path, {})).body.code).toBe('ENTERED_BY_YOU');
      expect((await app.post(path, {}, { role: 'plkk' })).status).toBe(403);
    }
    expect((await app.post(notice, {}, SECOND)).body.events).toEqual(['BackDatedNoticeConfirmed']);
    expect((await approve(claim)).body.detail).toMatch(/: CONTRIBUTIONS$/);
    expect((await app.post(paid, {}, SECOND)).body.events).toEqual(['BackDatedContributionsConfirmed']);
    expect((await app.post(paid, {}, SECOND)).body.code).toBe('NOTHING_BACK_DATED');
    expect((await approve(claim)).status).toBe(200);
  });

  it('is paid on only once a second person has confirmed it: a registration', async () => {
    const nik = '0000005205907001';
    const entered = await app.post('/participants', { ...WORKER, person: { ...WORKER.person, nik } });
    const participantId = String(entered.body.id);
    await clerks.contribute(participantId, { months: 6 });
    await clerks.reportDeath(participantId);
    const claim = await clerks.submitJkm(participantId);
    await clerks.calculate(claim);
    expect((await approve(claim)).body.detail).toMatch(/: REGISTRATION$/);
    const path = `/participants/${participantId}/registration/confirmation`;
    expect((await app.post(path, {})).body.code).toBe('ENTERED_BY_YOU');
    expect((await app.post(path, {}, { role: 'plkk' })).status).toBe(403);
    expect((await app.post(path, {}, SECOND)).body.events).toEqual(['BackDatedRegistrationConfirmed']);
    expect((await approve(claim)).status).toBe(200);
  });

  it('is paid on only once a second person has confirmed it: a death', async () => {
    const participantId = await clerks.coveredWorker();
    const late = { ...DEATH, diedOn: '2026-09-10' };
    await app.post(`/participants/${participantId}/death`, late);
    const claim = await clerks.submitJkm(participantId);
    await clerks.calculate(claim);
    expect((await approve(claim)).body.detail).toMatch(/: DEATH$/);
    const path = `/participants/${participantId}/death/confirmation`;
    expect((await app.post(path, {})).body.code).toBe('ENTERED_BY_YOU');
    expect((await app.post(path, {}, SECOND)).status).toBe(200);
    expect((await approve(claim)).status).toBe(200);
  });

  it('needs nobody where it was entered in time', async () => {
    const participantId = await clerks.coveredWorker();
    await clerks.reportDeath(participantId);
    for (const what of ['registration', 'contributions', 'death']) {
      const path = `/participants/${participantId}/${what}/confirmation`;
      expect((await app.post(path, {}, SECOND)).body.code).toBe('NOTHING_BACK_DATED');
    }
  });
});
