import type { StreamableFile } from '@nestjs/common';
import type { CommandBus } from '@nestjs/cqrs';
import { type Language, answerLineByLine } from '#http';
import type { CommandContext } from '#kernel';
import type { AppLogger } from '#runtime';
import { ConfirmLateEntries, type LateEntries } from './confirm-late-entries.js';

/** Who confirms a file, and how they are answered. */
interface Confirming {
  readonly context: CommandContext;
  readonly language: Language;
  readonly listener: AbortSignal;
}

/** Confirms everybody in a file, and answers line by line while it works. */
export const answerConfirmation = (
  { commands, log }: { readonly commands: CommandBus; readonly log: AppLogger },
  entries: LateEntries,
  { context, language, listener }: Confirming,
): Promise<StreamableFile> =>
  answerLineByLine(
    (onProgress) => commands.execute(new ConfirmLateEntries(entries, context, onProgress, listener)),
    { correlationId: context.correlationId, language, log, what: 'Confirmation of a file' },
  );
