import { beforeAll, expect, it } from '@jest/globals';
import {
  type Clerks,
  DIED_OF_IT,
  HEIR_PAPERS,
  JKK_PAPERS,
  clerksOf,
  widowerOf,
} from '#contexts/journey.examples';
import type { Role } from '#kernel';
import { eventually } from '#testing';
import type { Standalone } from '../../apps/standalone/src/start-standalone.js';
import { asking } from './asking.js';

type Item = Record<string, unknown>;

const WORDS = 'What somebody has said about it, in their own words';
const TODAY = '2026-11-20T10:15:00+07:00';
const LATER = '2026-11-27T10:15:00+07:00';

/**
 * Stories of what comes after a decision: somebody does not accept it, an authority or a mediation says otherwise, the death turns out to
 * come from work, heirs disagree. Each person is somebody, and nobody decides twice.
 */
export function afterDecisions(system: () => Standalone): void {
  const { post, query } = asking(system);
  let clerks: Clerks;
  beforeAll(() => {
    clerks = clerksOf({ post });
  });

  /** Somebody by name, as far as they decide. */
  async function as(
    who: string,
    role: Role,
    path: string,
    body: Item = {},
    more: { authority?: number; at?: string } = {},
  ) {
    const { authority, at = TODAY } = more;
    const asked = { role, subject: who.replaceAll(' ', '-'), ...(authority && { authority }) };
    const headers = { 'content-type': 'application/json' };
    const signedIn = await fetch(`${system().issuerUrl}/token`, {
      method: 'POST',
      headers,
      body: JSON.stringify(asked),
    });
    const { access_token: token } = (await signedIn.json()) as { access_token: string };
    const response = await fetch(system().commandApiUrl + path, {
      method: 'POST',
      headers: { ...headers, 'x-lindung-clock': at, authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Item;
  }

  const claimAt = async (claimId: string, { position }: { readonly position?: unknown }) =>
    (
      await query(
        `/claims/${claimId}${position === undefined ? '' : `?after=${position as string}`}`,
        'supervisor',
      )
    ).body;

  /** What is listed once there is so much of it: it follows from what was decided by itself. */
  async function listed(path: string, role: Role, count: number): Promise<Item[]> {
    let items: Item[] = [];
    await eventually(`${count} stand in ${path}`, async () => {
      const { body } = await query(path, role);
      items = (body['items'] as Item[]).filter(({ status }) => status !== 'CANCELLED');
      return items.length === count;
    });
    return items;
  }

  /** The payments of a claim. */
  const paymentsOf = (claimId: string, count: number) =>
    listed(`/payouts?sourceId=${claimId}`, 'finance', count);

  let nth = 0;
  async function isPaid({ payoutId, amountIdr }: Item): Promise<Item> {
    const path = `/payouts/${String(payoutId)}`;
    nth += 1;
    const instruction = { instructedOn: '2026-11-20', instructionNumber: `INS-AFTER-${nth}` };
    const told = await as('cashier', 'finance', `${path}/instructions`, instruction);
    if (told['code'] !== undefined) return told;
    const said = { bankReference: `BANK-AFTER-${nth}`, on: '2026-11-20' };
    await as('cashier', 'finance', `${path}/bank-results`, { ...said, result: 'ACCEPTED' });
    return as('cashier', 'finance', `${path}/bank-results`, { ...said, result: 'SETTLED', amountIdr });
  }

  /** A porter who was a member for half a year. */
  async function longMember(): Promise<string> {
    const participantId = await clerks.register({ registeredOn: '2026-03-02' });
    await clerks.contribute(participantId, { period: '2026-03', months: 12, paidOn: '2026-03-02' });
    return participantId;
  }

  async function approvedAsJkm(participantId: string): Promise<string> {
    const claimId = await clerks.submitJkm(participantId);
    await clerks.calculate(claimId);
    await clerks.approve(claimId);
    return claimId;
  }

  it('a death that was paid as JKM turns out to come from work: the family gets the difference, 28,000,000, once', async () => {
    const participantId = await longMember();
    const accidentId = await clerks.accidentOf(participantId, { effect: 'DEATH', health: DIED_OF_IT });
    await clerks.reportDeath(participantId, { diedOn: '2026-09-03' });
    const jkm = await approvedAsJkm(participantId);
    const [first] = await paymentsOf(jkm, 1);
    expect(first).toMatchObject({ amountIdr: 42_000_000 });
    await isPaid(first!);

    await clerks.done('adjudicator', `/participants/${participantId}/death/accident`, { accidentId });
    const papers = {
      claimant: 'HEIR',
      documents: [...JKK_PAPERS, ...HEIR_PAPERS],
      person: widowerOf(participantId),
    };
    const jkk = await clerks.submitJkk({ participantId, accidentId }, papers);
    await clerks.calculate(jkk);
    await clerks.approve(jkk);
    const [difference] = await paymentsOf(jkk, 1);
    expect(difference).toMatchObject({ amountIdr: 28_000_000, payee: 'HEIR' });
    const paid = await isPaid(difference!);
    expect(await claimAt(jkk, paid)).toMatchObject({ status: 'PAID', paidIdr: 28_000_000 });
  });

  it('a claim is denied, the heir objects, somebody else looks at it, and what a court says is paid', async () => {
    const participantId = await clerks.register({ registeredOn: '2026-03-02' });
    await clerks.contribute(participantId, { period: '2026-03', months: 1, paidOn: '2026-03-02' });
    await clerks.reportDeath(participantId);
    const claim = await clerks.submitJkm(participantId);
    await clerks.calculate(claim);
    const denied = await as('first decider', 'supervisor', `/claims/${claim}/denial`);
    expect(denied).toMatchObject({ events: ['ClaimDenied'] });
    const objection = { grounds: WORDS, letter: 'map 8' };
    const raised = await as('counter', 'registrar', `/claims/${claim}/objections`, objection);
    expect(await claimAt(claim, raised)).toMatchObject({
      status: 'DENIED',
      objections: [{ answer: null, answerBy: '2026-11-27', grounds: WORDS }],
    });
    const granted = { answer: 'GRANTED', reason: WORDS };
    const path = `/claims/${claim}/objections/answer`;
    expect(await as('first decider', 'supervisor', path, granted)).toMatchObject({
      code: 'DECIDER_CANNOT_ANSWER',
    });
    expect(await as('second decider', 'supervisor', path, granted)).toMatchObject({
      events: ['ObjectionAnswered', 'ClaimReopened', 'ClaimCompleted'],
    });
    await clerks.calculate(claim);
    const said = { ground: 'COURT', components: [{ code: 'JKM_FUNERAL', amountIdr: 10_000_000 }] };
    await as('reader', 'adjudicator', `/claims/${claim}/determination`, {
      ...said,
      reason: WORDS,
      evidence: 'PN 1',
    });
    await as('third decider', 'supervisor', `/claims/${claim}/approval`);
    const [payment] = await paymentsOf(claim, 1);
    const paid = await isPaid(payment!);
    expect(await claimAt(claim, paid)).toMatchObject({ status: 'PAID', timesReopened: 1 });
  });

  it('an approved claim comes to less by a judgment: the difference is owed back, and nothing is paid', async () => {
    const participantId = await longMember();
    await clerks.reportDeath(participantId);
    const claim = await approvedAsJkm(participantId);
    const [payment] = await paymentsOf(claim, 1);
    await isPaid(payment!);
    const reopening = { ground: 'NEW_FACT', reason: WORDS };
    await as('second decider', 'supervisor', `/claims/${claim}/reopening`, reopening);
    const said = { ground: 'COURT', components: [{ code: 'JKM_DEATH', amountIdr: 10_000_000 }] };
    const path = `/claims/${claim}/reassessment`;
    const found = await as('reader', 'adjudicator', `${path}/determination`, {
      ...said,
      reason: WORDS,
      evidence: 'PN 2',
    });
    expect(await claimAt(claim, found)).toMatchObject({
      reassessment: { ground: 'NEW_FACT', differenceIdr: 0, paidTooMuchIdr: 32_000_000 },
      changes: expect.arrayContaining([{ code: 'JKM_DEATH', approvedIdr: 20_000_000, dueIdr: 10_000_000 }]),
    });
    const approved = await as('third decider', 'supervisor', `${path}/approval`);
    expect(await claimAt(claim, approved)).toMatchObject({
      status: 'PAID',
      totalIdr: 10_000_000,
      reassessment: null,
    });
    const [owed] = await listed(`/receivables?participantId=${participantId}`, 'finance', 1);
    expect(owed).toMatchObject({
      kind: 'PAID_TOO_MUCH',
      amountIdr: 32_000_000,
      benefitId: claim,
      status: 'OPEN',
    });
  });

  it('what came back of a payment, and what is owed of it already, is not asked back again where less is due', async () => {
    const participantId = await longMember();
    await clerks.reportDeath(participantId);
    const claim = await approvedAsJkm(participantId);
    const [payment] = await paymentsOf(claim, 1);
    await isPaid(payment!);
    const part = {
      from: 'PAYEE',
      bankReference: 'BACK-AFTER-1',
      on: '2026-11-20',
      amountIdr: 12_000_000,
      keptIdr: 5_000_000,
      reference: 'BA 3',
    };
    const back = await as(
      'treasurer',
      'finance',
      `/payouts/${String(payment!['payoutId'])}/money-back/part`,
      part,
    );
    expect(await claimAt(claim, back)).toMatchObject({ status: 'PAID', paidIdr: 30_000_000 });
    const reopening = { ground: 'NEW_FACT', reason: WORDS };
    await as('second decider', 'supervisor', `/claims/${claim}/reopening`, reopening);
    const said = { ground: 'COURT', components: [{ code: 'JKM_DEATH', amountIdr: 10_000_000 }] };
    const path = `/claims/${claim}/reassessment`;
    const words = { reason: WORDS, evidence: 'PN 2' };
    await as('reader', 'adjudicator', `${path}/determination`, { ...said, ...words });
    await as('third decider', 'supervisor', `${path}/approval`);
    const owed = await listed(`/receivables?participantId=${participantId}`, 'finance', 2);
    expect(new Set(owed.map(({ amountIdr }) => amountIdr))).toEqual(new Set([15_000_000, 5_000_000]));
    expect(owed).toHaveLength(2);
  });

  it('a son comes after the approval: the widower is not paid, and once they agree each gets the half', async () => {
    const participantId = await longMember();
    await clerks.reportDeath(participantId);
    const claim = await approvedAsJkm(participantId);
    const [held] = await paymentsOf(claim, 1);
    await as('desk', 'adjudicator', `/claims/${claim}/disputes`, { words: WORDS, evidence: 'map 9' });
    expect(await isPaid(held!)).toMatchObject({ code: 'HEIRS_IN_DISPUTE' });
    const agreed = { how: 'AGREED', outcome: 'OTHERWISE', words: WORDS, evidence: 'BA 1' };
    await as('desk', 'adjudicator', `/claims/${claim}/disputes/end`, agreed);
    expect(await isPaid(held!)).toMatchObject({ code: 'PAID_TO_OTHERS' });
    const account = (holder: string, number: string) => ({ bank: 'Bank Contoh', number, holder });
    const heirs = [
      {
        relation: 'SPOUSE',
        standing: 'PAID',
        name: 'Budi Contoh',
        account: account('Budi Contoh', '0000033333'),
      },
      {
        relation: 'CHILD',
        standing: 'PAID',
        name: 'Putra Contoh',
        birthDate: '1995-04-05',
        account: account('Putra Contoh', '0000044444'),
      },
    ];
    const established = { sharing: 'EQUAL', certificate: 'PA 7', heirs };
    await as('desk', 'adjudicator', `/claims/${claim}/heirs`, established);
    const redirected = await as('boss', 'supervisor', `/payouts/${String(held!['payoutId'])}/redirection`);
    expect(redirected['events']).toEqual(['PayoutRedirected', 'PayoutCancelled']);
    const halves = await paymentsOf(claim, 2);
    expect(halves.map(({ amountIdr }) => amountIdr)).toEqual([21_000_000, 21_000_000]);
    const answers = [];
    for (const half of halves) answers.push(await isPaid(half));
    expect(await claimAt(claim, answers.at(-1)!)).toMatchObject({ status: 'PAID', paidIdr: 42_000_000 });
  });

  it('a porter is reported dead before the money comes: his widow is paid in his place, and owes it once he is found alive', async () => {
    const participantId = await clerks.coveredWorker();
    const accidentId = await clerks.accidentOf(participantId);
    const claim = await clerks.submitJkk({ participantId, accidentId });
    await clerks.calculate(claim);
    await clerks.approve(claim);
    const [his] = await paymentsOf(claim, 1);
    await clerks.reportDeath(participantId, { diedOn: '2026-11-20' });
    const waits = async (role: Role, step: string, count: number) =>
      (await listed(`/work?step=${step}&limit=100`, role, count)).map(({ subjectId }) => subjectId);
    expect(await waits('adjudicator', 'ESTABLISH_HEIRS', 1)).toEqual([claim]);
    expect(await isPaid(his!)).toMatchObject({ code: 'PAYEE_DIED' });
    const account = { bank: 'Bank Contoh', number: '0000055555', holder: 'Rohmah Contoh' };
    const widow = { relation: 'SPOUSE', standing: 'PAID', name: 'Rohmah Contoh', account };
    const established = { sharing: 'ONE_PAYEE', certificate: 'SKAW 7', heirs: [widow] };
    await as('desk', 'adjudicator', `/claims/${claim}/heirs`, established);
    expect(await waits('supervisor', 'REDIRECT_PAYOUT', 1)).toEqual([his!['payoutId']]);
    const { position } = await as('boss', 'supervisor', `/payouts/${String(his!['payoutId'])}/redirection`);
    const [hers] = await listed(`/payouts?sourceId=${claim}&after=${String(position)}`, 'finance', 1);
    expect(hers).toMatchObject({ payee: 'HEIR', amountIdr: his!['amountIdr'] });
    await isPaid(hers!);

    const evidence = { kind: 'DUKCAPIL_ANSWER', number: '470/9' };
    const path = `/participants/${participantId}`;
    const { correctionId } = await as('desk', 'registrar', `${path}/death/revocation`, { evidence });
    await as('boss', 'supervisor', `${path}/corrections/${String(correctionId)}/confirmation`);
    expect(await waits('supervisor', 'REDIRECT_PAYOUT', 1)).toEqual([hers!['payoutId']]);
    const back = await as('boss', 'supervisor', `/payouts/${String(hers!['payoutId'])}/redirection`);
    expect(back['events']).toEqual(['PayoutRedirected']);
    const payments = await paymentsOf(claim, 2);
    const again = payments.find(({ payoutId }) => payoutId !== hers!['payoutId']);
    expect(again).toMatchObject({ payee: 'PARTICIPANT', amountIdr: his!['amountIdr'], status: 'ORDERED' });
    expect(await isPaid(again!)).toMatchObject({ events: ['PayoutSettled'] });
    const [owed] = await listed(`/receivables?participantId=${participantId}`, 'finance', 1);
    expect(owed).toMatchObject({ kind: 'PAID_TOO_MUCH', amountIdr: his!['amountIdr'], benefitId: claim });
  });

  it('a complaint about a claim is answered, passed on and mediated, and what both sign opens the claim again', async () => {
    const participantId = await longMember();
    await clerks.reportDeath(participantId);
    const claim = await approvedAsJkm(participantId);
    const about = {
      participantId,
      subject: 'CLAIM',
      subjectId: claim,
      topic: 'AMOUNT',
      complainant: 'HEIR',
      words: WORDS,
    };
    const received = await as('desk', 'registrar', '/complaints', about);
    const path = `/complaints/${String(received['id'])}`;
    const answer = { answer: 'EXPLAINED', words: WORDS };
    await as('officer', 'supervisor', `${path}/answers`, answer);
    await as('desk', 'registrar', `${path}/escalation`, { words: WORDS });
    expect(await as('officer', 'supervisor', `${path}/answers`, answer)).toMatchObject({
      code: 'NOT_OF_THE_UNIT',
    });
    await as('head', 'supervisor', `${path}/answers`, answer, { authority: 3, at: LATER });
    await as('mediator', 'supervisor', `${path}/mediation`, {}, { authority: 3, at: LATER });
    const end = { result: 'AGREED', words: WORDS, minutes: 'BA 2' };
    const ended = await as('mediator', 'supervisor', `${path}/mediation/end`, end, {
      authority: 3,
      at: LATER,
    });
    const { body } = await query(`${path}?after=${ended['position'] as string}`, 'supervisor');
    expect(body).toMatchObject({ status: 'CLOSED', escalated: true, dueOn: null });
    expect((body['steps'] as Item[]).map(({ what }) => what)).toEqual([
      'ComplaintReceived',
      'ComplaintAnswered',
      'ComplaintEscalated',
      'ComplaintAnswered',
      'MediationBegun',
      'MediationEnded',
    ]);
    await eventually('the claim is open again', async () => {
      const { reassessment } = await claimAt(claim, {});
      return (reassessment as Item | null)?.['ground'] === 'AGREEMENT';
    });
  });
}
