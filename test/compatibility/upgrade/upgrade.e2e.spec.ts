import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { SqliteKeyStore } from '#key-store';
import { eventually, filesHolding } from '#testing';
import { type Standalone, startStandalone } from '../../../apps/standalone/src/start-standalone.js';
import {
  type OldAnswer,
  type Sender,
  oldAnswers,
  oldCommands,
  oldEvents,
  oldImports,
  otherContents,
  outcome,
} from './first-edition.js';
import { type Http, httpOf } from './http.js';
import { layOutDataFolder } from './lay-out-data-folder.js';
import { type RawEvent, rawLog } from './raw-log.js';

const { clock, erased, behind, notYetOrdered, schemas, added } = outcome();
const SUPERVISOR: Sender = { role: 'supervisor', subject: 'supervisor-03', clock };
const FINANCE: Sender = { role: 'finance', subject: 'finance-05', clock };

interface Payment {
  readonly payee: string;
  readonly facilityId?: string;
  readonly amountIdr: number;
}
interface Order extends Payment {
  readonly payoutId: string;
  readonly source: { readonly id: string; readonly eventId: string };
}
interface PayoutItem {
  readonly payoutId: string;
  readonly amountIdr: number;
  readonly status: string;
}
interface Step {
  readonly process: string;
  readonly eventId: string;
  readonly key: string;
  readonly outcome: string;
}

/** What revision 879b1e2 left behind is taken over: nobody is asked to send anything anew, and nobody is paid twice. */
describe('A data folder of the first edition', () => {
  let dataDir: string;
  let system: Standalone;
  let http: Http;

  const log = () => rawLog(system.eventStoreUrl);
  const payoutsOf = async (claimId: string) => {
    const { body } = await http.ask<{ items?: PayoutItem[] }>(
      `/payouts?sourceKind=CLAIM&sourceId=${claimId}`,
      FINANCE,
    );
    return body.items ?? [];
  };

  async function start(): Promise<void> {
    system = await startStandalone({
      dataDir,
      durable: false,
      freePorts: true,
      allowClockHeader: true,
      logLevel: 'error',
    });
    http = httpOf(system);
  }

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'lindung-upgrade-'));
    await layOutDataFolder(dataDir);
    await start();
    await eventually(
      'the process that hung has passed what it hung at, and done what came after',
      async () => (await payoutsOf(notYetOrdered.claimId)).length > 0,
      60_000,
    );
  });

  afterAll(async () => {
    await system.stop();
    await rm(dataDir, { recursive: true });
  });

  it('keeps every event as it was recorded', async () => {
    const before = oldEvents();
    const now = (await log()).slice(0, before.length).map(({ data: _data, ...event }) => event);
    expect(now).toEqual(before);
  });

  it('keeps the tables of the old release, which an operator drops once nobody needs them', async () => {
    const client = new pg.Client({ connectionString: system.databaseUrl });
    await client.connect();
    const { rows } = await client.query<{ nspname: string }>('select nspname from pg_namespace');
    await client.end();
    const kept = schemas.filter((schema) => schema !== 'keys');
    expect(rows.map(({ nspname }) => nspname)).toEqual(expect.arrayContaining(kept));
    expect(rows).not.toContainEqual({ nspname: 'keys' });
  });

  it('keeps the keys of persons in their own store, all of them, and in no file of PostgreSQL any more', async () => {
    const store = SqliteKeyStore.open(join(dataDir, 'keys'));
    const everybody = oldEvents()
      .map(({ stream }) => stream)
      .filter((stream) => stream.startsWith('participant-'));
    const subjects = [...new Set(everybody.map((stream) => stream.slice('participant-'.length)))];
    const found = await store.find(subjects);
    const listed = (await store.destroyed()).map(({ subject }) => subject);
    await store.close();
    expect([...found.keys()].sort()).toEqual(subjects.sort());
    expect([...new Set(listed)].sort()).toEqual([...erased].sort());
    const keys = [...found.values()].flatMap(({ person, health }) => [person ?? [], health ?? []].flat());
    expect(keys).toHaveLength(2 * (subjects.length - erased.length));
    expect(new Set(await filesHolding(join(dataDir, 'postgres'), keys))).toEqual(new Set([0]));
    for (const files of await filesHolding(join(dataDir, 'keys'), keys)) expect(files).toBeGreaterThan(0);
  });

  it('pays each payee of each approval once, whatever was ordered before the stop', async () => {
    const now = await log();
    const orders = now
      .filter(({ type }) => type === 'PayoutOrdered')
      .map(({ data }) => data as unknown as Order)
      .map(({ source, payee, facilityId, amountIdr }) => ({
        eventId: source.eventId,
        payee,
        facilityId,
        amountIdr,
      }));
    const byKey = (one: object, other: object) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
    expect(orders.sort(byKey)).toEqual(now.flatMap(paymentsOf).sort(byKey));
  });

  it('adds nothing for what was ordered already when the process was stopped', async () => {
    const before = oldEvents();
    const ordered = (await log()).filter(
      ({ type, data }) =>
        type === 'PayoutOrdered' && (data as unknown as Order).source.eventId === behind.approval,
    );
    expect(ordered).toHaveLength(2);
    expect(before.map(({ id }) => id)).toEqual(expect.arrayContaining(ordered.map(({ id }) => id)));
    const { body } = await http.ask<{ items: Step[] }>('/processes/steps?limit=200', SUPERVISOR);
    const steps = body.items.filter(
      ({ process, eventId }) => process === behind.process && eventId === behind.approval,
    );
    expect(steps.map(({ outcome: what }) => what)).toEqual(['REPEATED', 'REPEATED']);
  });

  it('refuses no command of a process: whatever it asks for again was handled', async () => {
    const { body } = await http.ask<{ items: Step[] }>('/processes/steps?outcome=REJECTED', SUPERVISOR);
    expect(body.items).toEqual([]);
  });

  it('shows the same people, states and amounts', async () => {
    for (const { path, answer } of oldAnswers()) {
      await eventually(`${path} answers`, async () => (await http.ask(path, SUPERVISOR)).status === 200);
      const { body } = await http.ask(path, SUPERVISOR);
      expect({ path, body }).toMatchObject({ path, body: answer });
    }
  });

  it('opens what was sealed, and nothing of the two persons that were erased', async () => {
    const { body } = await http.ask<{ items: { participantId: string; name: string | null }[] }>(
      '/participants?limit=200',
      SUPERVISOR,
    );
    const nameless = body.items.filter(({ name }) => name === null);
    expect(body.items).toHaveLength(41);
    expect(nameless.map(({ participantId }) => participantId).sort()).toEqual([...erased].sort());
  });

  it.each(oldCommands())(
    'answers POST $path as it did, and that it is repeated ($idempotencyKey)',
    async ({ status, answer, ...command }) => {
      const again = await http.send<OldAnswer>(command);
      expect(again).toEqual({ status, body: { ...answer, repeated: true } });
    },
  );

  it.each(otherContents())(
    'refuses another content under an old key: POST $path ($idempotencyKey)',
    async (command) => {
      const { status, body } = await http.send<{ code: string }>(command);
      expect([status, body.code]).toEqual([422, 'COMMAND_ID_REUSED']);
    },
  );

  it('knows the imports that ended, and ends the one that was cut short without charging anybody twice', async () => {
    const imports = oldImports();
    for (const [index, one] of imports.entries()) {
      const { position: _position, repeated: _repeated, ...report } = one.answer;
      const wasCut = index === imports.length - 1;
      expect(await http.import(one)).toMatchObject({ report: { ...report, repeated: !wasCut } });
      expect(await http.import(one)).toMatchObject({ report: { ...report, repeated: true } });
    }
  });

  it('closes the billing of each accident whose claim was approved, so that no invoice is taken in vain', async () => {
    const now = await log();
    const approved = new Set(streamsOf(now, 'ClaimApproved'));
    const accidents = now.flatMap(({ stream, type, data }) =>
      type === 'ClaimSubmitted' && approved.has(stream)
        ? ((data as { accidentId?: string }).accidentId ?? [])
        : [],
    );
    expect(accidents).not.toEqual([]);
    await eventually('each is closed', async () => {
      const closed = streamsOf(await log(), 'BillingClosed');
      return closed.length === accidents.length;
    });
    const closed = streamsOf(await log(), 'BillingClosed');
    expect(closed.sort()).toEqual(accidents.map((accidentId) => `accident-${accidentId}`).sort());
  });

  it('lists each claim that was calculated and each scholarship, so that a correction finds them', async () => {
    const idsOf = async (type: string) => [...new Set(streamsOf(await log(), type))];
    const calculated = [...(await idsOf('BenefitCalculated')), ...(await idsOf('ClaimHeld'))];
    const benefits = new Set([...calculated, ...(await idsOf('ScholarshipGranted'))]);
    expect(benefits.size).toBeGreaterThan(3);
    await eventually('each is listed', async () => {
      const listed = (await log()).filter(({ type }) => type === 'BenefitListed');
      return listed.length === benefits.size;
    });
  });

  it('has recorded nothing else by all this but what the first edition itself would have', async () => {
    const now = (await log()).slice(oldEvents().length);
    // Of processes; whoever is registered by this release is given the number of a card, and told of a letter that is not old.
    const beside = [
      'BillingClosed',
      'ApprovedAccidentNamed',
      'BenefitListed',
      'AccountNamed',
      'LikenessNoted',
      'KpjNumbersSetAside',
      'KpjGivenOut',
      'SponsorMembersRemoved',
      'NoticeDue',
      'NoticeGivenUp',
    ];
    const news = now
      .filter(({ type }) => !beside.includes(type))
      .map(({ stream, type }) => [stream, type].join(' '));
    expect(news.sort()).toEqual(added.map((one) => one.join(' ')).sort());
  });

  it('goes on from there: what was ordered on both sides of the upgrade is paid, to accounts that were sealed before it', async () => {
    for (const { claimId } of [behind, notYetOrdered]) {
      const { body: approved } = await http.ask<{ totalIdr: number }>(`/claims/${claimId}`, SUPERVISOR);
      for (const payout of await payoutsOf(claimId)) await pay(http, payout);
      await eventually(`claim ${claimId} is paid`, async () => {
        const { body } = await http.ask<{ status: string }>(`/claims/${claimId}`, SUPERVISOR);
        return body.status === 'PAID';
      });
      const { body: paid } = await http.ask<{ paidIdr: number }>(`/claims/${claimId}`, SUPERVISOR);
      expect(paid.paidIdr).toBe(approved.totalIdr);
    }
  });

  it('is started a second time as if nothing had been: nothing is recorded, every key is known', async () => {
    const before = await log();
    await system.stop();
    await start();
    for (const { status, answer, ...command } of oldCommands().slice(0, 20))
      expect(await http.send(command)).toEqual({ status, body: { ...answer, repeated: true } });
    const { body } = await http.ask<{ status: string }>(`/claims/${behind.claimId}`, SUPERVISOR);
    expect(body.status).toBe('PAID');
    expect((await log()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });
});

/** Where events of a type were recorded. */
const streamsOf = (events: readonly RawEvent[], wanted: string): string[] =>
  events.filter(({ type }) => type === wanted).map(({ stream }) => stream);

/** What an approval promises: the payments of a claim, the one of a school year, nothing of other events. */
function paymentsOf({ id, type, data }: RawEvent) {
  const promised =
    type === 'ClaimApproved'
      ? (data as unknown as { payments: Payment[] }).payments
      : type === 'ScholarshipYearApproved'
        ? [data as unknown as Payment]
        : [];
  return promised.map(({ payee, facilityId, amountIdr }) => ({ eventId: id, payee, facilityId, amountIdr }));
}

async function pay(http: Http, { payoutId, amountIdr }: PayoutItem): Promise<void> {
  const on = clock.slice(0, 10);
  const post = async (path: string, body: object) => {
    const answer = await http.send<OldAnswer>({
      ...FINANCE,
      path: `/payouts/${payoutId}/${path}`,
      idempotencyKey: randomUUID(),
      body,
    });
    expect(answer).toMatchObject({ status: 200, body: { repeated: false } });
  };
  const number = payoutId.slice(0, 8);
  const bankReference = `BANK-${number}`;
  await post('instructions', { instructedOn: on, instructionNumber: `INS-${number}` });
  await post('bank-results', { result: 'ACCEPTED', bankReference, on });
  await post('bank-results', { result: 'SETTLED', bankReference, on, amountIdr });
}
