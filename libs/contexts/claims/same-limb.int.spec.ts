import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { accidents } from '#contexts/accidents/context';
import { participants } from '#contexts/participants/context';
import { type Answer, type ContextApp, startContextApp } from '#testing/context-app';
import type { Role } from '#kernel';
import { claims } from './context.js';
import { claimReadModel } from './read-models/claim/claim.read-model.js';
import { type Clerks, clerksOf } from '#contexts/journey.examples';

/** The whole right index finger is 9 % and the left one 7 % of 80 times 1,000,000. */
const FINGER = { item: 'TELUNJUK_TANGAN', side: 'RIGHT' };
const HALF_OF_IT = { ...FINGER, kind: 'FUNCTIONAL', functionLossPct: 50 };
const FIRST = { occurredOn: '2026-09-01' };
const SECOND = { occurredOn: '2026-09-10' };

describe('A limb that an earlier accident was paid for', () => {
  let app: ContextApp;
  let participant: string;
  let clerks: Clerks;
  beforeAll(async () => {
    app = await startContextApp([participants, accidents, claims], claimReadModel);
    clerks = clerksOf(app);
  });
  afterAll(() => app.stop());

  const send = (role: Role, path: string, body: object = {}) => app.post(path, body, { role });

  beforeEach(async () => {
    participant = await clerks.coveredWorker();
  });

  /** An accident that injured these items for good, with a complete claim. */
  async function claimFor(notice: object, ...injuries: object[]): Promise<string> {
    const health = { condition: 'PARTIAL_ANATOMIC', diagnosis: 'Injury', dominantHand: 'RIGHT', injuries };
    const accidentId = await clerks.accidentOf(participant, { notice, health });
    return clerks.submitJkk({ participantId: participant, accidentId });
  }

  const calculate = (claim: string) => send('adjudicator', `/claims/${claim}/calculation`);
  const approve = (claim: string) => send('supervisor', `/claims/${claim}/approval`);
  const codeOf = async (answer: Promise<Answer>) => (await answer).body.code;

  /** Rupiah that the last calculation comes to, and the decision it refuses by. */
  async function outcomeOf(claim: string): Promise<[unknown, unknown]> {
    const { body } = await calculate(claim);
    const detail = await app.get(`/claims/${claim}?after=${String(body.position)}`, { role: 'adjudicator' });
    const { totalIdr, refusal } = detail.body;
    const reasons = await app.get(`/claims/${claim}/explanation`, { role: 'auditor' });
    expect(reasons.body).toMatchObject({ claimId: claim, totalIdr, agrees: true });
    return [totalIdr, (refusal as { decision: string } | null)?.decision];
  }

  /** The same, for a claim that is then approved. */
  async function paidFor(when: object, ...injuries: object[]): Promise<[unknown, unknown]> {
    const claim = await claimFor(when, ...injuries);
    const outcome = await outcomeOf(claim);
    expect((await approve(claim)).body.events).toEqual(['ClaimApproved']);
    return outcome;
  }

  it('is paid the difference when it is worse after the second accident', async () => {
    expect(await paidFor(FIRST, HALF_OF_IT)).toEqual([3_600_000, undefined]);
    expect(await paidFor(SECOND, FINGER)).toEqual([3_600_000, undefined]);
    const third = await claimFor({ occurredOn: '2026-09-20' }, FINGER);
    expect(await outcomeOf(third)).toEqual([0, 'REJECTED_ALREADY_PAID']);
  });

  it('is not paid again when the same is claimed as a second accident of the day: it can only be denied', async () => {
    expect(await paidFor(FIRST, FINGER)).toEqual([7_200_000, undefined]);
    const again = await claimFor({ ...FIRST, nthOfDay: 2 }, FINGER);
    expect(await outcomeOf(again)).toEqual([0, 'REJECTED_ALREADY_PAID']);
    expect(await codeOf(approve(again))).toBe('LAW_REFUSES');
    expect((await send('supervisor', `/claims/${again}/denial`)).body.events).toEqual(['ClaimDenied']);
  });

  it('takes nothing from the other hand, nor from a claim that only was calculated', async () => {
    const open = await claimFor(FIRST, FINGER);
    expect(await outcomeOf(open)).toEqual([7_200_000, undefined]);
    expect(await paidFor(SECOND, { ...FINGER, side: 'LEFT' })).toEqual([5_600_000, undefined]);
    expect((await approve(open)).status).toBe(200);
  });

  it('is calculated again when the other claim was approved after the calculation', async () => {
    const claim = await claimFor(SECOND, FINGER);
    expect(await outcomeOf(claim)).toEqual([7_200_000, undefined]);
    await paidFor(FIRST, HALF_OF_IT);
    expect(await codeOf(approve(claim))).toBe('CALCULATION_OUTDATED');
    expect(await outcomeOf(claim)).toEqual([3_600_000, undefined]);
    expect((await approve(claim)).status).toBe(200);
  });

  it('is paid once when two claims for it are approved in the same moment', async () => {
    const claims = [await claimFor(FIRST, FINGER), await claimFor(SECOND, FINGER)];
    for (const claim of claims) expect(await outcomeOf(claim)).toEqual([7_200_000, undefined]);
    const answers = await Promise.all(claims.map(approve));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const loser = answers.findIndex(({ status }) => status !== 200);
    expect(['EARLIER_CLAIM_IN_APPROVAL', 'CALCULATION_OUTDATED']).toContain(answers[loser]!.body.code);
    expect(await outcomeOf(claims[loser]!)).toEqual([0, 'REJECTED_ALREADY_PAID']);
  });

  it('does not hold up another claim while nobody approves it: a stale If-Match begins nothing', async () => {
    const claims = [await claimFor(FIRST, FINGER), await claimFor(SECOND, FINGER)];
    for (const claim of claims) await calculate(claim);
    const stale = { role: 'supervisor', headers: { 'if-match': '"0"' } } as const;
    expect((await app.post(`/claims/${claims[0]}/approval`, {}, stale)).status).toBe(412);
    expect((await approve(claims[1]!)).body.events).toEqual(['ClaimApproved']);
  });

  it('gives an approval that is sent twice its first answer', async () => {
    const claim = await claimFor(FIRST, FINGER);
    await calculate(claim);
    const headers = { 'idempotency-key': '3f2b8c1e-4d5a-4b6c-8d7e-9f0a1b2c3d4e' };
    const twice = () => app.post(`/claims/${claim}/approval`, {}, { role: 'supervisor', headers });
    expect((await twice()).body).toMatchObject({ events: ['ClaimApproved'], repeated: false });
    expect((await twice()).body).toMatchObject({ events: ['ClaimApproved'], repeated: true });
  });

  it.each(['at once', 'one after the other'])(
    'one key for two approvals is two commands, %s',
    async (when) => {
      const claims = [await claimFor(FIRST, FINGER), await claimFor(SECOND, { ...FINGER, side: 'LEFT' })];
      for (const claim of claims) await calculate(claim);
      const headers = { 'idempotency-key': randomUUID() };
      const approveWithKey = (claim: string) =>
        app.post(`/claims/${claim}/approval`, {}, { role: 'supervisor', headers });
      if (when === 'at once') await Promise.all(claims.map(approveWithKey));
      const answers = [await approveWithKey(claims[0]!), await approveWithKey(claims[1]!)];
      for (const { body } of answers) expect(body).toMatchObject({ events: ['ClaimApproved'] });
      expect(answers.map(({ body }) => body.id)).toEqual(claims);
    },
  );
});
