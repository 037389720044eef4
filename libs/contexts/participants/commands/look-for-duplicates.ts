import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandResult } from '#event-store';
import { type CommandContext, Rejection, derivedId } from '#kernel';
import { type Pair, duplicateIdOf } from '../domain/duplicate-pair.js';
import { PersonsAlike } from '../domain/persons-alike.js';
import { SuspectDuplicate } from './duplicates.js';

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
    return { suspected, ...(position !== undefined && { position: String(position) }) };
  }
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

/** Undefined where the log knows better: somebody was corrected, or merged, meanwhile. */
async function note(
  commands: CommandBus,
  pair: Pair,
  context: CommandContext,
): Promise<CommandResult | undefined> {
  const commandId = derivedId(context.commandId, duplicateIdOf(pair));
  try {
    return await commands.execute(new SuspectDuplicate(pair, { context: { ...context, commandId } }));
  } catch (error) {
    if (error instanceof Rejection) return undefined;
    throw error;
  }
}
