import { type DestinationStream, type Logger as PinoLogger, pino, stdTimeFunctions } from 'pino';
import { PinoPretty } from 'pino-pretty';
import type { Logger } from '#kernel';
import { redact, scrub } from './redact.js';

interface LoggerOptions {
  /** Which app speaks. */
  readonly app: string;
  readonly level: string;
  /** Where lines go; standard output otherwise, made readable when that is a terminal. */
  readonly destination?: DestinationStream;
}

/**
 * The log of an app: JSON lines that personal data and secrets do not get through.
 * Facts stand beside the message, never in it: `log.info({ position }, 'Caught up')`.
 */
export class AppLogger implements Logger {
  constructor(private readonly pino: PinoLogger) {}

  debug(facts: object, message: string): void {
    this.pino.debug(facts, scrub(message));
  }

  info(facts: object, message: string): void {
    this.pino.info(facts, scrub(message));
  }

  warn(facts: object, message: string): void {
    this.pino.warn(facts, scrub(message));
  }

  /** Put the error under `err`. */
  error(facts: object, message: string): void {
    this.pino.error(facts, scrub(message));
  }
}

export function createLogger({ app, level, destination }: LoggerOptions): AppLogger {
  return new AppLogger(
    pino(
      {
        level,
        base: { app },
        timestamp: stdTimeFunctions.isoTime,
        formatters: {
          level: (label) => ({ level: label }),
          log: (line) => redact(line) as Record<string, unknown>,
        },
        // `redact` has described errors already; pino would add everything that hangs on them again.
        serializers: { err: (error: unknown) => error },
      },
      destination ?? (process.stdout.isTTY ? prettyOutput() : pino.destination(1)),
    ),
  );
}

/** Lines for people at a terminal. */
function prettyOutput(): DestinationStream {
  return PinoPretty({ sync: true, ignore: 'app', messageFormat: '{app}: {msg}' });
}
