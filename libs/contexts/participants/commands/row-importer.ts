import type { CommandBus } from '@nestjs/cqrs';
import { LINES_TOGETHER, type CsvLine, type Listening, byLine, isLineFault, takeLines } from '#csv-files';
import { type CommandContext, Rejection, derivedId, fold } from '#kernel';
import type { Issue, ParticipantIds } from '#runtime';
import type { RowRemark } from '../domain/import.events.js';
import { type ImportRow, rowFault } from '../domain/import-row.js';
import { type ImportReport, type RowTerms, registrationOf } from '../domain/participant-import.js';
import { participantOf, participants } from '../domain/participant.js';
import { registerParticipant, registrationWarnings } from '../domain/register-participant.js';
import type { SponsorState } from '../domain/sponsor.js';
import { RecordContribution } from './record-contribution.js';
import { RegisterParticipant } from './register-participant.js';

/** Registers the workers of one file, each with command ids that follow from the import and the worker. */
export class RowImporter {
  private readonly firstLineOf = new Map<string, number>();
  private readonly warnings: RowRemark[] = [];

  constructor(
    private readonly commands: CommandBus,
    private readonly ids: ParticipantIds,
    private readonly terms: RowTerms,
    /** Read once for all rows. */
    private readonly sponsor: SponsorState,
    /** Its `commandId` is the id of the import. */
    private readonly context: CommandContext,
  ) {}

  /** @throws what the log or the key ring throws, or the reason of `listener`; then no further line is begun */
  async importAll(
    lines: Iterable<CsvLine<ImportRow>>,
    rows: number,
    listening: Listening,
  ): Promise<ImportReport> {
    const rejected = await takeLines(
      lines,
      async ({ line, row }) => (isLineFault(row) ? row : this.importRow(row, line)),
      { done: 0, of: rows },
      { ...listening, atOnce: LINES_TOGETHER },
    );
    return { rows, registered: rows - rejected.length, rejected, warnings: this.warnings.sort(byLine) };
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
    const { channel: _channel, branch: _branch, ...terms } = this.terms;
    return new RecordContribution(
      { participantId, ...terms },
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
