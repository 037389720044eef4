import { FirstLines, LINES_TOGETHER, type Listening, byLine, takeLines } from '#csv-files';
import { membershipFacts, membershipIdOf, workedIn } from '#contexts/participants/facts';
import { type EventStore, OneStream } from '#event-store';
import { type CommandContext, Rejection, type Rupiah, addPeriods, derivedId, rupiah } from '#kernel';
import { type MonthTerms, faultOf, reportWage, twiceIn, wageFell } from '../domain/report-wage.js';
import type { OfReport, WageReport } from '../domain/wage-report.js';
import type { LineRemark, WageLine } from '../domain/wages.events.js';
import { wageYears } from '../domain/wage-years.js';
import { changeBy, wageOf } from '../domain/wages.js';

/** Which report the lines are of. */
export interface ImportedReport extends MonthTerms, OfReport {}

const WAGE_FELL: Omit<LineRemark, 'line'> = {
  code: 'WAGE_FELL',
  detail: 'A fifth or more below the month before: ask why; the wage was taken',
};

/** Takes the wages of one report, each with a command id that follows from the report and the member. */
export class WageImporter {
  private readonly firstLines = new FirstLines();
  private readonly warnings: LineRemark[] = [];
  private readonly changes = new Map<string, number>();
  private taken = 0;
  private wagesIdr = 0;
  private reliefIdr = 0;

  constructor(
    private readonly store: EventStore,
    private readonly report: ImportedReport,
    private readonly context: CommandContext,
  ) {}

  /**
   * @param unread lines that cannot be read
   * @throws what the log throws, or the reason of `listener`; then no further line is begun
   */
  async takeAll(
    lines: readonly WageLine[],
    unread: readonly LineRemark[],
    listening: Listening,
  ): Promise<WageReport> {
    const rows = lines.length + unread.length;
    const begun = { done: unread.length, of: rows };
    const refused = await takeLines(lines, (line) => this.take(line), begun, {
      ...listening,
      atOnce: LINES_TOGETHER,
    });
    return this.result(rows, [...unread, ...refused].sort(byLine));
  }

  private result(rows: number, rejected: readonly LineRemark[]): WageReport {
    const components = [...this.changes]
      .map(([code, amount]) => ({ code, amountIdr: rupiah(amount) }))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
    return {
      rows,
      taken: this.taken,
      wagesIdr: rupiah(this.wagesIdr),
      components,
      changeIdr: rupiah(components.reduce((sum, { amountIdr }) => sum + amountIdr, 0)),
      ...(this.reliefIdr !== 0 && { reliefIdr: rupiah(this.reliefIdr) }),
      rejected,
      warnings: this.warnings.sort(byLine),
    };
  }

  /** Takes one wage. Returns why not, where the rules refuse. */
  private async take({ line, ...row }: WageLine): Promise<Omit<LineRemark, 'line'> | undefined> {
    const { employerId, period, reportId } = this.report;
    const first = this.firstLines.noted(row.participantId, line);
    if (first !== undefined) return twiceIn(first);
    const membershipId = membershipIdOf(row.participantId, employerId);
    const facts = await membershipFacts(this.store, membershipId);
    const member = facts && { worked: workedIn(facts, period), diedOn: facts.diedOn };
    const record = await OneStream.read(this.store, wageYears, membershipId);
    const context = { ...this.context, commandId: derivedId(reportId, membershipId) };
    try {
      await record.step(context, (state) =>
        reportWage({ ...this.report, ...row, membershipId }, state, context, member),
      );
    } catch (error) {
      if (error instanceof Rejection) return faultOf(error);
      throw error;
    }
    const { now, before } = changeBy(record.state, period, reportId);
    this.count(now?.components ?? [], 1);
    this.count(before?.components ?? [], -1);
    this.reliefIdr += (now?.reliefIdr ?? 0) - (before?.reliefIdr ?? 0);
    this.taken++;
    this.wagesIdr += row.wageIdr + row.backPayIdr;
    if (wageFell(wageOf(record.state, addPeriods(period, -1)), row.wageIdr)) {
      this.warnings.push({ line, ...WAGE_FELL });
    }
    return undefined;
  }

  private count(components: readonly { code: string; amountIdr: Rupiah }[], sign: 1 | -1): void {
    for (const { code, amountIdr } of components) {
      this.changes.set(code, (this.changes.get(code) ?? 0) + sign * amountIdr);
    }
  }
}
