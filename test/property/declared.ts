import 'reflect-metadata';
import { globSync } from 'node:fs';
import type { Type } from '@nestjs/common';
import type { Context } from '#runtime';
import { eventsIn } from '../../apps/event-relay/scripts/event-sources.js';

const HANDLED = '__commandHandler__';

/** The names of all commands that people or processes can send. */
export function declaredCommands(contexts: readonly Context[]): string[] {
  const handlers = contexts.flatMap(({ commands = [], processCommands = {} }) => [
    ...commands.flatMap((controller) => controller.handlers),
    ...Object.values(processCommands).map(({ handler }) => handler),
  ]);
  const names = handlers.flatMap((handler) => {
    const command = Reflect.getMetadata(HANDLED, handler) as Type<unknown> | undefined;
    // A question that only who takes commands can answer is none.
    return command ? [command.name] : [];
  });
  return [...new Set(names)];
}

/** Every type of event, as the contexts declare them. */
export function declaredEvents(): string[] {
  return globSync('libs/contexts/*/domain/*.events.ts').flatMap((path) =>
    eventsIn(path).map(({ type }) => type),
  );
}
