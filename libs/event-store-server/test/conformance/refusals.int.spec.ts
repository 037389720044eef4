import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventStoreDBClient } from '@eventstore/db-client';
import { serverUnderTest, type ServerUnderTest } from './server-under-test.js';

let server: ServerUnderTest;
let client: EventStoreDBClient;

beforeAll(async () => {
  server = await serverUnderTest();
  client = server.client;
});
afterAll(() => server.stop());

/** What a cluster offers and the embedded server does not; a foreign server may well offer it. */
describe('what the embedded server does not offer', () => {
  it.each<[string, () => Promise<unknown>, RegExp]>([
    ['projections', () => client.createProjection('p', 'fromAll()'), /no server-side projections/],
    ['a list of projections', () => client.listProjections(), /no server-side projections/],
  ])('%s: is refused with the reason', async (_, attempt, reason) => {
    if (server.isForeign) return;
    const error = await attempt().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Error);
    expect((error as Error).message).toMatch(/UNIMPLEMENTED/);
    expect((error as Error).message).toMatch(reason);
  });
});
