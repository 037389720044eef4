import { describe, expect, it } from '@jest/globals';
import { EventCodec, EventStore } from '#event-store';
import { event } from '#kernel';
import { connectDatabase, sql } from '#postgres';
import { type DockerAnswer, dockerAvailable, eventStoreContainer, postgresContainer } from './containers.js';
import { testContext } from './test-context.js';
import { inMemoryKeyRing } from './in-memory-key-ring.js';

/** Pulling images takes minutes, so it is asked for: `npm run test:containers` does. */
const answer: DockerAnswer =
  process.env.LINDUNG_TEST_CONTAINERS === undefined
    ? { available: false, reason: 'LINDUNG_TEST_CONTAINERS is not set' }
    : await dockerAvailable();

describe('asking for Docker', () => {
  it('tells why when there is none', async () => {
    const { available, ...rest } = await dockerAvailable();
    expect(rest).toEqual(available ? {} : { reason: expect.stringMatching(/./) });
  });
});

const where = answer.available ? describe : describe.skip;

where(`the servers of production${answer.available ? '' : ` (left out: ${answer.reason})`}`, () => {
  it('answer at the addresses that their containers give', async () => {
    const [postgres, log] = await Promise.all([postgresContainer(), eventStoreContainer()]);
    const database = connectDatabase({ url: postgres.address, maxConnections: 1, applicationName: 'spec' });
    const store = EventStore.at(log.address, new EventCodec(inMemoryKeyRing()));
    try {
      expect((await sql<{ one: number }>`select 1 as one`.execute(database.kysely)).rows).toEqual([
        { one: 1 },
      ]);
      expect(await store.append('claim-1', [event('ClaimSubmitted', {})], null, testContext())).toMatchObject(
        {
          revision: 0n,
        },
      );
    } finally {
      await Promise.all([database.close(), store.close()]);
      await Promise.all([postgres.stop(), log.stop()]);
    }
  });
});
