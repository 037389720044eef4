import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { accidents } from '#contexts/accidents/context';
import { claims } from '#contexts/claims/context';
import { interests } from '#contexts/claims/processes/interests';
import {
  CONCLUSION,
  DIED_OF_IT,
  HEIR_PAPERS,
  JKK_PAPERS,
  WIDOWER,
  clerksOf,
} from '#contexts/journey.examples';
import { deaths } from '#contexts/deaths/context';
import { participants } from '#contexts/participants/context';
import { staff } from '#contexts/staff/context';
import { processesOf } from '#runtime';
import { eventually } from '#testing';
import { type ContextApp, startContextApp } from '#testing/context-app';
import { deadlines } from './context.js';
import { deadlineReadModel } from './read-models/deadline/deadline.read-model.js';

@Module({ imports: [processesOf([accidents, { ...claims, processes: [interests] }])] })
class Processes {}

interface Action {
  readonly name: string;
  readonly open: boolean;
  readonly choices?: { readonly values: readonly { readonly reason?: { readonly code: string } }[] };
  readonly reason?: { readonly code: string };
}

describe('Whoever has an interest in the claim of an accident', () => {
  let app: ContextApp;
  let clerks: ReturnType<typeof clerksOf>;
  beforeAll(async () => {
    app = await startContextApp(
      [staff, participants, accidents, deaths, claims, deadlines, Processes],
      deadlineReadModel,
    );
    clerks = clerksOf(app);
  });
  afterAll(() => app.stop());

  const by = (subject: string) => ({ role: 'adjudicator', subject }) as const;

  it('is not offered its conclusion and may not conclude it, but still reports; another one concludes it', async () => {
    const participantId = await clerks.coveredWorker();
    const accidentId = await clerks.notify(participantId);
    await clerks.reportStageOne(accidentId);
    const claimId = await clerks.submitJkk({ participantId, accidentId });
    const stepsOf = async (subject: string) => {
      const { body } = await app.get('/work?kind=ACCIDENT', by(subject));
      return (body['items'] as readonly { readonly step: string }[]).map(({ step }) => step);
    };
    await eventually('the conclusion waits', async () =>
      (await stepsOf('niece')).includes('CONCLUDE_ACCIDENT'),
    );

    await app.post(`/claims/${claimId}/interests`, { interest: 'RELATIVE' }, by('niece'));
    await eventually('it waits for others', async () => (await stepsOf('niece')).length === 0);
    expect(await stepsOf('ani')).toEqual(['CONCLUDE_ACCIDENT']);

    const path = `/accidents/${accidentId}`;
    const actionsFor = async (subject: string) => {
      const { body } = await app.get(`${path}/actions`, by(subject));
      return new Map((body['actions'] as readonly Action[]).map((one) => [one.name, one]));
    };
    const told = await actionsFor('niece');
    const conclusion = told.get('conclude-accident');
    const codes = [conclusion?.reason, ...(conclusion?.choices?.values ?? []).map(({ reason }) => reason)];
    expect(conclusion?.open).toBe(false);
    expect(codes.flatMap((reason) => reason?.code ?? [])).toContain('INTEREST_DECLARED');
    expect(told.get('receive-evidence')?.open).toBe(true);
    expect((await actionsFor('ani')).get('conclude-accident')?.open).toBe(true);

    expect(await app.post(`${path}/conclusion`, CONCLUSION, by('niece'))).toMatchObject({
      status: 409,
      body: {
        code: 'INTEREST_DECLARED',
        detail: 'You have said that this claim is your own or of somebody close to you: others work on it',
      },
    });
    const step = { kind: 'ACCIDENT', subjectId: accidentId, slot: 'conclusion' };
    expect(await app.post('/work/assignments', step, by('niece'))).toMatchObject({
      body: { code: 'NOT_THEIR_TURN' },
    });
    expect(await app.post('/work/assignments', step, by('ani'))).toMatchObject({ status: 200 });
    const evidence = { evidence: ['POLICE_LETTER'] };
    expect((await app.post(`${path}/evidence`, evidence, by('niece'))).status).toBe(200);
    expect((await app.post(`${path}/conclusion`, CONCLUSION, by('ani'))).status).toBe(200);
  });

  it('for whose death somebody else traces it decides nothing of that accident either, nor takes the trace back', async () => {
    const participantId = await clerks.coveredWorker();
    const accidentId = await clerks.notify(participantId);
    await clerks.reportStageOne(accidentId, { effect: 'DEATH' });
    await clerks.stateOutcome(accidentId, DIED_OF_IT);
    await clerks.reportDeath(participantId, { diedOn: DIED_OF_IT.diedOn });
    const claimId = await clerks.submitJkm(participantId);
    await app.post(`/claims/${claimId}/interests`, { interest: 'RELATIVE' }, by('niece'));

    const traced = await app.post(`/participants/${participantId}/death/accident`, { accidentId }, by('ani'));
    expect(traced.status).toBe(200);
    const path = `/accidents/${accidentId}`;
    await eventually('the accident knows who has an interest', async () => {
      const { body } = await app.get(`${path}/actions`, by('niece'));
      return !(body['actions'] as readonly Action[]).find(({ name }) => name === 'conclude-accident')?.open;
    });
    const barred = { status: 409, body: { code: 'INTEREST_DECLARED' } };
    expect(await app.post(`${path}/conclusion`, CONCLUSION, by('niece'))).toMatchObject(barred);
    const again = await app.post(
      `/participants/${participantId}/death/accident`,
      { accidentId },
      by('niece'),
    );
    expect(again).toMatchObject(barred);
    const removal = { evidence: { kind: 'POLICE_LETTER', number: 'LP-1' } };
    const removed = (subject: string) =>
      app.post(`/participants/${participantId}/death/accident/removal`, removal, {
        role: 'supervisor',
        subject,
      });
    expect(await removed('niece')).toMatchObject(barred);
    expect((await removed('sri')).status).toBe(200);
  });

  it('in one of two claims for a death decides nothing of the other, nor finds it, whether or not the death is still traced', async () => {
    const participantId = await clerks.coveredWorker();
    const accidentId = await clerks.accidentOf(participantId, { effect: 'DEATH', health: DIED_OF_IT });
    await clerks.reportDeath(participantId, { diedOn: DIED_OF_IT.diedOn });
    const jkm = await clerks.submitJkm(participantId);
    const declares = (claimId: string, subject: string) =>
      app.post(`/claims/${claimId}/interests`, { interest: 'RELATIVE' }, by(subject));
    expect((await declares(jkm, 'niece')).status).toBe(200);
    const path = `/participants/${participantId}/death/accident`;
    expect((await app.post(path, { accidentId }, by('ani'))).status).toBe(200);
    const byHeirs = { claimant: 'HEIR', documents: [...JKK_PAPERS, ...HEIR_PAPERS], person: WIDOWER };
    const jkk = await clerks.submitJkk({ participantId, accidentId }, byHeirs);

    const stepsOf = async (subject: string, claimId: string) => {
      const { body } = await app.get('/work?kind=CLAIM', by(subject));
      const items = body['items'] as readonly { readonly step: string; readonly subjectId: string }[];
      return items.filter(({ subjectId }) => subjectId === claimId).map(({ step }) => step);
    };
    const barred = { status: 409, body: { code: 'INTEREST_DECLARED' } };
    const calculates = (subject: string, claimId: string) =>
      app.post(`/claims/${claimId}/calculation`, {}, by(subject));
    const assigns = (subject: string, subjectId: string) =>
      app.post('/work/assignments', { kind: 'CLAIM', subjectId, slot: 'claim' }, by(subject));
    await eventually('it is to be calculated, by others', async () => {
      const [others, theirs] = [await stepsOf('ani', jkk), await stepsOf('niece', jkk)];
      return others.length === 1 && theirs.length === 0;
    });
    expect(await calculates('niece', jkk)).toMatchObject(barred);
    expect(await assigns('niece', jkk)).toMatchObject({ body: { code: 'NOT_THEIR_TURN' } });

    expect((await declares(jkk, 'nephew')).status).toBe(200);
    const removal = { evidence: { kind: 'POLICE_LETTER', number: 'LP-2' } };
    const supervisor = { role: 'supervisor', subject: 'sri' } as const;
    expect((await app.post(`${path}/removal`, removal, supervisor)).status).toBe(200);
    await eventually('so is the other one', async () => {
      const [others, theirs] = [await stepsOf('ani', jkm), await stepsOf('nephew', jkm)];
      return others.length === 1 && theirs.length === 0;
    });
    expect(await calculates('nephew', jkm)).toMatchObject(barred);
    expect(await assigns('nephew', jkm)).toMatchObject({ body: { code: 'NOT_THEIR_TURN' } });
    expect((await calculates('ani', jkm)).status).toBe(200);
  });
});
