import 'reflect-metadata';
import { kafkaJars } from '#local-kafka';
import { optionsOrExit } from '../system/command-line.js';
import { crashSystem } from './crash-system.js';
import { reportAndExitCode, tellRound } from './report.js';

const USAGE = `Usage: npm run test:relay -- [options]

Starts every program of Lindung as a process of its own and a broker of Kafka, has people work a day in a branch, and kills the
relay and the broker while they do. At the end the broker is away for a while. Then looks whether each event of a contract is
with the broker at least once, in the order of its stream, and whether copies are equal; whether reports come to what the log
comes to, counted by nothing of Lindung; and how long people waited.

  --rounds N   how often the relay or the broker is killed (default 20)
  --away S     how long the broker is away at the end, in seconds (default 60)
  --seed N     the same seed kills in the same order (default 1)
  --json       print the result as one line of JSON at the end
  --help       show this

Needs Java 17 and the jars of Kafka (npm run kafka -- --install). Ends with 1 when anything is wrong, 2 for options that make no
sense or without a broker.
`;

const SECOND = 1_000;

const { json, away, ...options } = optionsOrExit(USAGE, {
  rounds: { default: 20, min: 0 },
  away: { default: 60, min: 0 },
  seed: { default: 1 },
});
const jars = await kafkaJars();
if (!jars.ready) {
  process.stderr.write(`There is no broker: ${jars.reason}\n`);
  process.exit(2);
}
const result = await crashSystem({
  ...options,
  withBroker: true,
  first: ['event-relay', 'Kafka'],
  onlyFirst: true,
  awayMs: away * SECOND,
  onRound: tellRound,
});
reportAndExitCode(result, json);
