import { describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { type AddressInfo, type Socket, createServer } from 'node:net';
import { eventLog, eventually, on } from '#testing';
import { event } from '#kernel';
import { consume } from './consumer.js';
import { contextContracts, contract } from './contract.js';
import { BrokersUnavailable, KAFKA_CLIENTS } from './kafka-client.js';
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

describe.each(KAFKA_CLIENTS)('brokers that cannot be reached, with %s', (client) => {
  async function options(said: string[]) {
    const note = (_fields: object, message: string) => void said.push(message);
    return {
      brokers: [`127.0.0.1:${await closedPort()}`],
      clientId: 'spec',
      client,
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
  });

  it('are an error that names them for whoever consumes', async () => {
    const starting = consume({
      ...(await options([])),
      group: 'spec',
      topics: ['lindung.things'],
      handle: async () => {},
    });
    await expect(starting).rejects.toThrow(/^Cannot consume lindung\.things: Kafka at 127\.0\.0\.1:\d+/);
  });

  it('do not matter while there is nothing to publish', async () => {
    const publisher = kafkaPublisher(await options([]));
    await publisher.publish([]);
    await publisher.close();
  });
});

/** What a broker may do in place of answering. */
const BAD_BROKERS: Readonly<Record<string, (socket: Socket) => unknown>> = {
  'never answers': () => {},
  'never says that it has gone': (socket) => socket.on('end', () => {}),
  'breaks off': (socket) => socket.resetAndDestroy(),
  'answers what is not Kafka': (socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'),
  'answers more slowly than anybody waits': (socket) => {
    const more = setInterval(() => socket.write(Buffer.from([0])), 50);
    socket.once('close', () => clearInterval(more));
  },
};

const WITH_EACH_CLIENT = Object.entries(BAD_BROKERS).flatMap(([how, behave]) =>
  KAFKA_CLIENTS.map((client) => ({ how, behave, client })),
);

describe.each(WITH_EACH_CLIENT)('a broker that accepts and $how, with $client', ({ behave, client }) => {
  async function badBroker() {
    const open = new Set<Socket>();
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      open.add(socket);
      socket.once('close', () => open.delete(socket)).on('error', () => {});
      socket.resume();
      behave(socket);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const options = {
      brokers: [`127.0.0.1:${port}`],
      clientId: 'spec',
      client,
      requestTimeoutMs: 100,
      log: { info: () => {}, warn: () => {}, error: () => {} },
    };
    const stop = async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    };
    return { options, open, stop };
  }

  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
  const sockets = () => process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap').length;

  it('keeps nothing of whoever publishes in vain, however often', async () => {
    const { options, stop } = await badBroker();
    const [timersBefore, socketsBefore] = [timers(), sockets()];
    const publisher = kafkaPublisher(options);
    const [moved] = eventLog().record([on('thing-1', event('ThingMoved', {}))]);
    for (let time = 0; time < 4; time++) {
      await expect(publisher.publish(toCloudEvents([things], moved!))).rejects.toThrow(BrokersUnavailable);
    }
    await publisher.close();
    await stop();
    await eventually('no socket is left', () => sockets() <= socketsBefore);
    await eventually('no timer is left', () => timers() <= timersBefore);
  });

  it('does not keep whoever closes while something is published', async () => {
    const { options, stop } = await badBroker();
    const publisher = kafkaPublisher({ ...options, requestTimeoutMs: 60_000 });
    const [moved] = eventLog().record([on('thing-1', event('ThingMoved', {}))]);
    const publishing = publisher.publish(toCloudEvents([things], moved!)).catch((error: unknown) => error);
    await publisher.close();
    expect(await publishing).toBeInstanceOf(BrokersUnavailable);
    await stop();
  });

  it('keeps nothing of whoever consumes', async () => {
    const { options, stop } = await badBroker();
    const [timersBefore, socketsBefore] = [timers(), sockets()];
    const starting = consume({
      ...options,
      group: 'spec',
      topics: ['lindung.things'],
      handle: async () => {},
    });
    await expect(starting).rejects.toThrow(BrokersUnavailable);
    await stop();
    await eventually('no socket is left', () => sockets() <= socketsBefore);
    await eventually('no timer is left', () => timers() <= timersBefore);
  });
});
