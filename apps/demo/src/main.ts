import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { announcement } from '../../standalone/src/announcement.js';
import { type Standalone, startStandalone } from '../../standalone/src/start-standalone.js';
import { type DemoArguments, USAGE, readArguments } from './arguments.js';
import { countEvents } from './count-events.js';
import { StoryBroken } from './expectations.js';
import { UnexpectedAnswer, connectLindung } from './lindung-client.js';
import { narrator } from './narrator.js';
import { readReports } from './reports.js';
import { playStory } from './story.js';
import { type Summary, summaryOf } from './summary.js';
import { tableOfReports, tablesOf } from './tables.js';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Plays the story on a system that runs, and shows what came of it. */
async function demonstrate(system: Standalone, startedAt: number): Promise<Summary> {
  const lindung = connectLindung(system);
  const outcome = await playStory(lindung, narrator(say));
  const reports = await readReports(await lindung.signIn('reporting', 'reporting-01'));
  const events = await countEvents(system.eventStoreUrl);
  const summary = summaryOf({ ...outcome, reports }, events, (performance.now() - startedAt) / 1000);
  say('');
  say(tablesOf(outcome.standing));
  say('');
  say(tableOfReports(reports));
  say(
    `${summary.events} events stand in the log. Every amount came out as the law says. ${summary.seconds} s.`,
  );
  return summary;
}

/** Somebody pressed Ctrl+C. */
class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** Resolves at the first Ctrl+C (or SIGTERM); a second one ends the process at once. */
function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

/** Gives the summary once everything has stopped. @throws Interrupted when somebody stops it in the middle of the story */
async function run({ keep }: DemoArguments): Promise<Summary> {
  const startedAt = performance.now();
  let interrupted = false;
  const stopAsked = signalled().then(() => {
    interrupted = true;
  });
  const dataDir = await mkdtemp(join(tmpdir(), 'lindung-demo-'));
  try {
    say('Starting Lindung with nothing in it …');
    const system = await startStandalone({
      dataDir,
      durable: false,
      freePorts: true,
      allowClockHeader: true,
      logLevel: 'error',
      say,
    });
    try {
      const stopped = stopAsked.then(() => undefined);
      const summary = await Promise.race([demonstrate(system, startedAt), stopped]);
      if (!summary) throw new Interrupted('It was stopped before its end.');
      if (keep) {
        say(announcement(system));
        await stopAsked;
      }
      return summary;
    } finally {
      await system.stop();
    }
  } catch (error) {
    // Ctrl+C reaches the servers that are just starting as well, and they fail of it.
    if (interrupted) throw new Interrupted('It was stopped before its end.', { cause: error });
    throw error;
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

function explain(error: unknown): string {
  const known = [StoryBroken, UnexpectedAnswer, Interrupted].some((type) => error instanceof type);
  return error instanceof Error && !known ? (error.stack ?? error.message) : String(error);
}

async function main(): Promise<number> {
  let options: DemoArguments;
  try {
    options = readArguments(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    process.stderr.write(`${error.message}\n\n${USAGE}`);
    return 2;
  }
  if (options.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  try {
    const summary = await run(options);
    if (options.json) say(JSON.stringify(summary));
    return 0;
  } catch (error) {
    process.stderr.write(`\nThe demonstration failed. ${explain(error)}\n`);
    return error instanceof Interrupted ? 130 : 1;
  }
}

process.exitCode = await main();
