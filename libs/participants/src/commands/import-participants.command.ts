import { createHash } from 'node:crypto';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandResult, EventStore, derivedId, readState } from '#event-store';
import type { CommandContext, LocalDate, Period } from '#kernel';
import { CommandRunner } from '#platform';
import type { ParticipantImportEvent } from '../domain/import.events.js';
import {
  type ImportReport,
  type ImportState,
  type StartImportInput,
  completeImport,
  participantImport,
  startImport,
} from '../domain/participant-import.js';
import { agreementInForce, sponsor } from '../domain/sponsor.js';
import { ParticipantIds } from '../participant-ids.js';
import { importStream, sponsorStream } from '../streams.js';
import { readImportFile } from './import-file.js';
import { RowImporter } from './row-importer.js';

/** Who pays for the workers of a file, and which months. */
export interface ImportTerms {
  readonly sponsorId: string;
  readonly agreementId: string;
  readonly period: Period;
  readonly months: number;
  readonly paidOn: LocalDate;
  readonly receipt: string;
}

export interface ImportProgress {
  readonly done: number;
  readonly of: number;
}

export interface ImportAnswer extends ImportReport {
  readonly importId: string;
  /** True when this very file had been imported on these terms before; nobody was registered again. */
  readonly repeated: boolean;
  /** Position of the last thing written, for `?after=`. */
  readonly position: string;
}

export class ImportParticipants extends Command<ImportAnswer> {
  constructor(
    readonly terms: ImportTerms,
    readonly file: Buffer,
    readonly context: CommandContext,
    readonly onProgress: (progress: ImportProgress) => void = () => {},
  ) {
    super();
  }
}

/**
 * Registers the workers of a sponsor's file and records the contribution that the sponsor paid for them.
 * The import's identity is the file and its terms, every row's command follows from it: whatever interrupts an import,
 * sending the file again finishes it, and sending it once more changes nothing.
 */
@CommandHandler(ImportParticipants)
export class ImportParticipantsHandler implements ICommandHandler<ImportParticipants> {
  constructor(
    private readonly commands: CommandBus,
    private readonly runner: CommandRunner,
    private readonly store: EventStore,
    private readonly ids: ParticipantIds,
  ) {}

  /** @throws Rejection when the file cannot be read at all, or no agreement is in force on the day of payment */
  async execute({ terms, file, context, onProgress }: ImportParticipants): Promise<ImportAnswer> {
    const lines = readImportFile(file);
    const sponsorState = await readState(this.store, sponsorStream(terms.sponsorId), sponsor);
    const { sponsorKind } = agreementInForce(sponsorState, terms.agreementId, terms.paidOn);

    const fileDigest = createHash('sha256').update(file).digest('hex');
    const importId = derivedId('import', fileDigest, JSON.stringify(terms));
    const before = await readState(this.store, importStream(importId), participantImport);
    if (before.situation === 'COMPLETED') {
      const position = String((await this.store.lastPosition()) ?? 0n);
      return { importId, ...before.report, repeated: true, position };
    }

    const start = { importId, ...terms, fileDigest, rows: lines.length };
    await this.record(start, 'start', context, (state) => startImport(start, state, context));
    const rows = new RowImporter(this.commands, this.ids, terms, sponsorKind, {
      ...context,
      commandId: importId,
    });
    const report = await rows.importAll(lines, onProgress);
    const { position } = await this.record(start, 'complete', context, (state) =>
      completeImport(importId, report, state, context),
    );
    return { importId, ...report, repeated: false, position: String(position) };
  }

  private record(
    input: StartImportInput,
    step: 'start' | 'complete',
    context: CommandContext,
    decide: (state: ImportState) => readonly ParticipantImportEvent[],
  ): Promise<CommandResult> {
    const command = { input, context: { ...context, commandId: derivedId(input.importId, step) } };
    return this.runner.handle(command, {
      streamId: importStream(input.importId),
      decider: participantImport,
      decide,
    });
  }
}
