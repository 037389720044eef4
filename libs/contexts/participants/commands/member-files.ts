import { createHash } from 'node:crypto';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type CsvLayout,
  LINES_TOGETHER,
  type LinesProgress,
  asCsv,
  isLineFault,
  readCsvFile,
  refuseFaultyFile,
  takeLines,
} from '#csv-files';
import { employerFacts } from '#contexts/employers/facts';
import { type CommandResult, EventStore } from '#event-store';
import { type CommandContext, Rejection, derivedId } from '#kernel';
import type { Issue } from '#runtime';
import { type RowFault, rowFault } from '../domain/import-row.js';
import {
  JOINING_COLUMNS,
  type JoiningColumn,
  type JoiningRow,
  LEAVING_COLUMNS,
  type LeavingColumn,
  type LeavingRow,
  readJoiningRow,
  readLeavingRow,
} from '../domain/member-row.js';
import { membershipIdOf } from '../domain/membership.js';
import { FindOwnerOfNik } from './find-owner-of-nik.js';
import { JoinEmployer } from './join-employer.js';
import { LeaveEmployer } from './leave-employer.js';

/** What came of a file of members. */
export interface MembersReport {
  readonly rows: number;
  /** Rows whose joining or leaving is recorded, now or when the file was sent before. */
  readonly taken: number;
  readonly rejected: readonly (RowFault & { readonly line: number })[];
  /** Position of the last thing written, for `?after=`. */
  readonly position: string;
}

export class TakeMembersFile extends Command<MembersReport> {
  constructor(
    readonly employerId: string,
    readonly what: 'JOINED' | 'LEFT',
    readonly file: Buffer,
    readonly context: CommandContext,
    readonly onProgress: (progress: LinesProgress) => void = () => {},
    /** The file is left when it aborts; what was recorded stays, and the same file goes on from there. */
    readonly listener: AbortSignal = new AbortController().signal,
  ) {
    super();
  }
}

const JOINERS: CsvLayout<JoiningColumn, JoiningRow> = {
  columns: JOINING_COLUMNS,
  optional: ['phone'],
  read: readJoiningRow,
};

const LEAVERS: CsvLayout<LeavingColumn, LeavingRow> = {
  columns: LEAVING_COLUMNS,
  optional: [],
  read: readLeavingRow,
};

/**
 * Takes the members that an employer reports by file, each with a command id that follows from the file, the employer and the NIK's
 * owner: whatever interrupts it, sending the file again finishes it, and sending it once more changes nothing and answers alike.
 */
@CommandHandler(TakeMembersFile)
export class TakeMembersFileHandler implements ICommandHandler<TakeMembersFile> {
  constructor(
    private readonly commands: CommandBus,
    private readonly store: EventStore,
  ) {}

  /**
   * @throws Rejection when the file cannot be read at all, `EMPLOYER_NOT_FOUND`
   * @throws the reason of `listener` when it aborts
   */
  execute(command: TakeMembersFile): Promise<MembersReport> {
    return command.what === 'JOINED'
      ? this.takeAll(command, JOINERS, ({ person }) => person.nik, this.join)
      : this.takeAll(command, LEAVERS, ({ nik }) => nik, this.leave);
  }

  private readonly join = async (row: JoiningRow, employerId: string, issueOf: IssueOf) => {
    const owner = await this.commands.execute(new FindOwnerOfNik(row.person.nik, employerId));
    const membershipId = membershipIdOf(owner.participantId, employerId);
    const joining = { ...row, employerId, ...owner, membershipId };
    return this.commands.execute(new JoinEmployer(joining, issueOf(membershipId)));
  };

  private readonly leave = async ({ nik, ...leaving }: LeavingRow, employerId: string, issueOf: IssueOf) => {
    const { participantId } = await this.commands.execute(new FindOwnerOfNik(nik, employerId));
    const membershipId = membershipIdOf(participantId, employerId);
    return this.commands.execute(new LeaveEmployer({ ...leaving, membershipId }, issueOf(membershipId)));
  };

  private async takeAll<Column extends string, Row extends object>(
    { employerId, what, file, context, onProgress, listener }: TakeMembersFile,
    layout: CsvLayout<Column, Row>,
    nikOf: (row: Row) => string,
    take: (row: Row, employerId: string, issueOf: IssueOf) => Promise<CommandResult>,
  ): Promise<MembersReport> {
    const csv = await asCsv(file);
    const read = readCsvFile(csv, layout);
    await refuseFaultyFile(read);
    await employerFacts(this.store, employerId);
    const digest = createHash('sha256').update(csv).digest('hex');
    const issueOf = (membershipId: string) => ({
      context: { ...context, commandId: derivedId('members-file', digest, what, membershipId) },
    });
    const lineOf = new Map<string, number>();
    let position = 0n;
    const rejected = await takeLines(
      read.lines(),
      async ({ line, row }) => {
        if (isLineFault(row)) return row;
        const first = lineOf.get(nikOf(row));
        if (first !== undefined) return rowFault('NIK_TWICE_IN_FILE', `Line ${first} has the same NIK`);
        lineOf.set(nikOf(row), line);
        try {
          const result = await take(row, employerId, issueOf);
          if (result.position > position) position = result.position;
          return undefined;
        } catch (error) {
          if (error instanceof Rejection) return rowFault(error.code, error.detail);
          throw error;
        }
      },
      { done: 0, of: read.rows },
      { onProgress, listener, atOnce: LINES_TOGETHER },
    );
    return { rows: read.rows, taken: read.rows - rejected.length, rejected, position: String(position) };
  }
}

type IssueOf = (membershipId: string) => Issue;
