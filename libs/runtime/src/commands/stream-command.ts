import { Command } from '@nestjs/cqrs';
import type { CommandResult } from '#event-store';
import type { CommandContext } from '#kernel';

/** Who asks, when, under which id, and what they saw. */
export interface Issue {
  readonly context: CommandContext;
  /** From `If-Match`: a thing that has changed since is refused instead of decided on. */
  readonly expectedRevision?: bigint;
}

/**
 * A command to one stream. Its name and its input are what its `Idempotency-Key` stands for: both are stored, as a keyed
 * digest, so neither may change its meaning once a release has been used.
 */
export abstract class StreamCommand<Input extends object> extends Command<CommandResult> {
  /** Stable, and independent of the class: `AcceptPayout`. */
  abstract readonly commandName: string;

  constructor(
    readonly input: Input,
    readonly issue: Issue,
  ) {
    super();
  }

  /**
   * What the first edition stored a digest of, where that was laid out differently from `{ input }`: a key of then, sent
   * again, is answered as repeated.
   */
  get formerContent(): Readonly<Record<string, unknown>> | undefined {
    return undefined;
  }
}
