import type { LoggerService } from '@nestjs/common';
import type { AppLogger } from './app-logger.js';

/** Lets what Nest itself says go the way of all other lines. */
export class NestLogger implements LoggerService {
  constructor(private readonly to: AppLogger) {}

  /** Nest reports each module and route it sets up: of use only to someone who looks into the framework. */
  log(message: unknown, ...rest: unknown[]): void {
    this.to.debug(...line(message, rest));
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.to.error(...line(message, rest));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.to.error(...line(message, rest));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.to.warn(...line(message, rest));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.to.debug(...line(message, rest));
  }
}

/** Nest passes a stack and the name of the speaker behind the message, each optional. */
function line(message: unknown, rest: readonly unknown[]): [object, string] {
  const words = rest.filter((part): part is string => typeof part === 'string');
  const speaker = words.at(-1);
  const stack = words.length > 1 ? words[0] : undefined;
  return [
    {
      ...(speaker ? { speaker } : {}),
      ...(stack ? { stack } : {}),
      ...(message instanceof Error ? { err: message } : {}),
    },
    message instanceof Error ? message.message : String(message),
  ];
}
