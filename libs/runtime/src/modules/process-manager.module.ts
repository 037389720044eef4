import type { DynamicModule } from '@nestjs/common';
import { type Command, CommandBus, CqrsModule } from '@nestjs/cqrs';
import type { CommandResult } from '#event-store';
import type { CommandInputs, DomainEvent, Process } from '#kernel';
import { type Database } from '#postgres';
import {
  type ProcessIdentity,
  type SendCommand,
  checkpointOf,
  processFollower,
  stepsOf,
  tablesOf,
} from '#followers';
import type { Issue } from '../commands/stream-command.js';
import { HealthChecks } from '../health/health.js';
import { Metrics } from '../health/metrics.js';
import { AppLogger } from '../logging/app-logger.js';
import { FollowersModule } from './followers.module.js';
import { DATABASE } from './database.token.js';

/**
 * The class that stands behind each name of a command. A process and its commands agree on the input by the types of both;
 * where they meet only names are left.
 */
type CommandClasses = Readonly<Record<string, new (input: never, issue: Issue) => Command<CommandResult>>>;

/** Runs a process while this program runs; the handlers of its commands must be there too. */
export const ProcessManagerModule = {
  run<Event extends DomainEvent, Commands extends CommandInputs>(
    process: Process<Event, Commands>,
    commands: CommandClasses,
  ): DynamicModule {
    return FollowersModule.with({
      imports: [CqrsModule],
      inject: [CommandBus, DATABASE, AppLogger, HealthChecks, Metrics],
      useFactory: (
        bus: CommandBus,
        database: Database,
        log: AppLogger,
        health: HealthChecks,
        metrics: Metrics,
      ) => {
        showRefusals(process, database, health, metrics);
        return [processFollower({ process, log, send: sendingOver(bus, process.name, commands) })];
      },
    });
  },
};

function sendingOver<Commands extends CommandInputs>(
  bus: CommandBus,
  process: string,
  commands: CommandClasses,
): SendCommand<Commands> {
  return ({ command, input }, context) => {
    const CommandClass = commands[command];
    if (!CommandClass) throw new Error(`No context handles ${command} of the process ${process}`);
    return bus.execute(new CommandClass(input as never, { context }));
  };
}

/** Refused commands are owed to somebody: they show until the read model of the process is built anew. */
function showRefusals(
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
