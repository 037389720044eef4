import { describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { eventLog, on } from '#testing';
import { event } from '#kernel';
import { consume } from './consumer.js';
import { contextContracts, contract } from './contract.js';
import { BrokersUnavailable } from './kafka-client.js';
import { kafkaPublisher } from './publisher.js';
import { toCloudEvents } from './to-cloud-events.js';

/** A port that was free a moment ago. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const things = contextContracts(
  'things',
  ['thing'],
  [
    contract({
      type: 'lindung.things.thing-moved.v1',
      from: 'ThingMoved',
      about: 'A thing was moved.',
      fields: {},
      data: () => ({}),
    }),
  ],
);

describe('brokers that cannot be reached', () => {
  async function options(said: string[]) {
    const note = (_fields: object, message: string) => void said.push(message);
    return {
      brokers: [`127.0.0.1:${await closedPort()}`],
      clientId: 'spec',
      log: { info: note, warn: note, error: note },
    };
  }

  it('are an error that names them, within seconds, for whoever publishes', async () => {
    const said: string[] = [];
    const settings = await options(said);
    const publisher = kafkaPublisher(settings);
    const [moved] = eventLog().record([on('thing-1', event('ThingMoved', {}))]);
    const failure = publisher.publish(toCloudEvents([things], moved!));
    await expect(failure).rejects.toThrow(BrokersUnavailable);
    await expect(failure).rejects.toThrow(`Cannot publish: Kafka at ${settings.brokers[0]}`);
    expect(said).toContain('Kafka has trouble');
    await publisher.close();
  }, 30_000);

  it('are an error that names them for whoever consumes', async () => {
    const starting = consume({
      ...(await options([])),
      group: 'spec',
      topics: ['lindung.things'],
      handle: async () => {},
    });
    await expect(starting).rejects.toThrow(/^Cannot consume lindung\.things: Kafka at 127\.0\.0\.1:\d+/);
  }, 30_000);

  it('do not matter while there is nothing to publish', async () => {
    const publisher = kafkaPublisher(await options([]));
    await publisher.publish([]);
    await publisher.close();
  });
});
