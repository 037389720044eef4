import { join } from 'node:path';
import { KAFKA_FOLDER, installKafkaJars, kafkaJars, startLocalKafka } from '#local-kafka';
import { makeTopics } from '#publishing';
import { Command, InvalidArgumentError } from 'commander';
import { publishedContracts } from '../../apps/event-relay/src/published-contracts.js';

interface Arguments {
  readonly port: number;
  readonly data: string;
  readonly install?: boolean;
}

const LARGEST_PORT = 65_535;

const program = new Command('kafka')
  .description(
    'A broker of Apache Kafka for this machine, with the topics of Lindung. Needs Java 17; Maven at the first start',
  )
  .option('--port <number>', 'TCP port, 0 for any free one', portNumber, 9092)
  .option('--data <directory>', 'directory that keeps the topics', join(KAFKA_FOLDER, 'data'))
  .option('--install', 'only get the jars')
  .addHelpText(
    'after',
    '\nThen start Lindung with KAFKA_BROKERS=127.0.0.1:9092. SIGTERM and SIGINT stop the broker.',
  )
  .parse();

try {
  const { install, port, data } = program.opts<Arguments>();
  if (!(await kafkaJars()).ready) say('Getting the jars of Kafka from Maven Central …');
  await installKafkaJars();
  if (!install) await serve(port, data);
} catch (error) {
  program.error(`error: ${error instanceof Error ? error.message : String(error)}`);
}

async function serve(port: number, dataDir: string): Promise<void> {
  const broker = await startLocalKafka({ dataDir, port });
  const stop = () => void broker.stop();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const note = (_: object, message: string) => say(message);
  const log = { info: () => {}, warn: note, error: note };
  const topics = publishedContracts.map(({ topic }) => topic);
  await makeTopics({ brokers: [broker.address], clientId: 'kafka', log }, topics);
  say(`Kafka listens: KAFKA_BROKERS=${broker.address}`);
  await broker.ended;
}

function say(message: string): void {
  process.stdout.write(`${message}\n`);
}

function portNumber(text: string): number {
  const port = Number(text);
  const isPort = text.trim() !== '' && Number.isInteger(port) && port >= 0 && port <= LARGEST_PORT;
  if (!isPort) throw new InvalidArgumentError('not a TCP port');
  return port;
}
