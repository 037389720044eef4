import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { accidents } from '#contexts/accidents/context';
import { deaths } from '#contexts/deaths/context';
import type { Role } from '#kernel';
import { participants } from '#contexts/participants/context';
import { providers } from '#contexts/providers/context';
import { type Answer, type ContextApp, startContextApp } from '#testing/context-app';
import { claims } from '../context.js';
import { HEIR_PAPERS, JKK_PAPERS, NOTICE, WIDOWER, WORKER, papers } from './porter.examples.js';

/** Servers start slowly on a machine that does other things. */
jest.setTimeout(30_000);

const NOBODY_ELSE = 'e7f6c011-776e-4db7-8cd5-60b401dfd3e1';

const STATEMENT = {
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

const DEATH = { diedOn: '2026-09-03', certificate: 'SKM 1', health: { cause: 'injury' } };

/** Enough for either programme. */
const PAPERS = [...papers('FORM_4'), ...JKK_PAPERS, ...HEIR_PAPERS];

describe('A claim is paid once, and what was calculated', () => {
  let app: ContextApp;
  beforeAll(async () => {
    app = await startContextApp([participants, providers, accidents, deaths, claims]);
  });
  afterAll(() => app.stop());

  const send = (role: Role, path: string, body: object = {}) => app.post(path, body, { role });
  async function done(role: Role, path: string, body: object = {}): Promise<string> {
    const answer = await send(role, path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
    return String(answer.body.id);
  }

  let serial = 0;
  /** A porter whose accident ended in death, with reports and certificate. */
  async function fatalAccident() {
    const nik = `000005520590${String(++serial).padStart(4, '0')}`;
    const participant = await done('registrar', '/participants', {
      ...WORKER,
      person: { ...WORKER.person, nik },
    });
    const payment = { period: '2026-08', months: 2, payer: 'SELF', paidOn: '2026-08-03', receipt: 'R' };
    await done('registrar', `/participants/${participant}/contributions`, payment);
    const accident = await done('registrar', '/accidents', { ...NOTICE, participantId: participant });
    const stageOne = { reportedBy: 'GROUP', effect: 'DEATH', evidence: ['CHRONOLOGY'] };
    await done('registrar', `/accidents/${accident}/stage-one`, stageOne);
    const conclusion = { conclusion: 'WORK_ACCIDENT', reason: 'At the registered place of work' };
    await done('adjudicator', `/accidents/${accident}/conclusion`, conclusion);
    await done('registrar', `/accidents/${accident}/doctor-statements`, STATEMENT);
    await done('registrar', `/accidents/${accident}/stage-two`, { reportedBy: 'FAMILY', transport: [] });
    await done('registrar', `/participants/${participant}/death`, DEATH);
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
  const submitJkm = ({ participant }: Case) =>
    send('registrar', '/claims/jkm', { participantId: participant, documents: PAPERS, person: WIDOWER });
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
    const denied = await send('supervisor', `/claims/${String(jkm.body.id)}/denial`);
    expect(denied.body.events).toEqual(['ClaimDenied']);
  });

  it('no invoice is taken after the approval: it would be paid by nobody', async () => {
    const fatal = await fatalAccident();
    await trace(fatal);
    const facility = await done('registrar', '/facilities', {
      kind: 'CLINIC',
      name: 'Klinik Contoh',
      district: '321605',
      account: WIDOWER.account,
    });
    const invoice = (number: string) =>
      send('plkk', `/accidents/${fatal.accident}/care`, {
        facilityId: facility,
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
    const { participant } = await fatalAccident();
    const path = `/participants/${participant}/death/accident`;
    expect((await send('registrar', path, { accidentId: NOBODY_ELSE })).status).toBe(403);
    expect((await send('adjudicator', path, { accidentId: NOBODY_ELSE })).status).toBe(404);
  });
});
