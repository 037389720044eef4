import { processesOf } from '#runtime';
import { randomUUID } from 'node:crypto';
import { Module } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStore } from '#event-store';
import type { DomainEvent } from '#kernel';
import { clerksOf } from '#contexts/journey.examples';
import { payouts } from '#contexts/payouts/context';
import { eventually, testContext } from '#testing';
import { type Ask, type ContextApp, startContextApp } from '#testing/context-app';
import { scholarships } from './context.js';
import { scholarshipReadModel } from './read-models/scholarship/scholarship.read-model.js';

let log: EventStore;

/** Lets the spec record what other contexts would. */
@Module({ imports: [processesOf([scholarships, payouts])] })
class OtherContexts {
  constructor(store: EventStore) {
    log = store;
  }
}

const REGISTRAR: Ask = { role: 'registrar' };
const ADJUDICATOR: Ask = { role: 'adjudicator' };
const SUPERVISOR: Ask = { role: 'supervisor' };
const FINANCE: Ask = { role: 'finance' };

const EVIDENCE = {
  year: 2026,
  level: 'SMA',
  yearInLevel: 3,
  married: false,
  working: false,
  evidence: [
    { kind: 'SCHOOL_LETTER', reference: 'SK-12/SMA/2026' },
    { kind: 'REPORT_CARD', reference: 'RPT-2026-1' },
  ],
  payee: 'GUARDIAN',
  person: { account: { bank: 'BRI', number: '002301004567890', holder: 'Wali Contoh' } },
};

type Item = Record<string, unknown>;

describe('scholarships over HTTP', () => {
  let app: ContextApp;

  beforeAll(async () => {
    app = await startContextApp([scholarships, payouts, OtherContexts], scholarshipReadModel);
  });
  afterAll(() => app.stop());

  async function record(streamId: string, event: DomainEvent): Promise<void> {
    await log.append(streamId, [event], null, testContext({ commandId: randomUUID() }));
  }

  /** A participant dies and leaves a child in the last year of SMA; gives the scholarship that follows. */
  async function grant(birthDate = '2008-05-04'): Promise<string> {
    const [claimId, participantId, childId] = [randomUUID(), randomUUID(), randomUUID()];
    await record(`participant-${participantId}`, {
      type: 'ChildRegistered',
      data: {
        participantId,
        childId,
        school: SCHOOL,
        effectiveOn: '2026-08-03',
        person: { name: 'Anak Contoh', birthDate },
      },
    });
    await approveClaim({ claimId, participantId, childId });
    const [granted] = await grantedBy(claimId);
    return String(granted?.scholarshipId);
  }

  const SCHOOL = { level: 'SMA', yearInLevel: 3 };

  const approveClaim = ({ claimId, participantId, childId }: Record<string, string>) =>
    record(`claim-${claimId}`, {
      type: 'ClaimApproved',
      data: {
        claimId,
        participantId,
        programme: 'JKM',
        eventDate: '2026-10-01',
        approverId: 'dev-supervisor',
        totalIdr: 42_000_000,
        payments: [],
        entitledChildren: [{ childId, school: SCHOOL, asOf: '2026-08-03' }],
        payBy: '2026-11-19',
        effectiveOn: '2026-11-12',
        person: {},
      },
    });

  async function grantedBy(claimId: string): Promise<Item[]> {
    let found: Item[] = [];
    await eventually('the scholarship is granted', async () => {
      const { body } = await app.get(`/scholarships?claimId=${claimId}`, ADJUDICATOR);
      found = (body.items as Item[] | undefined) ?? [];
      return found.length === 1;
    });
    return found;
  }

  const submit = (id: string, change: Item = {}, ask: Ask = REGISTRAR) =>
    app.post(`/scholarships/${id}/evidence`, { ...EVIDENCE, ...change }, ask);
  const approve = (id: string, year = 2026, ask: Ask = SUPERVISOR) =>
    app.post(`/scholarships/${id}/years/${year}/approval`, {}, ask);
  const show = async (id: string, after: unknown = 0) =>
    (await app.get(`/scholarships/${id}?after=${String(after)}`, ADJUDICATOR)).body;

  it('gives a child one right, although two claims entitle it', async () => {
    const [disability, death, participantId, childId] = [
      randomUUID(),
      randomUUID(),
      randomUUID(),
      randomUUID(),
    ];
    await approveClaim({ claimId: disability, participantId, childId });
    await grantedBy(disability);
    await approveClaim({ claimId: death, participantId, childId });
    await grant(); // The process goes in order: when this one is granted, the one before was handled.
    const { body } = await app.get(`/scholarships?participantId=${participantId}`, ADJUDICATOR);
    expect(body.items).toHaveLength(1);
  });

  it('says what a year in the address must be', async () => {
    const { status, body } = await app.post(
      `/scholarships/${randomUUID()}/years/soon/approval`,
      {},
      SUPERVISOR,
    );
    expect(status).toBe(400);
    expect(body.errors).toEqual([{ field: 'year', message: 'must be a whole number, 2015 to 2200' }]);
  });

  it('foresees 63,000,000 and pays 3,000,000 for the first year', async () => {
    const id = await grant();
    expect(await show(id)).toMatchObject({ projectedIdr: 63_000_000, approvedIdr: 0, paidIdr: 0 });

    expect(await submit(id)).toMatchObject({
      status: 200,
      body: { events: ['ScholarshipEvidenceSubmitted'] },
    });
    const approved = await approve(id);
    expect(approved).toMatchObject({ status: 200, body: { events: ['ScholarshipYearApproved'] } });
    expect(await show(id, approved.body.position)).toMatchObject({ approvedIdr: 3_000_000, paidIdr: 0 });

    let payoutId = '';
    await eventually('the payment is ordered', async () => {
      const [year] = (await show(id)).years as { payoutId: string | null }[];
      payoutId = year?.payoutId ?? '';
      return payoutId !== '';
    });
    const paidAt = await clerksOf(app).payOut(payoutId, 3_000_000);
    expect(await show(id, paidAt)).toMatchObject({
      projectedIdr: 63_000_000,
      approvedIdr: 3_000_000,
      paidIdr: 3_000_000,
      years: [{ year: 2026, status: 'PAID', paidOn: '2026-11-20' }],
    });
  });

  it('takes the birth date from the registration: a child of 23 is denied, and the right ends', async () => {
    const id = await grant('2003-01-15');
    await submit(id, { level: 'PT', yearInLevel: 4 });
    const denied = await approve(id);
    expect(denied).toMatchObject({
      status: 200,
      body: { events: ['ScholarshipYearDenied', 'ScholarshipEnded'] },
    });
    expect(await show(id, denied.body.position)).toMatchObject({
      status: 'ENDED',
      endReason: 'AGE_23',
      years: [{ status: 'DENIED', refusal: { decision: 'REJECTED_AGE_23' } }],
    });
    const path = `/scholarships/${id}/resumption`;
    expect(
      await app.post(path, { reason: 'ENDED_BY_MISTAKE', reference: 'BA/14/2026' }, SUPERVISOR),
    ).toMatchObject({ status: 409, body: { code: 'CHILD_WAS_TOO_OLD' } });
  });

  it('needs a second person to decide', async () => {
    const id = await grant();
    await submit(id, {}, ADJUDICATOR);
    const sameOne = { role: 'supervisor', subject: 'dev-adjudicator' } as const;
    expect(await approve(id, 2026, sameOne)).toMatchObject({
      status: 409,
      body: { code: 'APPROVER_IS_SUBMITTER' },
    });
    expect(await approve(id, 2026, { role: 'supervisor' })).toMatchObject({ status: 200 });
    expect(await approve(id, 2026, { role: 'supervisor' })).toMatchObject({
      status: 409,
      body: { code: 'YEAR_ALREADY_APPROVED' },
    });
  });

  it('ends a right by hand', async () => {
    const id = await grant();
    const path = `/scholarships/${id}/end`;
    expect(await app.post(path, { reason: 'PAID_ONCE', endedOn: '2026-11-01' }, ADJUDICATOR)).toMatchObject({
      status: 400,
    });
    const ended = await app.post(path, { reason: 'MARRIED', endedOn: '2026-11-01' }, ADJUDICATOR);
    expect(ended).toMatchObject({ status: 200, body: { events: ['ScholarshipEnded'] } });
    expect(await show(id, ended.body.position)).toMatchObject({ status: 'ENDED', endedOn: '2026-11-01' });
  });

  it('has a right go on that should not have ended, by a supervisor who did not end it', async () => {
    const id = await grant();
    const end = { reason: 'MARRIED', endedOn: '2026-11-01' };
    await app.post(`/scholarships/${id}/end`, end, SUPERVISOR);
    const resume = (ask: Ask) =>
      app.post(
        `/scholarships/${id}/resumption`,
        { reason: 'ENDED_BY_MISTAKE', reference: 'BA/14/2026' },
        ask,
      );
    expect(await resume(ADJUDICATOR)).toMatchObject({ status: 403 });
    expect(await resume(SUPERVISOR)).toMatchObject({ status: 409, body: { code: 'ENDED_BY_YOU' } });
    const resumed = await resume({ role: 'supervisor', subject: 'dev-supervisor-2' });
    expect(resumed).toMatchObject({ status: 200, body: { events: ['ScholarshipResumed'] } });
    expect(await show(id, resumed.body.position)).toMatchObject({ status: 'ENTITLED', endedOn: null });
    expect(await submit(id)).toMatchObject({ status: 200 });
  });

  it('lets each role do its part', async () => {
    const id = await grant();
    expect(await submit(id, {}, FINANCE)).toMatchObject({ status: 403 });
    for (const ask of [REGISTRAR, ADJUDICATOR])
      expect(await approve(id, 2026, ask)).toMatchObject({ status: 403 });
    expect(await app.get(`/scholarships/${id}`, { role: 'plkk' })).toMatchObject({ status: 403 });
    expect(await app.get(`/scholarships/${randomUUID()}`, ADJUDICATOR)).toMatchObject({
      status: 404,
      body: { code: 'SCHOLARSHIP_NOT_FOUND' },
    });
    expect(await approve(id, 2025)).toMatchObject({ status: 409, body: { code: 'EVIDENCE_NOT_SUBMITTED' } });
    expect(await app.post(`/scholarships/${id}/years/next/approval`, {}, SUPERVISOR)).toMatchObject({
      status: 400,
    });
  });

  it('names what is wrong with the evidence, and repeats none of it', async () => {
    const id = await grant();
    expect(await submit(id, { level: 'S3' })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'level', allowed: ['TK', 'SD', 'SMP', 'SMA', 'PT'] }] },
    });
    expect(await submit(id, { evidence: [] })).toMatchObject({ status: 400 });
    expect(await submit(id, { birthDate: '2015-01-01' })).toMatchObject({ status: 400 });
    expect(await submit(id, { year: 2027 })).toMatchObject({ status: 409, body: { code: 'YEAR_NOT_BEGUN' } });
  });
});
