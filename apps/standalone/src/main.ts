import 'reflect-metadata';
import { HttpConfig, KafkaConfig, NoticesConfig, loadConfig } from '#runtime';
import { runUntilStopped } from '#http';
import { announcement } from './announcement.js';
import { type StandaloneArguments, USAGE, readArguments } from './arguments.js';
import { startStandalone } from './start-standalone.js';

const say = (line: string) => process.stdout.write(`${line}\n`);

function exitWith(code: 0 | 2, to: NodeJS.WriteStream, text: string): never {
  to.write(text);
  process.exit(code);
}

function argumentsOrExit(): StandaloneArguments {
  try {
    return readArguments(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return exitWith(2, process.stderr, `${error.message}\n\n${USAGE}`);
  }
}

const { help, ...options } = argumentsOrExit();
if (help) exitWith(0, process.stdout, USAGE);
say('Starting Lindung …');
await runUntilStopped(async () => {
  const standalone = await startStandalone({
    ...options,
    allowClockHeader: true,
    ownThread: true,
    transparency: true,
    logLevel: 'warn',
    shutdownTimeoutMs: loadConfig(HttpConfig).shutdownTimeoutMs,
    kafka: loadConfig(KafkaConfig),
    notices: loadConfig(NoticesConfig),
    say,
  });
  say(announcement(standalone));
  return {
    lost: standalone.lost,
    stop: async () => {
      say('Stopping …');
      await standalone.stop();
      say('Stopped.');
    },
  };
});
