import { mkdtemp, rm } from 'node:fs/promises';
import { type Server, createServer, request } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type LocalKafka, kafkaJars, startLocalKafka } from '#local-kafka';

/** Where specs ask for the broker of this run: a socket of the process that started them. */
const ASK_AT = 'LINDUNG_TEST_KAFKA_SOCKET';

/** Set it yourself to test against brokers of your own. */
const GIVEN = 'LINDUNG_TEST_KAFKA_BROKERS';

/** Whether specs have a broker, and if not, why. */
export type BrokerAnswer =
  { readonly available: true } | { readonly available: false; readonly reason: string };

/**
 * Asks, before any spec is named, whether there is a broker. Specs that need one are skipped where there is none and the reason
 * is printed; where everything must be tried (`CI=true`) that is a failure.
 * @throws under `CI=true` without a broker
 */
export async function brokerAvailable(): Promise<BrokerAnswer> {
  if (process.env[GIVEN]) return { available: true };
  const jars = await kafkaJars();
  if (jars.ready) return { available: true };
  if (process.env.CI === 'true') throw new Error(`Kafka is needed here: ${jars.reason}`);
  process.stdout.write(`No broker, so nothing is sent to one: ${jars.reason}\n`);
  return { available: false, reason: jars.reason };
}

/** `host:port` of the broker of this run. The first spec that asks starts it; make topics of your own in it. */
export async function brokerForTests(): Promise<string> {
  const given = process.env[GIVEN];
  if (given) return given;
  const socketPath = process.env[ASK_AT];
  if (!socketPath) throw new Error('There is no Kafka here: name the file *.int.spec.ts or *.e2e.spec.ts');
  const asked = request({ socketPath }).end();
  const [answer] = (await once(asked, 'response')) as [Parameters<typeof text>[0] & { statusCode: number }];
  const said = await text(answer);
  if (answer.statusCode !== 200) throw new Error(said);
  return said;
}

/** Answers specs that ask for a broker, and starts it when the first one does. Gives the function that stops it. */
export async function offerKafkaForTests(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'lindung-test-kafka-'));
  let broker: Promise<LocalKafka> | undefined;
  const server: Server = createServer((_, response) => {
    broker ??= startLocalKafka({ dataDir: join(folder, 'data') });
    broker.then(
      ({ address }) => response.end(address),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  const socket = join(folder, 'ask');
  await once(server.listen(socket), 'listening');
  server.unref();
  process.env[ASK_AT] = socket;
  return async () => {
    server.close();
    const [started] = await Promise.allSettled([broker]);
    if (started.status === 'fulfilled') await started.value?.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
