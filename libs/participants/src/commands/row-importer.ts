import type { CommandBus } from '@nestjs/cqrs';
import { derivedId } from '#event-store';
import { type CommandContext, Rejection } from '#kernel';
import type { RowRemark } from '../domain/import.events.js';
import { type ImportRow, type RowFault, isRowFault } from '../domain/import-row.js';
import type { ImportReport } from '../domain/participant-import.js';
import { registrationWarnings } from '../domain/register-participant.js';
import { CHANNEL_OF_SPONSOR, type SponsorKind } from '../domain/sponsor.events.js';
import type { ParticipantIds } from '../participant-ids.js';
import type { ImportLine } from './import-file.js';
import type { ImportProgress, ImportTerms } from './import-participants.command.js';
import { RecordContribution } from './record-contribution.command.js';
import { RegisterParticipant } from './register-participant.command.js';

/** Rows that are registered at the same time; the log groups their appends. */
const CONCURRENT_ROWS = 32;
const PROGRESS_EVERY = 100;

/** Registers the workers of one file, each with command ids that follow from the import and the worker. */
export class RowImporter {
  private readonly firstLineOf = new Map<string, number>();
  private readonly rejected: RowRemark[] = [];
  private readonly warnings: RowRemark[] = [];

  constructor(
    private readonly commands: CommandBus,
    private readonly ids: ParticipantIds,
    private readonly terms: ImportTerms,
    private readonly sponsorKind: SponsorKind,
    /** Its `commandId` is the id of the import. */
    private readonly context: CommandContext,
  ) {}

  async importAll(
    lines: readonly ImportLine[],
    onProgress: (progress: ImportProgress) => void,
  ): Promise<ImportReport> {
    const queue = lines.values();
    let done = 0;
    onProgress({ done, of: lines.length });
    const work = async () => {
      // All workers take from the one iterator, so each line is taken once and in order.
      for (const { line, row } of queue) {
        const fault = isRowFault(row) ? row : await this.importRow(row, line);
        if (fault) this.rejected.push({ line, code: fault.code, detail: fault.detail });
        done++;
        if (done % PROGRESS_EVERY === 0 || done === lines.length) onProgress({ done, of: lines.length });
      }
    };
    await Promise.all(Array.from({ length: CONCURRENT_ROWS }, work));

    return {
      rows: lines.length,
      registered: lines.length - this.rejected.length,
      rejected: this.rejected.sort(byLine),
      warnings: this.warnings.sort(byLine),
    };
  }

  /** Registers one worker and the sponsor's payment. Returns why not, where the rules refuse. */
  private async importRow(row: ImportRow, line: number): Promise<RowFault | undefined> {
    const participantId = this.ids.of(row.nik);
    const first = this.firstLineOf.get(participantId);
    if (first !== undefined) return { code: 'NIK_TWICE_IN_FILE', detail: `Line ${first} has the same NIK` };
    this.firstLineOf.set(participantId, line);
    try {
      await this.commands.execute(this.registration(row, participantId));
      await this.commands.execute(this.payment(participantId));
    } catch (error) {
      if (error instanceof Rejection) return error;
      throw error;
    }
    for (const code of registrationWarnings(row)) {
      this.warnings.push({ line, code, detail: 'Compare with the KTP; the worker is registered' });
    }
    return undefined;
  }

  private registration(row: ImportRow, participantId: string): RegisterParticipant {
    const { district, declaredIncomeIdr, ...person } = row;
    const { sponsorId, agreementId, paidOn } = this.terms;
    return new RegisterParticipant(
      {
        participantId,
        segment: 'BPU',
        channel: CHANNEL_OF_SPONSOR[this.sponsorKind],
        payer: this.sponsorKind,
        sponsorId,
        agreementId,
        district,
        sector: 'OTHER',
        declaredIncomeIdr,
        registeredOn: paidOn,
        person,
      },
      this.contextOf(participantId, 'register'),
    );
  }

  private payment(participantId: string): RecordContribution {
    const input = { participantId, payer: this.sponsorKind, ...this.terms };
    return new RecordContribution(input, this.contextOf(participantId, 'contribution'));
  }

  private contextOf(participantId: string, step: string): CommandContext {
    return { ...this.context, commandId: derivedId(this.context.commandId, participantId, step) };
  }
}

function byLine(a: RowRemark, b: RowRemark): number {
  return a.line - b.line;
}
