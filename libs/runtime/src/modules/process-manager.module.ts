import { type DynamicModule, Module } from '@nestjs/common';
import { type Command, CommandBus, CqrsModule } from '@nestjs/cqrs';
import type { CommandResult } from '#event-store';
import type { CommandInputs, DomainEvent, Process } from '#kernel';
import { type Database } from '#postgres';
import {
  type ProcessIdentity,
  type SendCommand,
  checkpointOf,
  runProcess,
  schemaOf,
  stepsOf,
  tablesOf,
} from '#followers';
import type { Issue } from '../commands/stream-command.js';
import { HealthChecks } from '../health/health.js';
import { Metrics } from '../health/metrics.js';
import { ProjectionProcess, RUNNABLE, type Runnable, backOffFrom } from './projection.module.js';
import { DATABASE } from './read-store.module.js';

/**
 * The class that stands behind each name of a command. A process and its commands agree on the input by the types of both;
 * where they meet only names are left.
 */
export type CommandClasses = Readonly<
  Record<string, new (input: never, issue: Issue) => Command<CommandResult>>
>;

/** Runs a process while this program runs. Import it once for each; the handlers of its commands must be there too. */
@Module({})
export class ProcessManagerModule {
  static run<Event extends DomainEvent, Commands extends CommandInputs>(
    process: Process<Event, Commands>,
    commands: CommandClasses,
  ): DynamicModule {
    return {
      module: ProcessManagerModule,
      imports: [CqrsModule],
      providers: [
        {
          provide: RUNNABLE,
          inject: [CommandBus, DATABASE, HealthChecks, Metrics],
          useFactory: (bus: CommandBus, database: Database, health: HealthChecks, metrics: Metrics) => {
            tellRefusals(process, database, health, metrics);
            return runnableProcess(process, ({ command, input }, context) => {
              const CommandClass = commands[command];
              if (!CommandClass)
                throw new Error(`No context handles ${command} of the process ${process.name}`);
              return bus.execute(new CommandClass(input as never, { context }));
            });
          },
        },
        ProjectionProcess,
      ],
    };
  }
}

function runnableProcess<Event extends DomainEvent, Commands extends CommandInputs>(
  process: Process<Event, Commands>,
  send: SendCommand<Commands>,
): Runnable {
  return {
    name: schemaOf(stepsOf(process)),
    start: ({ retryMs, ...needs }) =>
      runProcess({ process, send, ...needs, backOffMs: backOffFrom(retryMs) }),
  };
}

/** Refused commands are owed to somebody: they show until the read model of the process is built anew. */
function tellRefusals(
  process: ProcessIdentity,
  database: Database,
  health: HealthChecks,
  metrics: Metrics,
): void {
  const refused = () => countRefused(database, process);
  health.add(`process ${process.name}`, async () => {
    const count = await refused();
    return count > 0 ? `${count} refused commands: GET /processes/steps?outcome=REJECTED` : undefined;
  });
  metrics.gauge(
    'lindung_process_rejected_total',
    'Commands of a process that were refused',
    { process: process.name },
    refused,
  );
}

async function countRefused(database: Database, process: ProcessIdentity): Promise<number> {
  const steps = stepsOf(process);
  // Before the first run there are no tables yet.
  if (!(await checkpointOf(database, steps))) return 0;
  const { count } = await tablesOf(database, steps)
    .selectFrom('steps')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('outcome', '=', 'REJECTED')
    .executeTakeFirstOrThrow();
  return count;
}
