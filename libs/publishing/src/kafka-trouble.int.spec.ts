import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type LocalKafka, startLocalKafka } from '#local-kafka';
import { eventually, freeze, processesOfGroup, thaw } from '#testing';
import { brokerAvailable } from '#testing/kafka';
import {
  makeCertificates,
  whyNoCertificates,
} from '../../event-store-server/test/operations/test-certificates.js';
import type { CloudEvent } from './cloud-event.js';
import { consume } from './consumer.js';
import {
  BrokersUnavailable,
  KAFKA_CLIENTS,
  type KafkaClientName,
  type KafkaOptions,
} from './kafka-client.js';
import { kafkaConnection } from './kafkajs/connection.js';
import { SILENT, anyContext, countedOn, thingsOf } from './kafka.examples.js';
import { kafkaPublisher } from './publisher.js';
import { makeTopics } from './topics.js';

const { available } = await brokerAvailable();
const certificates = whyNoCertificates();
if (certificates !== undefined) process.stdout.write(`No broker is signed in to: ${certificates}\n`);

const PASSWORD = 'only-for-this-spec';

(available ? describe : describe.skip)('a broker in trouble', () => {
  let client: KafkaClientName;
  let folder: string;
  let broker: LocalKafka;
  let pem: { ca: string; cert: string; key: string } | undefined;
  const options = (changes: Partial<KafkaOptions> = {}): KafkaOptions => ({
    brokers: [broker.address],
    clientId: 'spec',
    client,
    requestTimeoutMs: 2_000,
    log: SILENT,
    ...changes,
  });
  const start = (port = 0) =>
    startLocalKafka({
      dataDir: join(folder, 'data'),
      port,
      ...(pem
        ? {
            secured: {
              certificatePem: pem.cert,
              privateKeyPem: pem.key,
              users: { relay: PASSWORD, stranger: PASSWORD, reader: PASSWORD },
            },
          }
        : {}),
    });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lindung-kafka-'));
    if (certificates === undefined) {
      const { ca, cert, key } = makeCertificates(folder);
      const [caPem, certPem, keyPem] = await Promise.all(
        [ca, cert, key].map((file) => readFile(file, 'utf8')),
      );
      pem = { ca: caPem!, cert: certPem!, key: keyPem! };
    }
    broker = await start();
  });
  afterAll(async () => {
    await broker?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function heardOn(topic: string, expected: number): Promise<unknown[]> {
    const heard: CloudEvent[] = [];
    const consumer = await consume({
      ...options(),
      group: randomUUID(),
      topics: [topic],
      handle: async (event) => void heard.push(event),
    });
    await eventually('all were heard', () => new Set(heard.map(({ id }) => id)).size >= expected);
    await consumer.stop();
    return [...new Map(heard.map((event) => [event.id, event.data.number])).values()];
  }

  describe.each(KAFKA_CLIENTS)('with %s', (name) => {
    beforeAll(() => void (client = name));

    it('that says nothing any more is an error within seconds, and is published to again once it does', async () => {
      const { topic } = thingsOf(anyContext());
      await makeTopics(options(), [topic]);
      const publisher = kafkaPublisher(options());
      await publisher.publish([countedOn(topic, 'thing-1', 1)]);
      const second = countedOn(topic, 'thing-1', 2);
      const pids = await processesOfGroup(broker.pid);
      try {
        await freeze(pids);
        await expect(publisher.publish([second])).rejects.toThrow(BrokersUnavailable);
      } finally {
        thaw(pids);
      }
      await eventually('it is published', () =>
        publisher.publish([second]).then(
          () => true,
          () => false,
        ),
      );
      await publisher.close();
      expect(await heardOn(topic, 2)).toEqual([1, 2]);
    });

    it('that is killed has what it acknowledged when it is back, and goes on from there', async () => {
      const { topic } = thingsOf(anyContext());
      await makeTopics(options(), [topic]);
      const publisher = kafkaPublisher(options());
      await publisher.publish([1, 2, 3].map((number) => countedOn(topic, 'thing-1', number)));
      process.kill(-broker.pid, 'SIGKILL');
      await broker.ended;
      const fourth = countedOn(topic, 'thing-1', 4);
      await expect(publisher.publish([fourth])).rejects.toThrow(BrokersUnavailable);
      broker = await start(Number(broker.address.split(':')[1]));
      await eventually('it is published', () =>
        publisher.publish([fourth]).then(
          () => true,
          () => false,
        ),
      );
      await publisher.close();
      expect(await heardOn(topic, 4)).toEqual([1, 2, 3, 4]);
    });

    (certificates === undefined ? describe : describe.skip)('that is signed in to', () => {
      it('lets those publish who sign in and may, and tells the others why not', async () => {
        const { topic } = thingsOf(anyContext());
        await makeTopics(options(), [topic]);
        await grant(options(), topic, 'relay');
        const secured = (username: string, password = PASSWORD) =>
          kafkaPublisher(
            options({
              brokers: [broker.securedAddress!],
              ca: pem!.ca,
              credentials: { username, password },
            }),
          );
        const told = async (publisher: ReturnType<typeof secured>) => {
          const outcome = await publisher.publish([countedOn(topic, 'thing-1', 1)]).then(
            () => 'published',
            (error: Error) => error.message,
          );
          await publisher.close();
          return outcome;
        };
        expect(await told(secured('stranger'))).toMatch(/authorization failed/);
        expect(await told(secured('relay', 'not the password'))).toMatch(/[Aa]uthentication failed/);
        expect(await told(secured('relay'))).toBe('published');
        const untrusting = kafkaPublisher(
          options({
            brokers: [broker.securedAddress!],
            credentials: { username: 'relay', password: PASSWORD },
          }),
        );
        expect(await told(untrusting)).toMatch(/certificate/);
        expect(await heardOn(topic, 1)).toEqual([1]);
      });

      it('tells whoever may read a topic, and not in this group, that nothing is heard', async () => {
        const { topic } = thingsOf(anyContext());
        await makeTopics(options(), [topic]);
        await grant(options(), topic, 'reader', 'READ');
        const heard: CloudEvent[] = [];
        const refused = await consume({
          ...options({
            brokers: [broker.securedAddress!],
            ca: pem!.ca,
            credentials: { username: 'reader', password: PASSWORD },
          }),
          group: randomUUID(),
          topics: [topic],
          handle: async (event) => void heard.push(event),
        }).then(
          async (consumer) => {
            const error = await consumer.ended;
            await consumer.stop();
            return error;
          },
          (error: unknown) => error,
        );
        expect(refused).toBeInstanceOf(BrokersUnavailable);
        // kafkajs does not say that it may not, only that nobody answers for the group.
        expect(String(refused)).toMatch(/authorized|authorization|group coordinator/);
        expect(heard).toEqual([]);
      });
    });
  });
});

/** What docs/how-to/deploy.md has the administrator give to the relay, or a part of what it gives to readers. */
async function grant(
  options: KafkaOptions,
  topic: string,
  user: string,
  right: 'READ' | 'WRITE' = 'WRITE',
): Promise<void> {
  const connection = kafkaConnection(options);
  const admin = connection.kafka.admin();
  await admin.connect();
  const { default: kafkajs } = await import('kafkajs');
  const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } = kafkajs;
  await admin.createAcls({
    acl: [AclOperationTypes[right], AclOperationTypes.DESCRIBE].map((operation) => ({
      resourceType: AclResourceTypes.TOPIC,
      resourceName: topic,
      resourcePatternType: ResourcePatternTypes.LITERAL,
      principal: `User:${user}`,
      host: '*',
      operation,
      permissionType: AclPermissionTypes.ALLOW,
    })),
  });
  await connection.leave(() => admin.disconnect());
}
