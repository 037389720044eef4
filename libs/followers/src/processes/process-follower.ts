import { type CommandResult, type RecordedEvent } from '#event-store';
import {
  type Caused,
  type CommandContext,
  type CommandInputs,
  type DomainEvent,
  type Logger,
  type Process,
  type ProcessCommand,
  Rejection,
  dateIn,
  derivedId,
} from '#kernel';
import type { Follower } from '../follower.js';
import { writeRows } from '../read-model/stored-rows.js';
import { atOnceFrom } from './at-once.js';
import { type StepRow, steps, stepsOf } from './process-steps.js';

/** Has a command handled, as a person's would be. */
export type SendCommand<Commands extends CommandInputs> = (
  command: ProcessCommand<Commands>,
  context: CommandContext,
) => Promise<CommandResult>;

/** A process, and how its commands are handled. */
interface ProcessTerms<Event extends DomainEvent, Commands extends CommandInputs> {
  readonly process: Process<Event, Commands>;
  readonly send: SendCommand<Commands>;
  readonly log: Logger;
}

/**
 * The tables of steps have been made by these statements since the first edition, in the words of another library: its
 * fingerprint stands in the databases that exist.
 */
const SHAPE_OF_STEPS = '16ebbfe3bdc2c46d';

/**
 * The second kind of follower: it sends commands. They go out before the steps and the place in the log are stored, so a
 * crash in between sends them again, and their ids make that harmless. A refusal is a step like others and the process goes
 * on; any other failure stops it until it is tried again. It ends in the middle of a batch when it is told to stop or
 * another instance may be active.
 */
export function processFollower<Event extends DomainEvent, Commands extends CommandInputs>(
  terms: ProcessTerms<Event, Commands>,
): Follower {
  const { process } = terms;
  const { name, version, categories } = stepsOf(process);
  const stepsTaken = new WeakMap<RecordedEvent, readonly StepRow[]>();
  return {
    name,
    version,
    categories,
    shape: SHAPE_OF_STEPS,
    tables: [steps],
    isConcerned: (event) => commandsAfter(process, event).length > 0,
    act: (events, until) => reactToAll(terms, events, stepsTaken, until),
    write: async (writing, events) => {
      const appended = events.flatMap((event) => stepsTaken.get(event) ?? []);
      await writeRows(writing, steps, { rows: new Map(), changed: new Set(), appended });
      return events.filter(({ type }) => Object.hasOwn(process.on, type)).length;
    },
  };
}

/** Reacts to events in their order, to some at once where the process says so. @returns those that it came to before it had to end */
async function reactToAll<Event extends DomainEvent, Commands extends CommandInputs>(
  { process, send, log }: ProcessTerms<Event, Commands>,
  events: readonly RecordedEvent[],
  stepsTaken: WeakMap<RecordedEvent, readonly StepRow[]>,
  until: AbortSignal,
): Promise<readonly RecordedEvent[]> {
  // Most events ask for nothing of most processes.
  const asking = events.flatMap((event) => {
    const commands = commandsAfter(process, event);
    return commands.length > 0 ? [{ event, commands }] : [];
  });
  const commands = asking.map((one) => one.commands);
  for (let place = 0; place < asking.length;) {
    if (until.aborted)
      return events.slice(
        0,
        events.findIndex((event) => event === asking[place]?.event),
      );
    const next = place + (process.keysAreApart ? atOnceFrom(commands, place) : 1);
    const reactions = asking.slice(place, next).map(async ({ event, commands: asked }) => {
      stepsTaken.set(event, await react(process.name, event, asked, { send, log }));
    });
    // Whoever tries again must not meet what is still under way.
    for (const one of await Promise.allSettled(reactions)) if (one.status === 'rejected') throw one.reason;
    place = next;
  }
  return events;
}

/** Has the commands handled that follow from an event. */
async function react<Commands extends CommandInputs>(
  process: string,
  event: RecordedEvent,
  commands: readonly ProcessCommand<Commands>[],
  { send, log }: { readonly send: SendCommand<Commands>; readonly log: Logger },
): Promise<readonly StepRow[]> {
  const taken: StepRow[] = [];
  for (const command of commands) {
    const step = await takeStep(process, event, command, send);
    if (step.outcome === 'REJECTED') {
      const { eventType: cause, causedBy, code } = step;
      log.warn(
        { process, cause, causedBy, command: step.command, code },
        'A command of a process was refused: a person has to look at it',
      );
    }
    taken.push(step);
  }
  return taken;
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
    eventId: event.id,
    key: command.key,
    eventType: event.type,
    causedBy: event.streamId,
    position: String(event.position),
    causedAt: event.recordedAt,
    command: command.command,
    commandId: context.commandId,
  };
  try {
    const { streamId, repeated } = await send(command, context);
    const outcome = repeated ? 'REPEATED' : 'HANDLED';
    return { ...step, outcome, streamId: streamId, code: null, detail: null };
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    // A used id means that the command was handled when the process still put it in other words: nothing is owed.
    const outcome = error.code === 'COMMAND_ID_REUSED' ? 'REPEATED' : 'REJECTED';
    return { ...step, outcome, streamId: null, code: error.code, detail: error.detail };
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
