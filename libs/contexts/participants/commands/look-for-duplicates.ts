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
    for await (const { pairs, ...progress } of this.alike.nearOnes()) {
      listener.throwIfAborted();
      for (const pair of pairs) {
        const noted = await this.note(pair, context);
        if (!noted || noted.events.length === 0) continue;
        suspected++;
        position = noted.position;
      }
      onProgress(progress);
    }
    return { suspected, ...(position !== undefined && { position: String(position) }) };
  }

  /** Undefined where the log knows better: somebody was corrected, or merged, meanwhile. */
  private async note(pair: Pair, context: CommandContext): Promise<CommandResult | undefined> {
    const commandId = derivedId(context.commandId, duplicateIdOf(pair));
    try {
      return await this.commands.execute(new SuspectDuplicate(pair, { context: { ...context, commandId } }));
    } catch (error) {
      if (error instanceof Rejection) return undefined;
      throw error;
    }
  }
}
