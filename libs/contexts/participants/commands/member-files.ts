import { createHash } from 'node:crypto';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type CsvFile,
  type CsvLayout,
  LINES_TOGETHER,
  type LinesProgress,
  asCsv,
  byLine,
  isLineFault,
  readCsvFile,
  refuseFaultyFile,
  takeLines,
} from '#csv-files';
import { employerFacts } from '#contexts/employers/facts';
import { EventStore, OneStream } from '#event-store';
import { type CommandContext, Rejection, derivedId } from '#kernel';
import type { Issue } from '#runtime';
import { rowFault } from '../domain/import-row.js';
import type { RowRemark } from '../domain/import.events.js';
import { joinEmployer } from '../domain/join-employer.js';
import { leaveEmployer } from '../domain/leave-employer.js';
import type { MemberFileKind } from '../domain/member-file.events.js';
import {
  type MemberFileKey,
  type MemberFileReport,
  type MemberRemarks,
  completeMemberFile,
  memberFileIdOf,
  memberFiles,
  memberRemarkPages,
  remarkMemberRows,
  startMemberFile,
} from '../domain/member-file.js';
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
import { membershipIdOf, memberships } from '../domain/membership.js';
import { participants } from '../domain/participant.js';
import { PersonsAlike } from '../domain/persons-alike.js';
import { FindOwnerOfNik } from './find-owner-of-nik.js';
import { JoinEmployer, type JoiningWorker } from './join-employer.js';
import { LeaveEmployer } from './leave-employer.js';
import { Lookalikes } from './lookalikes.js';
import { asRegistered, withoutRegistration } from './registered-with-work.js';

/** What came of a file of members; of a dry run, what would: nothing of it is recorded. */
export interface MembersReport extends MemberFileReport {
  readonly fileId: string;
  /** True when this very file was taken whole before; nothing was recorded again. */
  readonly repeated: boolean;
  readonly dryRun?: true;
  /** Position of the last thing written, for `?after=`. */
  readonly position: string;
}

export class TakeMembersFile extends Command<MembersReport> {
  constructor(
    readonly employerId: string,
    readonly what: MemberFileKind,
    readonly file: Buffer,
    readonly isDryRun: boolean,
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

/** How one row is taken, or would be. */
interface Taking<Row> {
  readonly nikOf: (row: Row) => string;
  readonly take: (row: Row, employerId: string, issueOf: IssueOf) => Promise<unknown>;
  /** Decides the same and records nothing. @throws Rejection where it would be refused */
  readonly wouldTake: (row: Row, employerId: string, context: CommandContext) => Promise<unknown>;
  /** What somebody should look at although the row is taken; asked before it is. */
  readonly doubts?: (row: Row, employerId: string, line: number) => Promise<readonly RowRemark[]>;
}

/**
 * Takes the members that an employer reports by file, each with a command id that follows from the file, the employer and the NIK's
 * owner: whatever interrupts it, sending the file again finishes it, and no row is taken twice. Each time that it comes to its end it
 * leaves a report; a file of which every row was taken answers with that.
 */
@CommandHandler(TakeMembersFile)
export class TakeMembersFileHandler implements ICommandHandler<TakeMembersFile> {
  constructor(
    private readonly commands: CommandBus,
    private readonly store: EventStore,
    private readonly alike: PersonsAlike,
  ) {}

  /**
   * @throws Rejection when the file cannot be read at all, `EMPLOYER_NOT_FOUND`
   * @throws the reason of `listener` when it aborts
   */
  execute(command: TakeMembersFile): Promise<MembersReport> {
    return command.what === 'JOINED'
      ? this.takeFile(command, JOINERS, this.joining())
      : this.takeFile(command, LEAVERS, this.leaving);
  }

  /** Of one file: rows of it are compared with each other too. */
  private joining(): Taking<JoiningRow> {
    const lookalikes = new Lookalikes();
    const workers = new WeakMap<JoiningRow, Promise<JoiningWorker>>();
    const workerOf = (row: JoiningRow, employerId: string) => {
      const found = workers.get(row) ?? this.workerOf(row, employerId);
      workers.set(row, found);
      return found;
    };
    return {
      nikOf: ({ person }) => person.nik,
      doubts: async (row, employerId, line) => {
        const { participantId, person } = await workerOf(row, employerId);
        const isNew = await this.isNew(participantId, row);
        return isNew ? lookalikes.of(this.alike, { ...person, participantId }, line) : [];
      },
      take: async (row, employerId, issueOf) => {
        const worker = await workerOf(row, employerId);
        return this.commands.execute(new JoinEmployer(worker, issueOf(worker.membershipId)));
      },
      wouldTake: async (row, employerId, context) => {
        const worker = await workerOf(row, employerId);
        const [employer, participant, membership] = await Promise.all([
          employerFacts(this.store, employerId),
          asRegistered(this.store, { ...worker, segment: 'PU' }, context),
          this.store.state(memberships, worker.membershipId),
        ]);
        return joinEmployer(withoutRegistration(worker), membership, context, { employer, participant });
      },
    };
  }

  /** Whoever was registered before is in the list of duplicates; by this file they may have been, where it was interrupted. */
  private async isNew(participantId: string, { startedOn }: JoiningRow): Promise<boolean> {
    const known = await this.store.state(participants, participantId);
    return (
      known.situation === 'UNKNOWN' || (known.situation === 'REGISTERED' && known.registeredOn === startedOn)
    );
  }

  private readonly leaving: Taking<LeavingRow> = {
    nikOf: ({ nik }) => nik,
    take: async ({ nik, ...leaving }, employerId, issueOf) => {
      const membershipId = await this.membershipOf(nik, employerId);
      return this.commands.execute(new LeaveEmployer({ ...leaving, membershipId }, issueOf(membershipId)));
    },
    wouldTake: async ({ nik, ...leaving }, employerId, context) => {
      const membershipId = await this.membershipOf(nik, employerId);
      const membership = await this.store.state(memberships, membershipId);
      return leaveEmployer({ ...leaving, membershipId }, membership, context);
    },
  };

  private async workerOf(row: JoiningRow, employerId: string): Promise<JoiningWorker> {
    const owner = await this.commands.execute(new FindOwnerOfNik(row.person.nik, employerId));
    return { ...row, employerId, ...owner, membershipId: membershipIdOf(owner.participantId, employerId) };
  }

  private async membershipOf(nik: string, employerId: string): Promise<string> {
    const { participantId } = await this.commands.execute(new FindOwnerOfNik(nik, employerId));
    return membershipIdOf(participantId, employerId);
  }

  private async takeFile<Column extends string, Row extends object>(
    command: TakeMembersFile,
    layout: CsvLayout<Column, Row>,
    taking: Taking<Row>,
  ): Promise<MembersReport> {
    const { employerId, what: kind, isDryRun, context, listener } = command;
    const csv = await asCsv(command.file);
    const file = readCsvFile(csv, layout);
    await refuseFaultyFile(file);
    await employerFacts(this.store, employerId);
    const key = { employerId, kind, fileDigest: createHash('sha256').update(csv).digest('hex') };
    const [fileId, record] = await this.recordOf(key);
    const takeRows = (take: (row: Row) => Promise<unknown>) => this.takeRows(command, file, taking, take);
    if (isDryRun) {
      const remarks = await takeRows((row) => taking.wouldTake(row, employerId, context));
      return {
        fileId,
        ...reportOf(file, remarks),
        dryRun: true,
        repeated: false,
        position: await this.end(),
      };
    }
    if (record.state.situation === 'COMPLETED') {
      return { fileId, ...record.state.report, repeated: true, position: await this.end() };
    }
    const step = record.stepsOf(fileId, context);
    await step('start', startMemberFile, { fileId, ...key, rows: file.rows });
    const remarks = await takeRows((row) => taking.take(row, employerId, issuesOf(key, context)));
    for (const [page, some] of memberRemarkPages(remarks).entries()) {
      listener.throwIfAborted();
      await step(`remarks-${page}`, remarkMemberRows, { fileId, page, ...some });
    }
    const report = reportOf(file, remarks);
    const completed = await step('complete', completeMemberFile, { fileId, ...report });
    const position = completed === undefined ? await this.end() : String(completed);
    return { fileId, ...report, repeated: false, position };
  }

  /** Where this file is recorded: the first place where it was not finished, or was taken whole. */
  private async recordOf(key: MemberFileKey) {
    for (let nth = 0; ; nth++) {
      const fileId = memberFileIdOf(key, nth);
      const record = await OneStream.read(this.store, memberFiles, fileId);
      const { state } = record;
      if (state.situation !== 'COMPLETED' || state.report.rejected.length === 0) {
        return [fileId, record] as const;
      }
    }
  }

  private async takeRows<Row extends object>(
    { employerId, onProgress, listener }: TakeMembersFile,
    file: CsvFile<Row>,
    { nikOf, doubts }: Taking<Row>,
    take: (row: Row) => Promise<unknown>,
  ): Promise<MemberRemarks> {
    const lineOf = new Map<string, number>();
    const warnings: RowRemark[] = [];
    const rejected = await takeLines(
      file.lines(),
      async ({ line, row }) => {
        if (isLineFault(row)) return row;
        const first = lineOf.get(nikOf(row));
        if (first !== undefined) return rowFault('NIK_TWICE_IN_FILE', `Line ${first} has the same NIK`);
        lineOf.set(nikOf(row), line);
        try {
          const doubted = (await doubts?.(row, employerId, line)) ?? [];
          await take(row);
          warnings.push(...doubted);
          return undefined;
        } catch (error) {
          if (error instanceof Rejection) return rowFault(error.code, error.detail);
          throw error;
        }
      },
      { done: 0, of: file.rows },
      { onProgress, listener, atOnce: LINES_TOGETHER },
    );
    return { rejected, ...(warnings.length > 0 && { warnings: warnings.sort(byLine) }) };
  }

  /** Where the log ends: whatever was recorded of this file before stands there. */
  private async end(): Promise<string> {
    return String((await this.store.lastPosition()) ?? 0n);
  }
}

const reportOf = ({ rows }: Pick<CsvFile<object>, 'rows'>, remarks: MemberRemarks): MemberFileReport => ({
  rows,
  taken: rows - remarks.rejected.length,
  ...remarks,
});

type IssueOf = (membershipId: string) => Issue;

/** The same worker in the same file is the same command, however often it is sent. */
const issuesOf =
  ({ kind, fileDigest }: MemberFileKey, context: CommandContext): IssueOf =>
  (membershipId) => ({
    context: { ...context, commandId: derivedId('members-file', fileDigest, kind, membershipId) },
  });
