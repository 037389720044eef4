import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import type { InterimApproved, InterimPaidTooMuch } from '#contexts/claims/facts';
import { PersonKeyRing } from '#key-ring';
import { type DomainEvent, localDate, rupiah } from '#kernel';
import {
  type FreshDatabase,
  type FreshKeyStore,
  type LocalEventStore,
  eventually,
  freshDatabase,
  freshKeyStore,
  localEventStore,
  testContext,
} from '#testing';
import { payoutIdOf, payouts } from './domain/payout.js';
import { startClaimPayment } from './test/claim-payment-process.examples.js';

const MONTH = rupiah(1_000_000);
const NOV_20 = localDate('2026-11-20');

describe('the process claim-payment, of a claim that is withdrawn after two months were paid', () => {
  let keys: FreshKeyStore;
  let log: LocalEventStore;
  let fresh: FreshDatabase;
  let claimId: string;
  let participantId: string;

  beforeAll(async () => {
    keys = await freshKeyStore();
    log = await localEventStore({
      keyRing: new PersonKeyRing({ store: keys.store, masterKey: randomBytes(32) }),
    });
  });
  afterAll(async () => {
    await log.stop();
    await keys.drop();
  });
  beforeEach(async () => {
    fresh = await freshDatabase();
    [claimId, participantId] = [randomUUID(), randomUUID()];
  });
  afterEach(() => fresh.drop());

  const record = async (streamId: string, after: bigint | null, event: DomainEvent) => {
    const context = testContext({ commandId: randomUUID() });
    return log.store.append(streamId, [event], after, context);
  };

  const approvalOfMonth = (): InterimApproved => ({
    type: 'InterimApproved',
    data: {
      claimId,
      participantId,
      programme: 'JKK',
      approverId: 'sita',
      totalIdr: MONTH,
      payments: [{ payee: 'PARTICIPANT', componentCodes: ['JKK_STMB'], amountIdr: MONTH }],
      payBy: NOV_20,
      authority: { level: 2 },
      effectiveOn: NOV_20,
      person: { account: { bank: 'BRI', number: '002301004567890', holder: 'Peserta Contoh' } },
    },
  });

  const tooMuch = (approvalIds: readonly string[]): InterimPaidTooMuch => ({
    type: 'InterimPaidTooMuch',
    data: {
      claimId,
      participantId,
      finderId: 'ani',
      amountIdr: rupiah(MONTH * approvalIds.length),
      ofPayments: approvalIds.map((approvalId) => ({ approvalId, payee: 'PARTICIPANT', amountIdr: MONTH })),
      effectiveOn: NOV_20,
    },
  });

  const told = (payoutId: string): DomainEvent => ({
    type: 'PayoutInstructed',
    data: {
      payoutId,
      instructorId: 'finance',
      instructedOn: NOV_20,
      instructionNumber: `INS-${payoutId}`,
      effectiveOn: NOV_20,
    },
  });

  /** Two months, each approved by itself; the ids of the approvals, and of their payments. */
  async function twoMonths() {
    const streamId = `claim-${claimId}`;
    await record(streamId, null, approvalOfMonth());
    await record(streamId, 0n, approvalOfMonth());
    const approvals: string[] = [];
    for await (const { id } of log.store.read(streamId)) approvals.push(id);
    const payoutIds = approvals.map((eventId) => payoutIdOf({ source: { eventId }, payee: 'PARTICIPANT' }));
    return { approvals, payoutIds };
  }

  /** Until the process has seen the whole log. */
  async function run(database = fresh.database): Promise<void> {
    const last = await log.store.lastPosition();
    const stopping = new AbortController();
    const running = startClaimPayment(log.store, database, { signal: stopping.signal });
    await eventually('the process has seen everything', () => (running.status().checkpoint ?? -1n) >= last!);
    stopping.abort();
    await running.finished;
  }

  async function become(payoutIds: readonly string[]): Promise<string[][]> {
    const all: string[][] = [];
    for (const id of payoutIds) {
      const types: string[] = [];
      for await (const { type } of log.store.read(payouts.of(id))) types.push(type);
      all.push(types);
    }
    return all;
  }

  it('stops what no bank has, and asks back what one has; looking at the whole log again does neither twice', async () => {
    const { approvals, payoutIds } = await twoMonths();
    await run();
    await record(payouts.of(payoutIds[0]!), 0n, told(payoutIds[0]!));
    await record(`claim-${claimId}`, 1n, tooMuch(approvals));
    await run();
    const ended = [
      ['PayoutOrdered', 'PayoutInstructed', 'PaymentNotDue'],
      ['PayoutOrdered', 'PaymentNotDue', 'PayoutCancelled'],
    ];
    expect(await become(payoutIds)).toEqual(ended);

    const anew = await freshDatabase();
    await run(anew.database);
    await anew.drop();
    expect(await become(payoutIds)).toEqual(ended);
  });

  it('stops what it has yet to order, where it learns of both at once', async () => {
    const { approvals, payoutIds } = await twoMonths();
    await record(`claim-${claimId}`, 1n, tooMuch(approvals));
    await run();
    expect(await become(payoutIds)).toEqual(
      payoutIds.map(() => ['PayoutOrdered', 'PaymentNotDue', 'PayoutCancelled']),
    );
  });
});
