import type { CommandBus } from '@nestjs/cqrs';
import {
  FirstLines,
  LINES_TOGETHER,
  type CsvLine,
  type Listening,
  byLine,
  isLineFault,
  takeLines,
} from '#csv-files';
import {
  type CommandContext,
  type Reading,
  Rejection,
  type Rupiah,
  ZERO_RUPIAH,
  derivedId,
  fold,
  rupiah,
} from '#kernel';
import { bpuBandFor } from '#law';
import type { Issue, ParticipantIds } from '#runtime';
import { contributionYears } from '../domain/contribution-years.js';
import type { RowRemark } from '../domain/import.events.js';
import { type ImportRow, rowFault } from '../domain/import-row.js';
import { type ImportReport, type RowTerms, registrationOf } from '../domain/participant-import.js';
import { monthlyDue } from '../domain/monthly-due.js';
import { alongTheChain, placeOf } from '../domain/nik-chain.js';
import { participantOf, participants } from '../domain/participant.js';
import { recordContribution } from '../domain/record-contribution.js';
import { registerParticipant, registrationWarnings } from '../domain/register-participant.js';
import type { PersonsAlike } from '../domain/persons-alike.js';
import type { SponsorAgreement, SponsorState } from '../domain/sponsor.js';
import { Lookalikes } from './lookalikes.js';
import { RecordContribution } from './record-contribution.js';
import { RegisterParticipant } from './register-participant.js';
import type { RosterPlaces } from './roster-places.js';

/** An agreement that counts its members: each row needs a place of it. */
export interface CountedPlaces {
  readonly agreement: SponsorAgreement;
  readonly places: RosterPlaces;
  /** Before a place is taken it is decided whether the row would be registered. */
  readonly read: Reading;
}

export interface HowToImport {
  /** Of a dry run: what rows are decided on; nothing of them is recorded. */
  readonly dryRunOn?: Reading;
  readonly counted?: CountedPlaces;
}

/** What rows are registered by, and compared with those who are. */
interface ImportMeans {
  readonly commands: CommandBus;
  readonly ids: ParticipantIds;
  readonly alike: PersonsAlike;
}

/** Registers the workers of one file, each with command ids that follow from the import and the worker. */
export class RowImporter {
  private readonly firstLines = new FirstLines();
  private readonly lookalikes = new Lookalikes();
  private readonly warnings: RowRemark[] = [];
  private owedIdr = 0;

  constructor(
    private readonly means: ImportMeans,
    private readonly terms: RowTerms,
    /** Read once for all rows. */
    private readonly sponsor: SponsorState,
    /** Its `commandId` is the id of the import. */
    private readonly context: CommandContext,
    private readonly how: HowToImport = {},
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
    return {
      rows,
      registered: rows - rejected.length,
      ...(this.how.dryRunOn && { owedIdr: rupiah(this.owedIdr) }),
      rejected,
      warnings: this.warnings.sort(byLine),
    };
  }

  /** Registers one worker and the sponsor's payment. Returns why not, where the rules refuse. */
  private async importRow(row: ImportRow, line: number): Promise<Omit<RowRemark, 'line'> | undefined> {
    const participantId = this.means.ids.of(row.nik);
    const first = this.firstLines.noted(participantId, line);
    if (first !== undefined) return rowFault('NIK_TWICE_IN_FILE', `Line ${first} has the same NIK`);
    const doubted = await this.lookalikes.of(this.means.alike, { ...row, participantId }, line);
    try {
      const registration = this.registration(row, participantId);
      await this.takePlace(registration, line);
      if (this.how.dryRunOn) {
        const dueIdr = await this.dueFor(registration, this.how.dryRunOn);
        // Added only now: other rows are under way at the same time.
        this.owedIdr += dueIdr;
      } else await this.record(registration);
    } catch (error) {
      if (error instanceof Rejection) return faultOf(error);
      throw error;
    }
    for (const code of registrationWarnings(row)) {
      this.warnings.push({ line, code, detail: 'Compare with the KTP; the worker is registered' });
    }
    this.warnings.push(...doubted);
    return undefined;
  }

  /** Who has a place has it by this import, or by an earlier attempt of it. */
  private async takePlace(registration: RegisterParticipant, line: number): Promise<void> {
    if (!this.how.counted) return;
    const { agreement, places, read } = this.how.counted;
    const { participantId, sector, declaredIncomeIdr } = registration.input;
    if (places.has([participantId])) return;
    await this.dueFor(registration, read);
    const incomeBaseIdr = bpuBandFor(declaredIncomeIdr).base;
    const monthlyIdr = monthlyDue({ incomeBaseIdr, sector }, this.terms.period, agreement);
    await places.take({ participantId, monthlyIdr }, line);
  }

  private async record(registration: RegisterParticipant): Promise<void> {
    const { streamId } = await this.means.commands.execute(registration);
    await this.means.commands.execute(this.payment(registration, participantOf(streamId)));
  }

  /** What the sponsor would pay for a worker who would be registered. @throws Rejection where one of the two would be refused */
  private async dueFor(registration: RegisterParticipant, read: Reading): Promise<Rupiah> {
    const { input, issue } = registration;
    const { sponsor } = this;
    await alongTheChain(
      (generation) => this.means.ids.of(input.person.nik, generation),
      async (id) => {
        const state = await read.state(participants, id);
        const isTaken = state.situation === 'ASSIGNED' || state.situation === 'MERGED';
        const place = isTaken ? await placeOf(read, id) : {};
        registerParticipant(input, state, issue.context, { sponsor, ...place });
      },
    );
    const { input: paid, imported } = this.payment(registration, input.participantId);
    if (!imported) throw new Error('A payment of an import that knows nothing of its worker');
    const [event] = recordContribution(paid, contributionYears.initial, issue.context, imported);
    return event?.type === 'ContributionPaid' ? event.data.amountIdr : ZERO_RUPIAH;
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
