import { createHash } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  LINES_TOGETHER,
  type LinesProgress,
  type Listening,
  asCsv,
  byLine,
  isLineFault,
  readCsvFile,
  refuseFaultyFile,
  takeLines,
} from '#csv-files';
import { employerFacts } from '#contexts/employers/facts';
import { holderOfNik, memberIdAt } from '#contexts/participants/facts';
import { type CommandResult, EventStore, OneStream } from '#event-store';
import { type CommandContext, type Period, Rejection, derivedId, pagesOf } from '#kernel';
import { Decisions, ParticipantIds, StreamCommand } from '#runtime';
import { reportRefusals } from '../domain/refusals.js';
import {
  type CompleteReportInput,
  LINES_A_PAGE,
  type OfReport,
  type UnfinishedReport,
  type WageMonthState,
  type WageReport,
  completeReport,
  handInWages,
  interruptedBefore,
  remarkPages,
  remarkWages,
  reportIdOf,
  startReport,
  wageMonthIdOf,
  wageReports,
} from '../domain/wage-report.js';
import { OPTIONAL_WAGE_COLUMNS, WAGE_COLUMNS, readWageRow } from '../domain/wage-row.js';
import type { LineRemark, WageLine, WageReportEvent } from '../domain/wages.events.js';
import { WageImporter } from './wage-importer.js';

/** What a report answers with. */
export interface ReportAnswer extends WageReport, CommandResult {
  readonly reportId: string;
}

/** The wages of a month as they were sent: a file, or a list. */
export type SentWages = { readonly file: Buffer } | { readonly wages: readonly Omit<WageLine, 'line'>[] };

export class ReportWages extends Command<ReportAnswer> {
  constructor(
    readonly employerId: string,
    readonly period: Period,
    readonly sent: SentWages,
    readonly context: CommandContext,
    readonly onProgress: (progress: LinesProgress) => void = () => {},
    /** The report is left when it aborts; what was recorded stays, and is gone on with. */
    readonly listener: AbortSignal = new AbortController().signal,
  ) {
    super();
  }
}

/** What was sent, read. */
interface ReadWages {
  readonly digest: string;
  readonly lines: readonly WageLine[];
  readonly rejected: readonly LineRemark[];
}

const LAYOUT = { columns: WAGE_COLUMNS, optional: OPTIONAL_WAGE_COLUMNS, read: readWageRow };

/**
 * Takes the wages that an employer reports of a month. First the lines are handed in as a whole, then the wages are taken, each
 * with a command id that follows from the report and the member. Whatever interrupts it, sending it again finishes it, and
 * so does the next report of the month: what was taken and not billed would else be missing in the bill.
 */
@CommandHandler(ReportWages)
export class ReportWagesHandler implements ICommandHandler<ReportWages> {
  constructor(
    private readonly store: EventStore,
    private readonly ids: ParticipantIds,
    private readonly decisions: Decisions,
  ) {}

  /**
   * @throws Rejection when the wages cannot be read at all, `EMPLOYER_NOT_FOUND`, or as `startReport` says
   * @throws the reason of `listener` when it aborts
   */
  async execute(command: ReportWages): Promise<ReportAnswer> {
    const { employerId, period, sent, context, onProgress, listener } = command;
    const {
      digest: fileDigest,
      lines,
      rejected,
    } = await this.read(sent, employerId, context.commandId, listener);
    const employer = await employerFacts(this.store, employerId);
    const terms = { employerId, period, fileDigest, ...employer.termsOf(period) };
    const ofReport = { reportId: reportIdOf(terms), employerId, period };
    const { reportId } = ofReport;
    const record = await OneStream.read(this.store, wageReports, wageMonthIdOf(employerId, period));
    const step = record.stepsOf(reportId, context);
    const rows = lines.length + rejected.length;
    await step('start', (input, state, issued) => startReport(input, state, issued, employer), {
      ...terms,
      reportId,
      rows,
    });
    for (const [page, part] of pagesOf({ lines, rejected }, LINES_A_PAGE).entries()) {
      listener.throwIfAborted();
      await step(`lines-${page}`, handInWages, { ...ofReport, page, ...part });
    }
    for (const [id, report] of interruptedBefore(record.state, reportId)) {
      await this.finish({ ...ofReport, reportId: id }, report, record, context, { listener });
    }
    const report = record.state.reports[reportId];
    if (report?.situation === 'STARTED') {
      return this.finish(ofReport, report, record, context, { onProgress, listener });
    }
    if (!report) throw new Error('A report that was not started');
    return this.complete({ ...ofReport, ...report.report }, context);
  }

  /** Takes the wages of a report that was handed in, and ends it. */
  private async finish(
    ofReport: OfReport,
    { terms, lines, unread }: UnfinishedReport,
    record: MonthRecord,
    context: CommandContext,
    listening: Listening,
  ): Promise<ReportAnswer> {
    const importer = new WageImporter(this.store, { ...ofReport, ...terms }, context);
    const report = await importer.takeAll(lines, unread, listening);
    const step = record.stepsOf(ofReport.reportId, context);
    for (const [page, remarks] of remarkPages(report).entries()) {
      listening.listener?.throwIfAborted();
      await step(`remarks-${page}`, remarkWages, { ...ofReport, page, ...remarks });
    }
    return this.complete({ ...ofReport, ...report }, context);
  }

  /** A file is known again by what it says; a list, which may put back what it said before, by the id of its command. */
  private async read(
    sent: SentWages,
    employerId: string,
    commandId: string,
    listener: AbortSignal,
  ): Promise<ReadWages> {
    if ('wages' in sent) {
      const lines = sent.wages.map((one, index) => ({ line: index + 1, ...one }));
      if (lines.length === 0) throw new Rejection(reportRefusals.NO_WAGES());
      const said = lines.map((one) => [one.participantId, one.wageIdr, one.backPayIdr]);
      return { digest: digestOf(JSON.stringify([commandId, said])), lines, rejected: [] };
    }
    const csv = await asCsv(sent.file);
    const file = readCsvFile(csv, LAYOUT);
    await refuseFaultyFile(file);
    const lines: WageLine[] = [];
    const rejected = await takeLines(
      file.lines(),
      async ({ line, row }) => {
        if (isLineFault(row)) return row;
        const { nik, ...amounts } = row;
        lines.push({ line, participantId: await this.ownerOf(nik, employerId), ...amounts });
        return undefined;
      },
      { done: 0, of: file.rows },
      { listener, atOnce: LINES_TOGETHER },
    );
    return { digest: digestOf(csv), lines: lines.sort(byLine), rejected };
  }

  /** As whom the owner of the NIK is a member there; where it is nobody's, an id that no member has. */
  private async ownerOf(nik: string, employerId: string): Promise<string> {
    const holder = await holderOfNik(this.store, (generation) => this.ids.of(nik, generation));
    return holder ? memberIdAt(this.store, holder, employerId) : this.ids.of(nik);
  }

  /** Ends a report, or finds its end: the answer is the same, whenever and however often it is sent. */
  private async complete(
    { rejected, warnings, ...totals }: CompleteReportInput & WageReport,
    context: CommandContext,
  ): Promise<ReportAnswer> {
    const { reportId } = totals;
    const issue = { context: { ...context, commandId: derivedId(reportId, 'complete') } };
    const command = new CompleteReport(totals, issue);
    const monthId = wageMonthIdOf(totals.employerId, totals.period);
    const result = await this.decisions.make(command, wageReports, monthId, completeReport, undefined, {
      contentInId: true,
    });
    const { rows, taken, wagesIdr, components, changeIdr, reliefIdr } = totals;
    const relief = reliefIdr !== undefined && { reliefIdr };
    return {
      ...result,
      reportId,
      rows,
      taken,
      wagesIdr,
      components,
      changeIdr,
      ...relief,
      rejected,
      warnings,
    };
  }
}

class CompleteReport extends StreamCommand<CompleteReportInput> {
  readonly commandName = 'CompleteReport';
}

type MonthRecord = OneStream<WageMonthState, WageReportEvent>;

const digestOf = (sent: Buffer | string) => createHash('sha256').update(sent).digest('hex');
