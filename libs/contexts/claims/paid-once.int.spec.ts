import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accidents } from '#contexts/accidents/context';
import { deaths } from '#contexts/deaths/context';
import { participants } from '#contexts/participants/context';
import { providers } from '#contexts/providers/context';
import { type Answer, type ContextApp, startContextApp } from '#testing/context-app';
import type { Role } from '#kernel';
import { claims } from './context.js';
import {
  type Clerks,
  DIED_OF_IT,
  HEIR_PAPERS,
  JKK_PAPERS,
  WIDOWER,
  clerksOf,
  papers,
} from '#contexts/journey.examples';

const NOBODY_ELSE = 'e7f6c011-776e-4db7-8cd5-60b401dfd3e1';

const DEATH = { diedOn: '2026-09-03', certificate: 'SKM 1', health: { cause: 'injury' } };

/** Enough for either programme. */
const PAPERS = [...papers('FORM_4'), ...JKK_PAPERS, ...HEIR_PAPERS];

describe('A claim is paid once, and what was calculated', () => {
  let app: ContextApp;
  let clerks: Clerks;
  beforeAll(async () => {
    app = await startContextApp([participants, providers, accidents, deaths, claims]);
    clerks = clerksOf(app);
  });
  afterAll(() => app.stop());

  const send = (role: Role, path: string, body: object = {}) => app.post(path, body, { role });

  /** A porter whose accident ended in death, with reports and certificate. */
  async function fatalAccident() {
    const participant = await clerks.coveredWorker();
    const accident = await clerks.accidentOf(participant, { effect: 'DEATH', health: DIED_OF_IT });
    await clerks.reportDeath(participant, DEATH);
    return { participant, accident };
  }
  type Case = Awaited<ReturnType<typeof fatalAccident>>;

  const trace = ({ participant, accident }: Case) =>
    send('adjudicator', `/participants/${participant}/death/accident`, { accidentId: accident });
  const submitJkk = ({ participant, accident }: Case) =>
    send('registrar', '/claims/jkk', {
      accidentId: accident,
      participantId: participant,
      claimant: 'HEIR',
      documents: PAPERS,
      person: WIDOWER,
    });
  const submitJkm = ({ participant }: Case, more: object = {}) =>
    send('registrar', '/claims/jkm', {
      participantId: participant,
      documents: PAPERS,
      person: WIDOWER,
      ...more,
    });
  const calculate = ({ body }: Answer) => send('adjudicator', `/claims/${String(body.id)}/calculation`);
  const approve = ({ body }: Answer) => send('supervisor', `/claims/${String(body.id)}/approval`);
  const codeOf = async (answer: Promise<Answer>) => (await answer).body.code;

  it('JKK pays for a death that was traced to the accident, and JKM then refuses it', async () => {
    const fatal = await fatalAccident();
    const jkk = await submitJkk(fatal);
    expect(await codeOf(calculate(jkk))).toBe('DEATH_NOT_TRACED');
    expect((await trace(fatal)).body.events).toEqual(['DeathTraced']);
    expect((await calculate(jkk)).body.events).toEqual(['BenefitCalculated']);
    expect((await approve(jkk)).body.events).toEqual(['ClaimApproved']);
    expect(await codeOf(submitJkm(fatal))).toBe('DEATH_BY_WORK_ACCIDENT');
  });

  it('JKM names no construction project that nobody registered, though other work is stood for', async () => {
    const fatal = await fatalAccident();
    expect(await codeOf(submitJkm(fatal, { projectId: NOBODY_ELSE }))).toBe('PROJECT_NOT_FOUND');
    expect((await submitJkm(fatal)).body.events).toContain('ClaimSubmitted');
  });

  it('JKK pays the difference for a death for which JKM was approved, once', async () => {
    const fatal = await fatalAccident();
    const jkm = await submitJkm(fatal);
    await calculate(jkm);
    const early = await submitJkk(fatal);
    expect(await codeOf(calculate(early))).toBe('DEATH_NOT_TRACED');
    await trace(fatal);
    await calculate(early);
    expect(await codeOf(approve(jkm))).toBe('CALCULATION_OUTDATED');

    const other = await fatalAccident();
    const first = await submitJkm(other);
    await calculate(first);
    expect((await approve(first)).body.events).toEqual(['ClaimApproved']);
    await trace(other);
    const jkk = await submitJkk(other);
    expect((await calculate(jkk)).body.events).toEqual(['BenefitCalculated']);
    expect((await approve(jkk)).body.events).toEqual(['ClaimApproved']);
    const again = `/claims/${String(first.body.id)}/reopening`;
    const reason = 'The death was traced to the accident since';
    expect(await codeOf(send('supervisor', again, { ground: 'NEW_FACT', reason }))).toBe(
      'PAID_BY_OTHER_PROGRAMME',
    );
  });

  it('JKM pays nothing for a death for which JKK was approved, once the trace was taken back', async () => {
    const fatal = await fatalAccident();
    await trace(fatal);
    const jkk = await submitJkk(fatal);
    await calculate(jkk);
    await approve(jkk);
    const removal = { evidence: { kind: 'COURT_RULING', number: 'PN 1/2026' } };
    const removed = await send(
      'supervisor',
      `/participants/${fatal.participant}/death/accident/removal`,
      removal,
    );
    expect(removed.body.events).toEqual(['DeathTraceRemoved']);
    expect(await codeOf(submitJkm(fatal))).toBe('DEATH_PAID_AS_JKK');
  });

  it('JKM is not approved on a calculation from before the trace, and denied after it', async () => {
    const fatal = await fatalAccident();
    const jkm = await submitJkm(fatal);
    await calculate(jkm);
    await trace(fatal);
    expect(await codeOf(approve(jkm))).toBe('CALCULATION_OUTDATED');
    await calculate(jkm);
    expect(await codeOf(approve(jkm))).toBe('LAW_REFUSES');
    const denied = await send('supervisor', `/claims/${String(jkm.body.id)}/denial`);
    expect(denied.body.events).toEqual(['ClaimDenied']);
  });

  it('a death is traced by adjudicators, to accidents that exist', async () => {
    const { participant } = await fatalAccident();
    const path = `/participants/${participant}/death/accident`;
    expect((await send('registrar', path, { accidentId: NOBODY_ELSE })).status).toBe(403);
    expect((await send('adjudicator', path, { accidentId: NOBODY_ELSE })).status).toBe(404);
  });
});
