import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { accidents } from '#contexts/accidents/context';
import { deaths } from '#contexts/deaths/context';
import {
  type Case,
  DIED_OF_IT,
  HEIR_PAPERS,
  JKK_PAPERS,
  WIDOWER,
  clerksOf,
  papers,
} from '#contexts/journey.examples';
import type { Role } from '#kernel';
import { participants } from '#contexts/participants/context';
import { providers } from '#contexts/providers/context';
import { type Answer, type ContextApp, startContextApp } from '#testing/context-app';
import { claims } from '../context.js';

/** Servers start slowly on a machine that does other things. */
jest.setTimeout(30_000);

const NOBODY_ELSE = 'e7f6c011-776e-4db7-8cd5-60b401dfd3e1';

/** Enough for either programme. */
const documents = [...papers('FORM_4'), ...JKK_PAPERS, ...HEIR_PAPERS];

describe('A claim is paid once, and what was calculated', () => {
  let app: ContextApp;
  let clerks: ReturnType<typeof clerksOf>;
  beforeAll(async () => {
    app = await startContextApp([participants, providers, accidents, deaths, claims]);
    clerks = clerksOf(app);
  });
  afterAll(() => app.stop());

  const send = (role: Role, path: string, body: object = {}) => app.post(path, body, { role });

  /** A porter whose accident ended in death, with reports and certificate. */
  async function fatalAccident(): Promise<Case> {
    const participantId = await clerks.coveredWorker();
    const accidentId = await clerks.accidentOf(participantId, { effect: 'DEATH', health: DIED_OF_IT });
    await clerks.reportDeath(participantId, { diedOn: DIED_OF_IT.diedOn });
    return { participantId, accidentId };
  }

  const trace = ({ participantId, accidentId }: Case) =>
    send('adjudicator', `/participants/${participantId}/death/accident`, { accidentId });
  const handedIn = { documents, person: WIDOWER };
  const submitJkk = (fatal: Case) => clerks.submitJkk(fatal, { claimant: 'HEIR', ...handedIn });
  const submitJkm = ({ participantId }: Case) => clerks.submitJkm(participantId, handedIn);
  const calculate = (claim: string) => send('adjudicator', `/claims/${claim}/calculation`);
  const approve = (claim: string) => send('supervisor', `/claims/${claim}/approval`);
  const codeOf = async (answer: Promise<Answer>) => (await answer).body.code;

  it('JKK pays for a death that was traced to the accident, and JKM then refuses it', async () => {
    const fatal = await fatalAccident();
    const jkk = await submitJkk(fatal);
    expect(await codeOf(calculate(jkk))).toBe('DEATH_NOT_TRACED');
    expect((await trace(fatal)).body.events).toEqual(['DeathTraced']);
    expect((await calculate(jkk)).body.events).toEqual(['BenefitCalculated']);
    expect((await approve(jkk)).body.events).toEqual(['ClaimApproved']);
    const { participantId } = fatal;
    const refused = send('registrar', '/claims/jkm', { participantId, ...handedIn });
    expect(await codeOf(refused)).toBe('DEATH_BY_WORK_ACCIDENT');
  });

  it('JKK refuses a death for which JKM was approved', async () => {
    const fatal = await fatalAccident();
    const jkm = await submitJkm(fatal);
    await calculate(jkm);
    expect((await approve(jkm)).body.events).toEqual(['ClaimApproved']);
    await trace(fatal);
    expect(await codeOf(calculate(await submitJkk(fatal)))).toBe('DEATH_APPROVED_AS_JKM');
  });

  it('JKM is not approved on a calculation from before the trace, and denied after it', async () => {
    const fatal = await fatalAccident();
    const jkm = await submitJkm(fatal);
    await calculate(jkm);
    await trace(fatal);
    expect(await codeOf(approve(jkm))).toBe('CALCULATION_OUTDATED');
    await calculate(jkm);
    expect(await codeOf(approve(jkm))).toBe('LAW_REFUSES');
    const denied = await send('supervisor', `/claims/${jkm}/denial`);
    expect(denied.body.events).toEqual(['ClaimDenied']);
  });

  it('no invoice is taken after the approval: it would be paid by nobody', async () => {
    const fatal = await fatalAccident();
    await trace(fatal);
    const facilityId = await clerks.registerFacility();
    const invoice = (number: string) =>
      send('plkk', `/accidents/${fatal.accidentId}/care`, {
        facilityId,
        admittedOn: '2026-09-01',
        dischargedOn: '2026-09-02',
        invoiceNumber: number,
        invoiceIdr: 1_000_000,
        health: { procedures: 'Care' },
      });
    const jkk = await submitJkk(fatal);
    await calculate(jkk);
    expect((await invoice('INV-1')).status).toBe(200);
    expect(await codeOf(approve(jkk))).toBe('CALCULATION_OUTDATED');
    await calculate(jkk);
    expect((await approve(jkk)).status).toBe(200);
    expect(await codeOf(invoice('INV-2'))).toBe('CLAIM_ALREADY_APPROVED');
  });

  it('a death is traced by adjudicators, to accidents that exist', async () => {
    const { participantId } = await fatalAccident();
    const path = `/participants/${participantId}/death/accident`;
    expect((await send('registrar', path, { accidentId: NOBODY_ELSE })).status).toBe(403);
    expect((await send('adjudicator', path, { accidentId: NOBODY_ELSE })).status).toBe(404);
  });
});
