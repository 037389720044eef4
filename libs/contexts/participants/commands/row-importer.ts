import { setImmediate as letOthersHaveATurn } from 'node:timers/promises';
import type { CommandBus } from '@nestjs/cqrs';
import { type CsvLine, isLineFault } from '#csv-files';
import { type CommandContext, Rejection, derivedId, fold } from '#kernel';
import type { Issue, ParticipantIds } from '#runtime';
import type { RowRemark } from '../domain/import.events.js';
import { type ImportRow, rowFault } from '../domain/import-row.js';
import { type ImportReport, type ImportTerms, registrationOf } from '../domain/participant-import.js';
import { participantOf, participants } from '../domain/participant.js';
import { registerParticipant, registrationWarnings } from '../domain/register-participant.js';
import type { SponsorKind } from '../domain/sponsor.events.js';
import type { SponsorState } from '../domain/sponsor.js';
import type { ImportProgress } from './import-participants.js';
import { RecordContribution } from './record-contribution.js';
import { RegisterParticipant } from './register-participant.js';

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
    private readonly terms: ImportTerms & { readonly payer: SponsorKind },
    /** Read once for all rows. */
    private readonly sponsor: SponsorState,
    /** Its `commandId` is the id of the import. */
    private readonly context: CommandContext,
  ) {}

  /** @throws what the log or the key ring throws, or the reason of `listener`; then no further line is begun */
  async importAll(
    lines: Generator<CsvLine<ImportRow>>,
    rows: number,
    onProgress: (progress: ImportProgress) => void,
    listener?: AbortSignal,
  ): Promise<ImportReport> {
    // All workers take from the one generator: each line is taken once and in order, and a worker that fails ends it.
    let done = 0;
    onProgress({ done, of: rows });
    const work = async () => {
      for (const { line, row } of lines) {
        listener?.throwIfAborted();
        const fault = isLineFault(row) ? row : await this.importRow(row, line);
        if (fault) {
          this.rejected.push({ line, ...fault });
          // Such a line may have waited for nothing: many of them would hold up the process.
          await letOthersHaveATurn();
        }
        done++;
        if (done % PROGRESS_EVERY === 0 || done === rows) onProgress({ done, of: rows });
      }
    };
    const finished = await Promise.allSettled(Array.from({ length: CONCURRENT_ROWS }, work));
    for (const one of finished) if (one.status === 'rejected') throw one.reason;

    return {
      rows,
      registered: rows - this.rejected.length,
      rejected: this.rejected.sort(byLine),
      warnings: this.warnings.sort(byLine),
    };
  }

  /** Registers one worker and the sponsor's payment. Returns why not, where the rules refuse. */
  private async importRow(row: ImportRow, line: number): Promise<Omit<RowRemark, 'line'> | undefined> {
    const participantId = this.ids.of(row.nik);
    const first = this.firstLineOf.get(participantId);
    if (first !== undefined) return rowFault('NIK_TWICE_IN_FILE', `Line ${first} has the same NIK`);
    this.firstLineOf.set(participantId, line);
    try {
      const registration = this.registration(row, participantId);
      const { streamId } = await this.commands.execute(registration);
      await this.commands.execute(this.payment(registration, participantOf(streamId)));
    } catch (error) {
      if (error instanceof Rejection) return faultOf(error);
      throw error;
    }
    for (const code of registrationWarnings(row)) {
      this.warnings.push({ line, code, detail: 'Compare with the KTP; the worker is registered' });
    }
    return undefined;
  }

  private registration(row: ImportRow, participantId: string): RegisterParticipant {
    return new RegisterParticipant(
      registrationOf(row, participantId, this.terms),
      this.issueOf(participantId, 'register'),
      { sponsor: this.sponsor },
    );
  }

  /** The decision is repeated here instead of reading it back: the worker is as it has just registered them. */
  private payment({ input, issue }: RegisterParticipant, participantId: string): RecordContribution {
    const { sponsor } = this;
    const registered = registerParticipant(input, participants.initial, issue.context, { sponsor });
    return new RecordContribution(
      { participantId, ...this.terms },
      this.issueOf(input.participantId, 'contribution'),
      { sponsor, participant: fold(participants, registered) },
    );
  }

  private issueOf(participantId: string, step: string): Issue {
    return {
      context: { ...this.context, commandId: derivedId(this.context.commandId, participantId, step) },
    };
  }
}

/** Whoever is registered already is named, so that the sponsor's payment can be recorded for them by hand. */
function faultOf({ code, detail, details }: Rejection): Omit<RowRemark, 'line'> {
  const known = code === 'ALREADY_REGISTERED' && details.facts?.['participantId'];
  return typeof known === 'string' ? { code, detail, participantId: known } : { code, detail };
}

function byLine(a: RowRemark, b: RowRemark): number {
  return a.line - b.line;
}
