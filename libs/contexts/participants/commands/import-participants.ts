import { createHash } from 'node:crypto';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandResult, EventStore } from '#event-store';
import { type CommandContext, type Decide, derivedId } from '#kernel';
import { Decisions, ParticipantIds, StreamCommand } from '#runtime';
import type { ParticipantImportEvent } from '../domain/import.events.js';
import {
  type ImportReport,
  type ImportState,
  type ImportTerms,
  completeImport,
  importIdOf,
  imports,
  remarkImportRows,
  remarkPages,
  startImport,
} from '../domain/participant-import.js';
import { agreementInForce, sponsors } from '../domain/sponsor.js';
import { readImportFile } from './import-file.js';
import { RowImporter } from './row-importer.js';

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
    private readonly decisions: Decisions,
    private readonly store: EventStore,
    private readonly ids: ParticipantIds,
  ) {}

  /** @throws Rejection when the file cannot be read at all, its terms are impossible, or no agreement is in force */
  async execute({ terms, file, context, onProgress }: ImportParticipants): Promise<ImportAnswer> {
    const { rows, lines } = readImportFile(file);
    const sponsor = await this.store.state(sponsors, terms.sponsorId);
    const { sponsorKind } = agreementInForce(sponsor, terms.agreementId, terms.paidOn);

    const fileDigest = createHash('sha256').update(file).digest('hex');
    const importId = importIdOf(fileDigest, terms);
    const before = await this.store.state(imports, importId);
    if (before.situation === 'COMPLETED') {
      const position = String((await this.store.lastPosition()) ?? 0n);
      return { importId, ...before.report, repeated: true, position };
    }

    const step = stepsOf(this.decisions, importId, context);
    await step('start', startImport, { importId, ...terms, fileDigest, rows });
    const ofThisImport = { ...context, commandId: importId };
    const paidBy = { ...terms, payer: sponsorKind };
    const importer = new RowImporter(this.commands, this.ids, paidBy, sponsor, ofThisImport);
    const report = await importer.importAll(lines(), rows, onProgress);
    for (const [page, remarks] of remarkPages(report).entries()) {
      await step(`remarks-${page}`, remarkImportRows, { importId, page, ...remarks });
    }
    const { position } = await step('complete', completeImport, { importId, ...report });
    return { importId, ...report, repeated: false, position: String(position) };
  }
}

/** A step of an import happens once, whoever takes it: what an interrupted import has recorded stays. */
class ImportStep<Input extends object> extends StreamCommand<Input> {
  readonly commandName = 'ImportStep';
}

function stepsOf(decisions: Decisions, importId: string, context: CommandContext) {
  return <Input extends object>(
    step: string,
    decide: Decide<Input, ImportState, ParticipantImportEvent>,
    input: Input,
  ): Promise<CommandResult> => {
    const issue = { context: { ...context, commandId: derivedId(importId, step) } };
    return decisions.make(new ImportStep(input, issue), imports, importId, decide, undefined, {
      contentInId: true,
    });
  };
}
