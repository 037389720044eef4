import {
  type CommandContext,
  type EventOf,
  type LocalDate,
  type Period,
  Rejection,
  type Rupiah,
  assertNever,
  derivedId,
  enforce,
  pagesOf,
  stream,
} from '#kernel';
import { REPORT_POLICIES } from './policies/report.policies.js';
import { reportRefusals } from './refusals.js';
import type { MonthTerms } from './report-wage.js';
import type { LineRemark, WageLine, WageReportEvent } from './wages.events.js';

interface Remarks {
  readonly rejected: readonly LineRemark[];
  readonly warnings: readonly LineRemark[];
}

/** What came of a report. */
export interface WageReport extends Remarks {
  readonly rows: number;
  readonly taken: number;
  readonly wagesIdr: Rupiah;
  readonly components: readonly { readonly code: string; readonly amountIdr: Rupiah }[];
  readonly changeIdr: Rupiah;
  /** What changes in the relief; absent where nothing does. */
  readonly reliefIdr?: Rupiah;
}

/** A report that was not finished: what was handed in of it. */
export interface UnfinishedReport extends Remarks {
  readonly situation: 'STARTED';
  readonly terms: MonthTerms;
  readonly rows: number;
  readonly lines: readonly WageLine[];
  /** Lines that cannot be read. */
  readonly unread: readonly LineRemark[];
  readonly pagesHandedIn: number;
  readonly pagesRemarked: number;
}

export type ReportState = UnfinishedReport | { readonly situation: 'COMPLETED'; readonly report: WageReport };

/** The reports of one employer for one month, in the order in which they came. */
export interface WageMonthState {
  readonly reports: Readonly<Record<string, ReportState>>;
}

/** All that was reported of a month: `wagereport-<id>`. */
export const wageReports = stream<WageMonthState, WageReportEvent>('wagereport', {
  initial: { reports: {} },
  evolve(state, event) {
    const { reportId } = event.data;
    const report = event.type === 'WageReportStarted' ? begun(event) : goneOn(state.reports[reportId], event);
    return { reports: { ...state.reports, [reportId]: report } };
  },
});

const NOTHING_YET = {
  lines: [],
  unread: [],
  rejected: [],
  warnings: [],
  pagesHandedIn: 0,
  pagesRemarked: 0,
} as const;

function begun({ data }: EventOf<WageReportEvent, 'WageReportStarted'>): UnfinishedReport {
  const { riskClass, programmes, labourIntensive, rows } = data;
  const terms = { riskClass, programmes, ...(labourIntensive && { labourIntensive }) };
  return { situation: 'STARTED', terms, rows, ...NOTHING_YET };
}

function goneOn(
  report: ReportState | undefined,
  event: Exclude<WageReportEvent, { type: 'WageReportStarted' }>,
): ReportState {
  if (report?.situation !== 'STARTED') throw new Error(`${event.type} outside a started report`);
  switch (event.type) {
    case 'WagesHandedIn':
      return {
        ...report,
        lines: [...report.lines, ...event.data.lines],
        unread: [...report.unread, ...event.data.rejected],
        pagesHandedIn: report.pagesHandedIn + 1,
      };
    case 'WageRowsRemarked':
      return {
        ...report,
        rejected: [...report.rejected, ...event.data.rejected],
        warnings: [...report.warnings, ...event.data.warnings],
        pagesRemarked: report.pagesRemarked + 1,
      };
    case 'WageReportCompleted': {
      const { rows, taken, wagesIdr, components, changeIdr, reliefIdr } = event.data;
      const { rejected, warnings } = report;
      const relief = reliefIdr !== undefined && { reliefIdr };
      const done = { rows, taken, wagesIdr, components, changeIdr, ...relief, rejected, warnings };
      return { situation: 'COMPLETED', report: done };
    }
    default:
      return assertNever(event, 'wage report event');
  }
}

/** The month that a report is of. Stored, as the name of its stream: it never changes. */
export const wageMonthIdOf = (employerId: string, period: Period): string =>
  derivedId('wage-month', employerId, period);

/** What a report is: the same wages of the same month on the same terms are the same report. */
export interface ReportTerms extends MonthTerms {
  readonly employerId: string;
  readonly period: Period;
  readonly fileDigest: string;
}

/** The id of a report. Stored: its parts never change. */
export function reportIdOf(terms: ReportTerms): string {
  const { employerId, period, fileDigest, riskClass, programmes, labourIntensive } = terms;
  const relief = labourIntensive ? ['labour-intensive'] : [];
  return derivedId(
    'wage-report',
    employerId,
    period,
    fileDigest,
    String(riskClass),
    programmes.join('+'),
    ...relief,
  );
}

/** Whether everything of a report was handed in: only then its wages are taken. */
export const isHandedIn = ({ rows, lines, unread }: UnfinishedReport): boolean =>
  lines.length + unread.length >= rows;

/** Reports that were handed in before another one, and interrupted while their wages were taken. */
export const interruptedBefore = (
  { reports }: WageMonthState,
  reportId: string,
): readonly (readonly [string, UnfinishedReport])[] => {
  const before: (readonly [string, UnfinishedReport])[] = [];
  for (const [id, report] of Object.entries(reports)) {
    if (id === reportId) break;
    if (report.situation === 'STARTED' && isHandedIn(report)) before.push([id, report]);
  }
  return before;
};

/** What is known of the employer. */
export interface ReportingEmployer {
  readonly startedOn: LocalDate;
  readonly lastDay?: LocalDate;
}

/** Which report of which month. */
export interface OfReport {
  readonly reportId: string;
  readonly employerId: string;
  readonly period: Period;
}

/**
 * Begins a report, or goes on with one that was interrupted: a second start records nothing.
 * @throws Rejection with the code of the first report policy that objects
 */
export function startReport(
  input: ReportTerms & { readonly reportId: string; readonly rows: number },
  { reports }: WageMonthState,
  { today }: CommandContext,
  employer: ReportingEmployer,
): readonly WageReportEvent[] {
  if (input.reportId in reports) return [];
  enforce(REPORT_POLICIES, { period: input.period, employer, today });
  return [{ type: 'WageReportStarted', data: { ...input, effectiveOn: today } }];
}

/** Lines of one page: some hundred bytes each, far below what the log takes in one append. */
export const LINES_A_PAGE = 1000;

export interface HandInInput extends OfReport {
  readonly page: number;
  readonly lines: readonly WageLine[];
  readonly rejected: readonly LineRemark[];
}

/** Hands in one page of lines; one that was handed in already stays. @throws Rejection `REPORT_NOT_STARTED` */
export function handInWages(
  input: HandInInput,
  state: WageMonthState,
  { today }: CommandContext,
): readonly WageReportEvent[] {
  const report = started(state, input.reportId);
  if (report.situation === 'COMPLETED' || input.page < report.pagesHandedIn) return [];
  return [{ type: 'WagesHandedIn', data: { ...input, effectiveOn: today } }];
}

/** The pages that the remarks of a report fill. */
export const remarkPages = ({ rejected, warnings }: Remarks): Remarks[] =>
  pagesOf({ rejected, warnings }, LINES_A_PAGE);

/** Writes down one page of remarks; one that is written already stays. @throws Rejection `REPORT_NOT_STARTED` */
export function remarkWages(
  { page, ...remarks }: Remarks & OfReport & { readonly page: number },
  state: WageMonthState,
  { today }: CommandContext,
): readonly WageReportEvent[] {
  const report = started(state, remarks.reportId);
  if (report.situation === 'COMPLETED' || page < report.pagesRemarked) return [];
  return [{ type: 'WageRowsRemarked', data: { page, ...remarks, effectiveOn: today } }];
}

export type CompleteReportInput = OfReport & Omit<WageReport, keyof Remarks>;

/** Writes down what came of a report, once. @throws Rejection `REPORT_NOT_STARTED` */
export function completeReport(
  input: CompleteReportInput,
  state: WageMonthState,
  { today }: CommandContext,
): readonly WageReportEvent[] {
  if (started(state, input.reportId).situation === 'COMPLETED') return [];
  return [{ type: 'WageReportCompleted', data: { ...input, effectiveOn: today } }];
}

/** @throws Rejection `REPORT_NOT_STARTED` */
function started({ reports }: WageMonthState, reportId: string): ReportState {
  const report = reports[reportId];
  if (!report) throw new Rejection(reportRefusals.REPORT_NOT_STARTED());
  return report;
}
