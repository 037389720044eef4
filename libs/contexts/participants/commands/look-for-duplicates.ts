import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandResult } from '#event-store';
import { type CommandContext, Rejection, derivedId } from '#kernel';
import { type Pair, duplicateIdOf } from '../domain/duplicate-pair.js';
import { PersonsAlike } from '../domain/persons-alike.js';
import { LapseDuplicate, NoteDuplicate, SuspectDuplicate } from './duplicates.js';

/** How many birth dates have been looked at. */
interface LookProgress {
  readonly done: number;
  readonly of: number;
}

export interface LookReport {
  /** Pairs of whom nobody knew before that their names resemble each other. */
  readonly suspected: number;
  /** Position of the last thing written, for `?after=`; absent where nothing was. */
  readonly position?: string;
}

export class LookForDuplicates extends Command<LookReport> {
  constructor(
    readonly context: CommandContext,
    readonly onProgress: (progress: LookProgress) => void,
    /** No further birth date is begun when it aborts; what was noted stays. */
    readonly listener: AbortSignal,
  ) {
    super();
  }
}

/** Looks at everybody once more, and notes whose names resemble each other: what nobody sees from one registration alone. */
@CommandHandler(LookForDuplicates)
export class LookForDuplicatesHandler implements ICommandHandler<LookForDuplicates> {
  constructor(
    private readonly commands: CommandBus,
    private readonly alike: PersonsAlike,
  ) {}

  /** @throws the reason of `listener` when it aborts */
  async execute({ context, onProgress, listener }: LookForDuplicates): Promise<LookReport> {
    let suspected = 0;
    let position: bigint | undefined;
    for await (const { pairs, done, of } of this.alike.nearOnes()) {
      listener.throwIfAborted();
      const noted = await noteSuspicions(this.commands, pairs, context);
      suspected += noted.length;
      position = noted.at(-1) ?? position;
      onProgress({ done, of });
    }
    const compared = await noteWhoIsCompared(this.commands, this.alike, {
      context,
      listener,
      after: position,
    });
    position = compared ?? position;
    return { suspected, ...(position !== undefined && { position: String(position) }) };
  }
}

/** How a look is done. */
interface Looking {
  readonly context: CommandContext;
  readonly listener: AbortSignal;
  /** A position in the log: what was recorded by then counts. */
  readonly after?: bigint;
}

/**
 * Has whoever has something in common compared, and nobody else.
 * @returns the last position of what was recorded; undefined where all was noted already
 * @throws the reason of `listener` when it aborts
 */
export async function noteWhoIsCompared(
  commands: CommandBus,
  alike: PersonsAlike,
  { context, listener, after }: Looking,
): Promise<bigint | undefined> {
  const { toNote, toLapse } = await alike.unnoted(after);
  const of = (what: string, pair: Pair) => ({
    context: { ...context, commandId: derivedId(context.commandId, what, duplicateIdOf(pair)) },
  });
  const all = [
    ...toNote.map((pair) => () => commands.execute(new NoteDuplicate(pair, of('note', pair)))),
    ...toLapse.map((pair) => () => commands.execute(new LapseDuplicate(pair, of('lapse', pair)))),
  ];
  let position: bigint | undefined;
  for (const recording of all) {
    listener.throwIfAborted();
    const noted = await unlessRefused(recording());
    if (noted && noted.events.length > 0) position = noted.position;
  }
  return position;
}

/** Notes of each pair that their names resemble each other. @returns the positions of what was recorded: of whom nobody knew it */
export async function noteSuspicions(
  commands: CommandBus,
  pairs: readonly Pair[],
  context: CommandContext,
): Promise<readonly bigint[]> {
  const recorded: bigint[] = [];
  for (const pair of pairs) {
    const noted = await note(commands, pair, context);
    if (noted && noted.events.length > 0) recorded.push(noted.position);
  }
  return recorded;
}

function note(commands: CommandBus, pair: Pair, context: CommandContext): Promise<CommandResult | undefined> {
  const commandId = derivedId(context.commandId, duplicateIdOf(pair));
  return unlessRefused(commands.execute(new SuspectDuplicate(pair, { context: { ...context, commandId } })));
}

/** Undefined where the log knows better: somebody was corrected, or merged, meanwhile. */
async function unlessRefused(recording: Promise<CommandResult>): Promise<CommandResult | undefined> {
  try {
    return await recording;
  } catch (error) {
    if (error instanceof Rejection) return undefined;
    throw error;
  }
}
