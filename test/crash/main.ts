import 'reflect-metadata';
import { kafkaJars } from '#local-kafka';
import { optionsOrExit } from '../system/command-line.js';
import { crashSystem } from './crash-system.js';
import { reportAndExitCode, tellRound } from './report.js';

const USAGE = `Usage: npm run test:crash:system -- [options]

Starts every program of Lindung as a process of its own, has people work a day in a branch, and kills one program or server
after the other while they do. Then looks whether anything was lost, done twice, paid wrongly, published wrongly, or cannot be
built again. Without Java 17 and the jars of Kafka there is no relay.

  --rounds N   how often something is killed (default 50)
  --seed S     the same seed kills the same programs in the same order (default 1)
  --json       print the result as one line of JSON at the end
  --help       show this

Ends with 1 when anything is wrong, 2 for options that make no sense.
`;

const { json, ...options } = optionsOrExit(USAGE, { rounds: { default: 50, min: 1 }, seed: { default: 1 } });
const jars = await kafkaJars();
if (!jars.ready) process.stderr.write(`There is no relay: ${jars.reason}\n`);
reportAndExitCode(await crashSystem({ ...options, withBroker: jars.ready, onRound: tellRound }), json);
