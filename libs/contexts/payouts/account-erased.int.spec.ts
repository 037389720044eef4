import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '#event-store';
import { localDate, rupiah } from '#kernel';
import { Decisions, ReadModels } from '#runtime';
import { applyBatch, dropVersion, prepareReadModel, tablesOf } from '#followers';
import {
  type FreshDatabase,
  type LocalEventStore,
  freshDatabase,
  inMemoryKeyRing,
  localEventStore,
  testContext,
  SEES_ALL,
} from '#testing';
import { InstructPayout, InstructPayoutHandler } from './commands/instruct-payout.js';
import type { PayoutEvent } from './facts.js';
import { payoutReadModel } from './read-models/payout/payout.read-model.js';
import { ListPayoutsToInstruct } from './read-models/payout/payout.queries.js';

const TODAY = localDate('2026-11-20');
const ACCOUNT = { bank: 'BRI', number: '002301004567890', holder: 'Peserta Contoh' };

describe('the account of a payment', () => {
  const keyRing = inMemoryKeyRing();
  let log: LocalEventStore;
  let fresh: FreshDatabase;
  beforeAll(async () => {
    log = await localEventStore({ keyRing });
    fresh = await freshDatabase();
  });
  afterAll(async () => {
    await fresh.drop();
    await log.stop();
  });

  /** Orders a payment to somebody; gives its id. */
  async function order(participantId: string): Promise<string> {
    const payoutId = randomUUID();
    const ordered: PayoutEvent = {
      type: 'PayoutOrdered',
      data: {
        payoutId,
        participantId,
        source: { kind: 'CLAIM', id: randomUUID(), eventId: randomUUID() },
        payee: 'PARTICIPANT',
        componentCodes: ['JKK_STMB'],
        amountIdr: rupiah(10_400_000),
        effectiveOn: TODAY,
        person: { account: ACCOUNT },
      },
    };
    await log.store.append(`payout-${payoutId}`, [ordered], null, testContext({ commandId: randomUUID() }));
    return payoutId;
  }

  function instruct(payoutId: string) {
    const handler = new InstructPayoutHandler(new Decisions(log.store, { idSecret: Buffer.alloc(32, 7) }));
    const context = testContext({ commandId: randomUUID() });
    const input = { payoutId, instructedOn: TODAY, instructionNumber: `INS-${payoutId.slice(0, 8)}` };
    return handler.execute(new InstructPayout(input, { context }));
  }

  /** The whole log, opened with the keys that there are. */
  async function everything(): Promise<RecordedEvent[]> {
    const last = await log.store.lastPosition();
    const stop = new AbortController();
    const events: RecordedEvent[] = [];
    for await (const { events: batch } of log.store.follow(null, stop.signal)) {
      events.push(...batch);
      if ((events.at(-1)?.position ?? 0n) >= (last ?? 0n)) stop.abort();
    }
    return events;
  }

  async function buildAnew(): Promise<void> {
    await dropVersion(fresh.database, payoutReadModel);
    await prepareReadModel(fresh.database, payoutReadModel);
    await applyBatch(fresh.database, payoutReadModel, await everything());
  }

  /** By participant, what finance is to tell the bank. */
  async function accounts(): Promise<Record<string, unknown>> {
    const handler = new ListPayoutsToInstruct.handler(new ReadModels(fresh.database, 0));
    const { items } = await handler.execute(
      new ListPayoutsToInstruct({ limit: 10, today: TODAY, sight: SEES_ALL }),
    );
    return Object.fromEntries(items.map(({ participantId, account }) => [participantId, account]));
  }

  it('is gone for good once the keys of the person are destroyed and the read model is built anew', async () => {
    const [erased, other] = [randomUUID(), randomUUID()];
    await order(erased);
    await order(other);
    await buildAnew();
    expect(await accounts()).toEqual({ [erased]: ACCOUNT, [other]: ACCOUNT });

    await keyRing.destroy(erased);
    await buildAnew();
    // What nobody can pay stands with a supervisor, and no more with finance.
    expect(await accounts()).toEqual({ [other]: ACCOUNT });
    const held = await tablesOf(fresh.database, payoutReadModel)
      .selectFrom('payouts')
      .select(['bank', 'accountMasked'])
      .where('participantId', '=', erased)
      .execute();
    expect(held).toEqual([{ bank: null, accountMasked: null }]);
  });

  it('cannot be told to the bank any more, so the payment is not instructed', async () => {
    const [erased, other] = [randomUUID(), randomUUID()];
    const [toNobody, toSomebody] = [await order(erased), await order(other)];
    await keyRing.destroy(erased);
    await expect(instruct(toNobody)).rejects.toMatchObject({
      refusal: { code: 'PERSONAL_DATA_ERASED', kind: 'CONFLICT' },
    });
    expect(await instruct(toSomebody)).toMatchObject({ events: ['PayoutInstructed'] });
  });
});
