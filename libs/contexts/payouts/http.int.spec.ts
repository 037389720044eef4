import { processesOf } from '#runtime';
import { randomUUID } from 'node:crypto';
import { Module } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStore } from '#event-store';
import { type DomainEvent, ROLES, localDate, rupiah } from '#kernel';
import type { ClaimApproved } from '#contexts/claims/facts';
import { bothSign } from '#contexts/journey.examples';
import { providers } from '#contexts/providers/context';
import { ProcessQueriesModule } from '#http';
import { eventually, testContext } from '#testing';
import { type Ask, type ContextApp, startContextApp } from '#testing/context-app';
import { payouts } from './context.js';
import { claimPayment } from './processes/claim-payment.js';
import { payoutReadModel } from './read-models/payout/payout.read-model.js';

let log: EventStore;

/** Lets the spec record what other contexts would. */
@Module({ imports: [processesOf([payouts]), ProcessQueriesModule.of(claimPayment)] })
class OtherContexts {
  constructor(store: EventStore) {
    log = store;
  }
}

const FINANCE: Ask = { role: 'finance' };
const SECOND = { role: 'finance', subject: 'finance-2' } as const;
const FACILITY_ID = randomUUID();
const FACILITY_ACCOUNT = { bank: 'BJB', number: '0098765432100', holder: 'RSUD Contoh' };

type Item = Record<string, unknown>;

describe('payments over HTTP', () => {
  let app: ContextApp;

  beforeAll(async () => {
    app = await startContextApp([payouts, providers, OtherContexts], payoutReadModel);
    await record(`facility-${FACILITY_ID}`, {
      type: 'FacilityRegistered',
      data: {
        facilityId: FACILITY_ID,
        kind: 'HOSPITAL',
        name: 'RSUD Contoh',
        district: '321605',
        account: FACILITY_ACCOUNT,
        effectiveOn: '2026-01-05',
      },
    });
  });
  afterAll(() => app.stop());

  async function record(streamId: string, event: DomainEvent): Promise<void> {
    await log.append(streamId, [event], null, testContext({ commandId: randomUUID() }));
  }

  /** Approves a claim with these payments and waits until they are ordered, in the order of the payments. */
  async function approve(
    payments: ClaimApproved['data']['payments'],
    person: object = { account: { bank: 'BRI', number: '002301004567890', holder: 'Peserta Contoh' } },
  ): Promise<{ claimId: string; ids: string[] }> {
    const claimId = randomUUID();
    await record(`claim-${claimId}`, {
      type: 'ClaimApproved',
      data: {
        claimId,
        participantId: randomUUID(),
        programme: 'JKK',
        eventDate: '2026-08-20',
        approverId: 'dev-supervisor',
        totalIdr: 64_840_000,
        payments,
        entitledChildren: [],
        payBy: '2026-11-19',
        effectiveOn: '2026-11-12',
        person,
      },
    });
    const ordered = async () => {
      const { body } = await app.get(`/payouts?sourceId=${claimId}`, FINANCE);
      return (body.items as Item[] | undefined) ?? [];
    };
    await eventually(
      'the payments are ordered',
      async () => person === ERASED || (await ordered()).length === payments.length,
    );
    const items = await ordered();
    return {
      claimId,
      ids: payments.map(({ payee }) => String(items.find((item) => item.payee === payee)?.payoutId)),
    };
  }

  const ERASED = {};
  const toParticipant = {
    payee: 'PARTICIPANT' as const,
    componentCodes: ['JKK_STMB'],
    amountIdr: rupiah(10_400_000),
  };
  const toPlkk = {
    payee: 'PLKK' as const,
    facilityId: FACILITY_ID,
    componentCodes: ['JKK_MEDICAL_PLKK'],
    amountIdr: rupiah(37_450_000),
  };

  const instruct = (id: string, number = 'INS-1', ask: Ask = FINANCE) =>
    app.post(
      `/payouts/${id}/instructions`,
      {
        instructedOn: number === 'INS-1' ? '2026-11-16' : '2026-11-20',
        // A number is one payment's.
        instructionNumber: `${number}-${id.slice(0, 8)}`,
      },
      ask,
    );
  const tell = (id: string, said: Item, ask: Ask = FINANCE) =>
    app.post(
      `/payouts/${id}/bank-results`,
      // A reference is one payment's.
      { bankReference: `BANK-${id.slice(0, 8)}`, on: localDate('2026-11-18'), ...said },
      ask,
    );
  const show = async (id: string, after: unknown) =>
    (await app.get(`/payouts/${id}?after=${String(after)}`, FINANCE)).body;

  it('pays every payee of an approved claim, from the order to the settlement', async () => {
    const { claimId, ids } = await approve([toPlkk, toParticipant]);
    for (const [id, amountIdr] of [
      [ids[0]!, toPlkk.amountIdr],
      [ids[1]!, toParticipant.amountIdr],
    ] as const) {
      expect(await instruct(id)).toMatchObject({ status: 200, body: { id, events: ['PayoutInstructed'] } });
      expect(await tell(id, { result: 'ACCEPTED' })).toMatchObject({ status: 200 });
      const settled = await tell(id, { result: 'SETTLED', amountIdr });
      expect(settled).toMatchObject({ status: 200, body: { events: ['PayoutSettled'] } });
      expect(await show(id, settled.body.position)).toMatchObject({
        status: 'SETTLED',
        sourceId: claimId,
        amountIdr,
      });
      expect(await tell(id, { result: 'SETTLED', amountIdr })).toMatchObject({ body: { events: [] } });
    }
    expect(await show(ids[0]!, 0)).toMatchObject({ bank: 'BJB', accountMasked: '****2100' });
    expect(await show(ids[1]!, 0)).toMatchObject({ bank: 'BRI', accountMasked: '****7890' });
    const { timeline } = await show(ids[1]!, 0);
    expect((timeline as Item[]).map(({ type, actorId }) => [type, actorId])).toEqual([
      ['PayoutOrdered', 'process:claim-payment'],
      ['PayoutInstructed', 'dev-finance'],
      ['PayoutAccepted', 'dev-finance'],
      ['PayoutSettled', 'dev-finance'],
    ]);
  });

  it('takes one instruction number for one payment only', async () => {
    const { ids } = await approve([toPlkk, toParticipant]);
    const told = { instructedOn: '2026-11-16', instructionNumber: 'INS-ONE' };
    const tellBank = (id: string) => app.post(`/payouts/${id}/instructions`, told, FINANCE);
    expect(await tellBank(ids[0]!)).toMatchObject({ status: 200 });
    expect(await tellBank(ids[1]!)).toMatchObject({ status: 409, body: { code: 'INSTRUCTION_NUMBER_USED' } });
    expect(await tellBank(ids[0]!)).toMatchObject({ status: 200, body: { events: [] } });
  });

  it('takes one reference of the bank for one payment only', async () => {
    const { ids } = await approve([toPlkk, toParticipant]);
    for (const id of ids) expect(await instruct(id)).toMatchObject({ status: 200 });
    const accepted = { result: 'ACCEPTED', bankReference: 'BANK-ONE' };
    const both = await Promise.all(ids.map((id) => tell(id, accepted)));
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]));
    expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'BANK_REFERENCE_USED' });
    const settled = { result: 'SETTLED', bankReference: 'BANK-ONE', amountIdr: toPlkk.amountIdr };
    const refusedOf = both.findIndex(({ status }) => status === 409);
    expect(await tell(ids[refusedOf]!, settled)).toMatchObject({ status: 409 });
  });

  it('takes money back that had arrived, and pays it again or gives it up', async () => {
    const { claimId, ids } = await approve([toPlkk, toParticipant]);
    const [plkk, person] = ids as [string, string];
    for (const [id, amountIdr] of [
      [plkk, toPlkk.amountIdr],
      [person, toParticipant.amountIdr],
    ] as const) {
      await instruct(id);
      await tell(id, { result: 'ACCEPTED' });
      await tell(id, { result: 'SETTLED', amountIdr });
    }
    const back = (id: string, amountIdr: number, changes: Item = {}) =>
      app.post(
        `/payouts/${id}/money-back`,
        {
          from: 'BANK',
          reason: 'ACCOUNT_CLOSED',
          bankReference: `BACK-${id.slice(0, 8)}`,
          on: '2026-11-19',
          amountIdr,
          reference: 'BA/9/2026',
          ...changes,
        },
        FINANCE,
      );
    expect(await back(plkk, 1)).toMatchObject({ status: 409, body: { code: 'PART_CAME_BACK' } });
    expect(await back(plkk, toPlkk.amountIdr)).toMatchObject({
      status: 200,
      body: { events: ['SettledPayoutReturned'] },
    });
    expect(await instruct(plkk, 'INS-2')).toMatchObject({ status: 200 });
    const underOne = { bankReference: `BACK-${plkk.slice(0, 8)}` };
    expect(await back(person, toParticipant.amountIdr, underOne)).toMatchObject({
      status: 409,
      body: { code: 'BANK_REFERENCE_USED' },
    });
    const given = await back(person, toParticipant.amountIdr, { from: 'PAYEE', reason: 'NOT_OWED' });
    expect(await show(person, given.body.position)).toMatchObject({
      status: 'RETURNED',
      settledOn: null,
      returnReason: 'NOT_OWED',
      returns: 1,
    });
    const cancelled = await app.post(
      `/payouts/${person}/cancellation`,
      { reason: 'NOT_OWED' },
      { role: 'supervisor' },
    );
    expect(cancelled).toMatchObject({ status: 200, body: { events: ['PayoutCancelled'] } });
    expect(await show(person, cancelled.body.position)).toMatchObject({
      status: 'CANCELLED',
      cancelReason: 'NOT_OWED',
      sourceId: claimId,
    });
  });

  it('pays again to another account after the money came back', async () => {
    const { ids } = await approve([toParticipant]);
    const id = ids[0]!;
    await instruct(id);
    expect(await tell(id, { result: 'RETURNED', reason: 'ACCOUNT_CLOSED' })).toMatchObject({ status: 200 });
    expect(await instruct(id, 'INS-2')).toMatchObject({
      status: 409,
      body: { code: 'NOT_TO_BE_INSTRUCTED', allowed: ['correct the account'] },
    });
    const account = { bank: 'BNI', number: '0123456789', holder: 'Peserta Contoh' };
    const corrected = await app.post(`/payouts/${id}/account-corrections`, { person: { account } }, FINANCE);
    expect(corrected).toMatchObject({ status: 200, body: { events: ['PayoutAccountCorrected'] } });
    expect(await show(id, corrected.body.position)).toMatchObject({
      status: 'ACCOUNT_CORRECTED',
      accountMasked: '****6789',
      returns: 1,
    });
    expect(corrected.text).not.toMatch(/0123456789|Contoh/);
    expect(await show(id, 0)).toMatchObject({ account });

    const confirm = (ask: Ask, seen = corrected.headers.get('etag')) =>
      app.post(
        `/payouts/${id}/account-confirmations`,
        {},
        { ...ask, headers: seen === null ? {} : { 'if-match': seen } },
      );
    expect(await instruct(id, 'INS-2')).toMatchObject({
      status: 409,
      body: { allowed: ['let a second person confirm the account', 'correct the account'] },
    });
    expect(await confirm(FINANCE)).toMatchObject({ status: 409, body: { code: 'CORRECTOR_CANNOT_CONFIRM' } });
    expect(await confirm(SECOND, null)).toMatchObject({ status: 428 });
    expect(await confirm(SECOND, '"1"')).toMatchObject({ status: 412 });
    expect(await confirm({ role: 'supervisor' })).toMatchObject({ status: 403 });
    expect(await confirm(SECOND)).toMatchObject({
      status: 200,
      body: { events: ['PayoutAccountConfirmed'] },
    });
    expect(await instruct(id, 'INS-2')).toMatchObject({
      status: 409,
      body: { code: 'ACCOUNT_GIVER_CANNOT_INSTRUCT' },
    });
    expect(await instruct(id, 'INS-2', SECOND)).toMatchObject({ status: 200 });
    const again = { bankReference: 'BANK-2', on: localDate('2026-11-20') };
    await tell(id, { ...again, result: 'ACCEPTED' });
    const arrived = { ...again, result: 'SETTLED', amountIdr: toParticipant.amountIdr };
    expect(await tell(id, arrived, SECOND)).toMatchObject({
      status: 409,
      body: { code: 'INSTRUCTOR_CANNOT_SETTLE' },
    });
    expect(await tell(id, arrived)).toMatchObject({ status: 200 });
  });

  it('pays a PLKK whose account was closed to the one that two have signed since', async () => {
    const hospital = { kind: 'HOSPITAL', name: 'RSUD Contoh Dua', district: '321605' };
    const registered = await app.post('/facilities', { ...hospital, account: FACILITY_ACCOUNT });
    const facilityId = String(registered.body.id);
    const path = `/facilities/${facilityId}`;
    const agreement = { reference: 'PKS/31/2026', validFrom: '2026-01-01', validUntil: '2026-12-31' };
    const { agreementId } = await bothSign(app, `${path}/agreements`, agreement);
    const [id = ''] = (await approve([{ ...toPlkk, facilityId }])).ids;
    await instruct(id);
    expect(await tell(id, { result: 'RETURNED', reason: 'ACCOUNT_CLOSED' })).toMatchObject({ status: 200 });
    const account = { bank: 'BSI', number: '0055443322110', holder: 'RSUD Contoh Dua' };
    expect(
      await app.post(`/payouts/${id}/account-corrections`, { person: { account } }, FINANCE),
    ).toMatchObject({
      status: 409,
      body: {
        code: 'FACILITY_IS_PAID',
        allowed: [expect.stringContaining('/amendments'), 'instruct the bank'],
      },
    });
    const addendum = { reference: 'ADD/31/2026', from: '2026-11-01', account };
    const proposed = await app.post(`${path}/agreements/${String(agreementId)}/amendments`, addendum);
    expect(await show(id, proposed.body.position)).toMatchObject({ account: FACILITY_ACCOUNT });
    const signature = `${path}/proposals/${String(proposed.body.proposalId)}/signature`;
    const signed = await app.post(signature, {}, { role: 'supervisor' });
    expect(signed).toMatchObject({ status: 200, body: { events: ['PlkkAgreementAmended'] } });
    expect(await show(id, signed.body.position)).toMatchObject({ status: 'RETURNED', account });
    const told = await instruct(id, 'INS-2');
    expect(await show(id, told.body.position)).toMatchObject({
      status: 'INSTRUCTED',
      bank: 'BSI',
      accountMasked: '****2110',
    });
  });

  it('lets finance read the account that the bank is to be told, and nobody else', async () => {
    const { claimId, ids } = await approve([toPlkk, toParticipant]);
    const [plkk, person] = [ids[0]!, ids[1]!];
    const account = { bank: 'BRI', number: '002301004567890', holder: 'Peserta Contoh' };
    const toInstruct = async () => {
      const { body } = await app.get('/payouts/to-instruct?limit=200', FINANCE);
      return (body.items as Item[]).filter(({ sourceId }) => sourceId === claimId);
    };
    expect(await show(person, 0)).toMatchObject({ status: 'ORDERED', account });
    expect(await show(plkk, 0)).toMatchObject({ status: 'ORDERED', account: FACILITY_ACCOUNT });
    expect(await toInstruct()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ payoutId: person, account }),
        expect.objectContaining({ payoutId: plkk, account: FACILITY_ACCOUNT }),
      ]),
    );
    for (const role of ROLES.filter((each) => each !== 'finance')) {
      const answers = [
        await app.get(`/payouts/${person}`, { role }),
        await app.get(`/payouts/${plkk}`, { role }),
        await app.get(`/payouts?sourceId=${claimId}`, { role }),
        await app.get('/payouts/to-instruct', { role }),
      ];
      expect(answers.at(-1)?.status).toBe(403);
      for (const { text } of answers) expect(text).not.toMatch(/002301004567890|0098765432100|Contoh/);
    }
    expect((await app.get(`/payouts?sourceId=${claimId}`, FINANCE)).text).not.toMatch(
      /002301004567890|Contoh/,
    );

    const told = await instruct(person);
    expect(await show(person, told.body.position)).toMatchObject({ status: 'INSTRUCTED', account: null });
    expect((await toInstruct()).map(({ payoutId }) => payoutId)).toEqual([plkk]);
  });

  it('names what is wrong with a request, and repeats none of it', async () => {
    const { ids } = await approve([toParticipant]);
    const id = ids[0]!;
    expect(await tell(id, { result: 'SETTLED' })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'amountIdr' }] },
    });
    expect(await tell(id, { result: 'RETURNED' })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'reason' }] },
    });
    expect(await tell(id, { result: 'LOST' })).toMatchObject({ status: 400 });
    expect(await tell(id, { result: 'SETTLED', amountIdr: 1.5 })).toMatchObject({ status: 400 });
    expect(
      await app.post(
        `/payouts/${id}/account-corrections`,
        { person: { account: { bank: 'BNI', number: '12-34', holder: 'X' } } },
        FINANCE,
      ),
    ).toMatchObject({ status: 400, body: { errors: [{ field: 'person.account.number' }] } });
    expect(await app.get('/payouts?overdue=perhaps', FINANCE)).toMatchObject({ status: 400 });
    const forged = Buffer.from(JSON.stringify(['2026-11-20', 'nobody'])).toString('base64url');
    for (const path of ['/payouts', '/payouts/to-instruct']) {
      expect(await app.get(`${path}?cursor=${forged}`, FINANCE)).toMatchObject({ status: 400 });
    }
    expect(await instruct('not-an-id')).toMatchObject({ status: 400 });
  });

  it('lets finance do it, everybody concerned look, and nobody order a payment by hand', async () => {
    const { ids } = await approve([toParticipant]);
    const id = ids[0]!;
    for (const role of ['registrar', 'adjudicator', 'supervisor', 'plkk', 'auditor'] as const) {
      expect(await instruct(id, 'INS-1', { role })).toMatchObject({ status: 403 });
    }
    expect(await app.get(`/payouts/${id}`, { role: 'auditor' })).toMatchObject({ status: 200 });
    expect(await app.get(`/payouts/${id}`, { role: 'plkk' })).toMatchObject({
      status: 404,
      body: { code: 'PAYOUT_NOT_FOUND' },
    });
    expect(await app.post('/payouts', {}, FINANCE)).toMatchObject({ status: 404 });
    expect(await instruct(randomUUID())).toMatchObject({ status: 404, body: { code: 'PAYOUT_NOT_FOUND' } });
  });

  it('records a command once however often it is sent, and refuses one that rests on something older', async () => {
    const { ids } = await approve([toParticipant]);
    const id = ids[0]!;
    const once = { ...FINANCE, headers: { 'idempotency-key': randomUUID() } };
    const first = await instruct(id, 'INS-1', once);
    expect(await instruct(id, 'INS-1', once)).toMatchObject({
      body: { ...first.body, repeated: true },
    });
    const stale = { ...FINANCE, headers: { 'if-match': '"0"' } };
    expect(await tell(id, { result: 'ACCEPTED' }, stale)).toMatchObject({
      status: 412,
      body: { since: [{ type: 'PayoutInstructed' }] },
    });
  });

  it('shows a supervisor the payment that the process could not order', async () => {
    const { claimId } = await approve([toParticipant], ERASED);
    const refused = async () => {
      const { body } = await app.get('/processes/steps?outcome=REJECTED', { role: 'supervisor' });
      return body.items as Item[];
    };
    await eventually('the refusal is recorded', async () => (await refused()).length > 0);
    expect(await refused()).toMatchObject([
      {
        process: 'claim-payment',
        causedBy: `claim-${claimId}`,
        command: 'OrderPayout',
        outcome: 'REJECTED',
        code: 'ACCOUNT_MISSING',
      },
    ]);
    expect(await app.get('/processes/steps', FINANCE)).toMatchObject({ status: 403 });
    const forged = Buffer.from(JSON.stringify(['the end', 'nobody', 'none'])).toString('base64url');
    expect(await app.get(`/processes/steps?cursor=${forged}`, { role: 'auditor' })).toMatchObject({
      status: 400,
    });
  });
});
