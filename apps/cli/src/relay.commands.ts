import { type Command, InvalidArgumentError } from 'commander';
import { STREAMS } from '#contexts';
import { EventCodec, NO_KEYS } from '#event-store';
import type { Logger } from '#kernel';
import { type Replayed, publisherOf, replay } from '#publishing';
import { EventStoreConfig, Group, KafkaConfig, loadConfig, storeAt } from '#runtime';
import { publishedContracts } from '../../event-relay/src/published-contracts.js';
import { positionIn } from './arguments.js';
import { ExitCode, fail } from './exit.js';

class ReplayConfig {
  @Group() readonly eventStore!: EventStoreConfig;
  @Group() readonly kafka!: KafkaConfig;
}

interface ReplayArguments {
  readonly from: bigint;
  readonly topic?: readonly string[];
  readonly json?: true;
}

const TOPICS = publishedContracts.map(({ topic }) => topic);

/** `lindung relay …`: what the event relay publishes. */
export function addRelayCommands(relay: Command): void {
  relay
    .command('replay')
    .description('publish again what was recorded from a place in the log on, under the same ids')
    .requiredOption('--from <position>', 'the first position of the log; 0 for all of it', positionIn)
    .option('--topic <topics...>', 'only these topics; all of them unless told', topic)
    .option('--json', 'print the result as one JSON object')
    .addHelpText(
      'after',
      `
Reads the log of EVENTSTORE_URL and publishes to KAFKA_BROKERS. The relay may run meanwhile, and its place does not move. Whoever
listens gets events twice that it had, with the ids that they had: an inbox does nothing twice. It ends where the log ended when
it began. Topics: ${TOPICS.join(', ')}.`,
    )
    .action(run);
}

async function run({ from, topic: topics, json }: ReplayArguments): Promise<void> {
  const { eventStore, kafka } = loadConfig(ReplayConfig);
  const publisher = publisherOf(kafka, LOG);
  if (!publisher)
    return fail('KAFKA_BROKERS is not set: there is nobody to publish to', ExitCode.UNUSABLE_INPUT);
  const log = storeAt(eventStore, new EventCodec(NO_KEYS, STREAMS));
  const contexts = publishedContracts.filter((context) => topics?.includes(context.topic) ?? true);
  try {
    const done = await replay({ log, contexts, publisher, from, onProgress: json ? undefined : tell });
    const result = { events: done.events, position: done.position === null ? null : String(done.position) };
    process.stdout.write(`${json ? JSON.stringify(result) : `Published ${done.events} events again`}\n`);
  } finally {
    await publisher.close();
    await log.close();
  }
}

function tell({ events, position: at }: Replayed, end: bigint): void {
  process.stderr.write(`${events} events, position ${String(at)} of ${end}\n`);
}

const say = (_: object, message: string) => void process.stderr.write(`${message}\n`);
const LOG: Logger = { info: say, warn: say, error: say };

function topic(text: string, before: readonly string[] = []): readonly string[] {
  if (TOPICS.includes(text)) return [...before, text];
  throw new InvalidArgumentError(`not a topic of Lindung; there are ${TOPICS.join(', ')}`);
}
