import { type CommandResult, type EventStore, type RecordedEvent, derivedId } from '#event-store';
import {
  type Caused,
  type CommandContext,
  type CommandInputs,
  type DomainEvent,
  type Process,
  type ProcessCommand,
  Rejection,
  dateIn,
} from '#kernel';
import { type RunnerOptions, type RunningProjection, runProjection } from '../projection-runner.js';
import { type Reacted, type StepRow, stepsOf } from './process-steps.js';

/** Has a command handled, as a person's would be. */
export type SendCommand<Commands extends CommandInputs> = (
  command: ProcessCommand<Commands>,
  context: CommandContext,
) => Promise<CommandResult>;

export interface ProcessOptions<Event extends DomainEvent, Commands extends CommandInputs> extends Omit<
  RunnerOptions,
  'projection'
> {
  readonly process: Process<Event, Commands>;
  readonly send: SendCommand<Commands>;
}

/**
 * Runs a process until `signal` aborts, with everything that running a projection brings: one active instance, events in
 * order, its place in the log kept with its steps. Commands go out before the steps and the place are stored, so a crash
 * in between sends them again, and their ids make that harmless. A refusal is a step like others and the process goes on;
 * any other failure stops it until it is tried again.
 */
export function runProcess<Event extends DomainEvent, Commands extends CommandInputs>({
  process,
  send,
  store,
  ...options
}: ProcessOptions<Event, Commands>): RunningProjection {
  const { log } = options;
  const react = async (event: RecordedEvent): Promise<StepRow[]> => {
    const steps: StepRow[] = [];
    for (const command of commandsAfter(process, event)) {
      const step = await takeStep(process.name, event, command, send);
      if (step.outcome === 'REJECTED') {
        const { event_type: cause, caused_by: causedBy, code } = step;
        log.warn(
          { process: process.name, cause, causedBy, command: step.command, code },
          'A command of a process was refused: a person has to look at it',
        );
      }
      steps.push(step);
    }
    return steps;
  };
  return runProjection({
    ...options,
    projection: stepsOf(process),
    store: { follow: (after, until) => reacted(store.follow(after, until), react, until) },
  });
}

/**
 * The log, batch by batch, once the commands of its events are handled: no database transaction waits for them. It ends
 * in the middle of a batch when it is told to stop or another instance may be active.
 */
async function* reacted(
  batches: ReturnType<EventStore['follow']>,
  react: (event: RecordedEvent) => Promise<StepRow[]>,
  signal: AbortSignal,
): AsyncGenerator<RecordedEvent[]> {
  for await (const batch of batches) {
    const done: Reacted[] = [];
    for (const event of batch) {
      if (signal.aborted) break;
      done.push({ ...event, steps: await react(event) });
    }
    yield done;
  }
}

/** What follows from an event; nothing from events that the process does not name. */
function commandsAfter<Event extends DomainEvent, Commands extends CommandInputs>(
  { on }: Process<Event, Commands>,
  event: RecordedEvent,
): readonly ProcessCommand<Commands>[] {
  const reactions = on as Readonly<
    Record<string, ((event: Caused<DomainEvent>) => readonly ProcessCommand<Commands>[]) | undefined>
  >;
  return Object.hasOwn(reactions, event.type) ? (reactions[event.type]?.(event) ?? []) : [];
}

async function takeStep<Commands extends CommandInputs>(
  process: string,
  event: RecordedEvent,
  command: ProcessCommand<Commands>,
  send: SendCommand<Commands>,
): Promise<StepRow> {
  const context = contextOf(process, event, command.key);
  const step = {
    event_id: event.id,
    key: command.key,
    event_type: event.type,
    caused_by: event.streamId,
    position: String(event.position),
    caused_at: event.recordedAt,
    command: command.command,
    command_id: context.commandId,
  };
  try {
    const { streamId, repeated } = await send(command, context);
    const outcome = repeated ? 'REPEATED' : 'HANDLED';
    return { ...step, outcome, stream_id: streamId, code: null, detail: null };
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    // A used id means that the command was handled when the process still put it in other words: nothing is owed.
    const outcome = error.code === 'COMMAND_ID_REUSED' ? 'REPEATED' : 'REJECTED';
    return { ...step, outcome, stream_id: null, code: error.code, detail: error.detail };
  }
}

/**
 * The context of what a process does about an event: at the time of the event, for its office, by the system. Nothing in
 * it comes from a clock, so whenever the process gets there, and however often, it asks for the very same commands.
 */
function contextOf(process: string, { id, metadata }: RecordedEvent, key: string): CommandContext {
  return {
    commandId: derivedId(process, id, key),
    issuedAt: metadata.issuedAt,
    today: dateIn(metadata.issuedAt),
    actor: { id: `process:${process}`, roles: ['system'], office: metadata.actor.office },
    correlationId: metadata.$correlationId,
    causationId: id,
  };
}
