import 'reflect-metadata';
import { runUntilStopped } from '#platform';
import { announcement } from './announcement.js';
import { USAGE, readArguments } from './arguments.js';
import { startStandalone } from './start-standalone.js';

const say = (line: string) => process.stdout.write(`${line}\n`);

await runUntilStopped(async () => {
  const { help, ...options } = readArguments(process.argv.slice(2));
  if (help) {
    process.stdout.write(USAGE);
    process.exit(0);
  }
  say('Starting Lindung …');
  const standalone = await startStandalone({ ...options, allowClockHeader: true, logLevel: 'warn', say });
  say(announcement(standalone));
  return {
    stop: async () => {
      say('Stopping …');
      await standalone.stop();
      say('Stopped.');
    },
  };
});
