import { createHash } from 'node:crypto';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type LinesProgress, asCsv, readCsvFile, refuseFaultyFile } from '#csv-files';
import { EventStore, OneStream } from '#event-store';
import type { CommandContext } from '#kernel';
import { ParticipantIds } from '#runtime';
import {
  type ImportReport,
  type ImportState,
  type ImportTerms,
  type StatedWithFile,
  completeImport,
  importIdOf,
  imports,
  remarkImportRows,
  remarkPages,
  startImport,
  statedWith,
} from '../domain/participant-import.js';
import { PersonsAlike } from '../domain/persons-alike.js';
import {
  type SponsorAgreement,
  type SponsorState,
  agreementInForce,
  countsMembers,
  sponsors,
} from '../domain/sponsor.js';
import { WORKERS } from './import-layout.js';
import { RosterPlaces } from './roster-places.js';
import { type CountedPlaces, RowImporter } from './row-importer.js';

export interface ImportAnswer extends ImportReport {
  readonly importId: string;
  /** True when this very file had been imported on these terms before; nobody was registered again. */
  readonly repeated: boolean;
  /** Nothing of it was recorded. */
  readonly dryRun?: true;
  /** Position of the last thing written, for `?after=`. */
  readonly position: string;
}

export class ImportParticipants extends Command<ImportAnswer> {
  constructor(
    readonly terms: ImportTerms & StatedWithFile,
    readonly file: Buffer,
    readonly isDryRun: boolean,
    readonly context: CommandContext,
    readonly onProgress: (progress: LinesProgress) => void = () => {},
    /** The import is left when it aborts; what was recorded stays, and the same file goes on from there. */
    readonly listener: AbortSignal = new AbortController().signal,
  ) {
    super();
  }
}

/** Which import it is, and under which agreement its workers are registered. */
interface ImportedUnder {
  readonly importId: string;
  readonly sponsor: SponsorState;
  readonly agreement: SponsorAgreement;
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
    private readonly store: EventStore,
    private readonly ids: ParticipantIds,
    private readonly alike: PersonsAlike,
  ) {}

  /**
   * @throws Rejection when the file cannot be read at all, its terms are impossible, or no agreement is in force
   * @throws the reason of `listener` when it aborts
   */
  async execute(command: ImportParticipants): Promise<ImportAnswer> {
    const { terms, isDryRun, context, onProgress, listener } = command;
    const file = await asCsv(command.file);
    const read = readCsvFile(file, WORKERS);
    const { rows, lines } = read;
    const sponsor = await this.store.state(sponsors, terms.sponsorId);
    const agreement = agreementInForce(sponsor, terms.agreementId, terms.paidOn);

    const fileDigest = createHash('sha256').update(file).digest('hex');
    const importId = importIdOf(fileDigest, terms);
    const record = await OneStream.read(this.store, imports, importId);
    if (record.state.situation === 'COMPLETED') {
      return { importId, ...record.state.report, repeated: true, position: await this.end() };
    }
    await refuseFaultyFile(read);

    const begin = { importId, ...terms, fileDigest, rows };
    const importAll = async (): Promise<ImportReport> => {
      const importer = await this.importerOf(command, { importId, sponsor, agreement }, record.state);
      return importer.importAll(lines(), rows, { onProgress, listener });
    };
    if (isDryRun) {
      startImport(begin, record.state, context);
      const report = await importAll();
      return { importId, ...report, dryRun: true, repeated: false, position: await this.end() };
    }
    const step = record.stepsOf(importId, context);
    await step('start', startImport, begin);
    const report = await importAll();
    for (const [page, remarks] of remarkPages(report).entries()) {
      listener.throwIfAborted();
      await step(`remarks-${page}`, remarkImportRows, { importId, page, ...remarks });
    }
    const completed = await step('complete', completeImport, { importId, ...report });
    const position = completed === undefined ? await this.end() : String(completed);
    return { importId, ...report, repeated: false, position };
  }

  private async importerOf(
    { terms, isDryRun, context }: ImportParticipants,
    { importId, sponsor, agreement }: ImportedUnder,
    state: ImportState,
  ): Promise<RowImporter> {
    const { sponsorKind: payer } = agreement;
    const ofThisImport = { ...context, commandId: importId };
    const onTerms = { ...terms, ...statedWith(state, terms, payer), payer };
    const how = {
      ...(isDryRun && { dryRunOn: this.store }),
      ...(countsMembers(agreement) && {
        counted: await this.countedPlaces(terms, agreement, isDryRun, ofThisImport),
      }),
    };
    const { commands, ids, alike } = this;
    return new RowImporter({ commands, ids, alike }, onTerms, sponsor, ofThisImport, how);
  }

  private async countedPlaces(
    { sponsorId, period: from }: ImportTerms,
    agreement: SponsorAgreement,
    isDryRun: boolean,
    ofThisImport: CommandContext,
  ): Promise<CountedPlaces> {
    const terms = { sponsorId, way: 'REGISTRATION', from, agreement } as const;
    const places = await RosterPlaces.of(this.store, terms, ofThisImport, isDryRun);
    return { agreement, places, read: this.store };
  }

  /** Where the log ends: whatever was recorded of this import before stands there. */
  private async end(): Promise<string> {
    return String((await this.store.lastPosition()) ?? 0n);
  }
}
