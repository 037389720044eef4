import { type DynamicModule, Module, type Provider, type Type } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { AnyRefusals, AnyStream, CommandInputs, Process } from '#kernel';
import type { ReadModel } from '#followers';
import type { ContextContracts } from '#publishing/contracts';
import type { AnyActionTable } from '../actions/action-table.js';
import type { Issue, StreamCommand } from '../commands/stream-command.js';
import { FollowersModule } from '../modules/followers.module.js';
import { ProcessManagerModule } from '../modules/process-manager.module.js';
import { type WorkWithHandlers, providersOfWorks } from '../rounds/repeated-work.js';
import { type RoundWithHandlers, providersOfRounds } from '../rounds/rounds.module.js';

/** A controller that names the handlers of what it sends, so that a route is added in one place. */
export interface ControllerWithHandlers extends Type<unknown> {
  readonly handlers: readonly Type<unknown>[];
}

/** A command that only processes send. */
export interface ProcessCommand {
  new (input: never, issue: Issue): StreamCommand<object>;
  readonly handler: Type<unknown>;
}

/** Any process, for code that runs or names them whatever their events and commands. */
type AnyProcess = Process<never, CommandInputs>;

/** The app that keeps a context's read models up to date where each app runs alone. */
type ReadModelApp = 'participant-projection' | 'claim-projection' | 'scholarship-projection';

/**
 * Everything the rest of the system needs to know of a context: apps, documentation, topics, dependency rules and golden
 * streams map over these, so that a new context is one folder and one line.
 */
export interface Context {
  /** Its folder: lower-case, plural. */
  readonly name: string;
  readonly streams: readonly AnyStream[];
  readonly commands?: readonly ControllerWithHandlers[];
  readonly queries?: readonly ControllerWithHandlers[];
  /** What can be done with the things that its commands are about. */
  readonly actions?: readonly AnyActionTable[];
  readonly processes?: readonly AnyProcess[];
  /** By the name that processes call them by. */
  readonly processCommands?: Readonly<Record<string, ProcessCommand>>;
  /** What it does once a day, without being asked. */
  readonly rounds?: readonly RoundWithHandlers[];
  /** What it does again and again, such as handing on what waits. */
  readonly works?: readonly WorkWithHandlers[];
  readonly readModels?: readonly ReadModel[];
  readonly app?: ReadModelApp;
  /** Of these, what routes of commands, and rounds, look into for something that they say beside an answer. No decision rests on it. */
  readonly beside?: readonly ReadModel[];
  /** What the world may know. */
  readonly published?: ContextContracts;
  /** Why it refuses. */
  readonly refusals?: readonly AnyRefusals[];
  /** What its handlers need beside the libraries' services. */
  readonly providers?: readonly Provider[];
}

/** The write side of some contexts: their routes and the handlers of their commands. */
export function commandsOf(contexts: readonly Context[]): DynamicModule {
  return routes(contexts, ({ commands }) => commands);
}

/** The read side of some contexts: their routes and the handlers of their queries. */
export function queriesOf(contexts: readonly Context[]): DynamicModule {
  return routes(contexts, ({ queries }) => queries);
}

/** Keeps up to date the read models that one app is for, or all of them. */
export function readModelsOf(contexts: readonly Context[], app?: ReadModelApp): DynamicModule {
  const readModels = contexts
    .filter((context) => app === undefined || context.app === app)
    .flatMap(({ readModels = [] }) => readModels);
  return FollowersModule.run(...readModels);
}

/** What some contexts do by themselves while this program runs: their processes send each other's commands, and their rounds are done. */
export function processesOf(contexts: readonly Context[]): DynamicModule {
  const classes = Object.assign({}, ...contexts.map(({ processCommands }) => processCommands)) as Record<
    string,
    ProcessCommand
  >;
  return {
    module: RoutesModule,
    imports: [
      CqrsModule,
      ...contexts.flatMap(({ processes = [] }) =>
        processes.map((process) => ProcessManagerModule.run(process, classes)),
      ),
    ],
    providers: [
      ...contexts.flatMap(({ providers = [] }) => providers),
      ...Object.values(classes).map(({ handler }) => handler),
      ...providersOfRounds(contexts.flatMap(({ rounds = [] }) => rounds)),
      ...providersOfWorks(contexts.flatMap(({ works = [] }) => works)),
    ],
  };
}

@Module({})
class RoutesModule {}

function routes(
  contexts: readonly Context[],
  controllersOf: (context: Context) => readonly ControllerWithHandlers[] | undefined,
): DynamicModule {
  const controllers = contexts.flatMap((context) => controllersOf(context) ?? []);
  return {
    module: RoutesModule,
    imports: [CqrsModule],
    controllers: [...controllers],
    providers: [
      ...contexts.flatMap(({ providers = [] }) => providers),
      ...controllers.flatMap(({ handlers }) => handlers),
    ],
  };
}
