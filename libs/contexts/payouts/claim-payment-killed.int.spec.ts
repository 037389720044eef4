import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type DomainEvent, localDate, rupiah } from '#kernel';
import type { ClaimApproved } from '#contexts/claims/facts';
import { stepsOf, tablesOf } from '#followers';
import { PersonKeyRing } from '#key-ring';
import {
  type FreshDatabase,
  type FreshKeyStore,
  type LocalEventStore,
  eventually,
  freshDatabase,
  freshKeyStore,
  localEventStore,
  startProgram,
  testContext,
} from '#testing';
import { startClaimPayment } from './test/claim-payment-process.examples.js';
import type { PayoutEvent } from './domain/payout.events.js';
import { claimPayment } from './processes/claim-payment.js';

const CLAIMS = 40;
const ACCOUNT = { bank: 'BRI', number: '002301004567890', holder: 'Ahli Waris Contoh' };

function approval(claimId: string): ClaimApproved {
  return {
    type: 'ClaimApproved',
    data: {
      claimId,
      participantId: randomUUID(),
      programme: 'JKK',
      eventDate: localDate('2026-01-10'),
      approverId: 'user-2',
      totalIdr: rupiah(3_000_000),
      payments: [
        { payee: 'PLKK', facilityId: randomUUID(), componentCodes: ['A'], amountIdr: rupiah(1_000_000) },
        { payee: 'PARTICIPANT', componentCodes: ['B'], amountIdr: rupiah(2_000_000) },
      ],
      entitledChildren: [],
      payBy: localDate('2026-03-23'),
      effectiveOn: localDate('2026-03-12'),
      person: { account: ACCOUNT },
    },
  };
}

describe('the process claim-payment, killed again and again in the middle of its work', () => {
  const masterKey = randomBytes(32);
  let fresh: FreshDatabase;
  let keys: FreshKeyStore;
  let log: LocalEventStore;

  beforeAll(async () => {
    fresh = await freshDatabase();
    keys = await freshKeyStore();
    log = await localEventStore({
      keyRing: new PersonKeyRing({ store: keys.store, masterKey }),
    });
  });
  afterAll(async () => {
    await log.stop();
    await keys.drop();
    await fresh.drop();
  });

  async function approveAll(): Promise<bigint> {
    let last = 0n;
    for (let claim = 0; claim < CLAIMS; claim++) {
      const claimId = randomUUID();
      const context = testContext({ commandId: randomUUID() });
      last = (await log.store.append(`claim-${claimId}`, [approval(claimId)], null, context)).position;
    }
    return last;
  }

  /** Lets the process order so many payments, then kills it without a warning, before it has written down the last. */
  async function killAfter(payments: number): Promise<void> {
    const program = startProgram(new URL('./test/order-payouts.main.ts', import.meta.url), {
      DATABASE_URL: fresh.url,
      EVENT_STORE: log.connectionString,
      KEY_STORE: keys.url,
      MASTER_KEY: masterKey.toString('base64'),
      PAYMENTS: String(payments),
    });
    await once(program, 'message');
    program.kill('SIGKILL');
    await once(program, 'exit');
  }

  async function paymentsInTheLog(): Promise<PayoutEvent[]> {
    const controller = new AbortController();
    const last = await log.store.lastPosition();
    const found: DomainEvent[] = [];
    for await (const { events: batch } of log.store.follow(null, controller.signal)) {
      found.push(...batch.filter(({ type }) => type.startsWith('Payout')));
      if (batch.some(({ position }) => position === last)) controller.abort();
    }
    return found as PayoutEvent[];
  }

  it('has ordered each payment exactly once when it gets to the end', async () => {
    const last = await approveAll();
    await killAfter(11);
    await killAfter(36);

    const stopping = new AbortController();
    const running = startClaimPayment(log.store, fresh.database, { signal: stopping.signal });
    await eventually(
      'every approval has been seen',
      () => (running.status().checkpoint ?? -1n) >= last,
      60_000,
    );
    stopping.abort();
    await running.finished;

    const payments = await paymentsInTheLog();
    expect(payments.map(({ type }) => type)).toEqual(
      Array.from({ length: 2 * CLAIMS }, () => 'PayoutOrdered'),
    );
    expect(new Set(payments.map(({ data }) => data.payoutId)).size).toBe(2 * CLAIMS);

    const steps = await tablesOf(fresh.database, stepsOf(claimPayment))
      .selectFrom('steps')
      .select('outcome')
      .execute();
    const became = (outcome: string) => steps.filter((step) => step.outcome === outcome).length;
    expect(became('HANDLED') + became('REPEATED')).toBe(2 * CLAIMS);
    // What the last one that was killed had ordered before it could write it down: its last payment, and those read with it.
    expect(became('REPEATED')).toBeGreaterThanOrEqual(1);
  });
});
