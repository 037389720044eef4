import type { DomainEvent, LocalDate, Period, Rupiah } from '#kernel';
import type { EmployerProgramme, RiskClass } from '#law';

/** The wage of a member in a month was reported, and what is due for it (pelaporan upah). */
export type WageReported = DomainEvent<
  'WageReported',
  {
    membershipId: string;
    participantId: string;
    employerId: string;
    reportId: string;
    period: Period;
    /** Basic wage and fixed allowances; zero takes back what was reported by mistake. */
    wageIdr: Rupiah;
    /** Paid in this month for earlier ones (rapel). */
    backPayIdr: Rupiah;
    programmes: readonly EmployerProgramme[];
    components: readonly { code: string; amountIdr: Rupiah }[];
    contributionIdr: Rupiah;
    /** How much less it is by the relief of labour-intensive industry, and how JKK was computed; absent where there is none. */
    reliefIdr?: Rupiah;
    reliefArithmetic?: string;
    /** Absent where nothing is due. */
    ruleSetVersion?: string;
    effectiveOn: LocalDate;
  }
>;

/** Wages that were reported in one way one after another. */
export interface WagesInARow {
  readonly wageIdr: Rupiah;
  readonly backPayIdr: Rupiah;
  readonly programmes: readonly EmployerProgramme[];
  readonly components: readonly { readonly code: string; readonly amountIdr: Rupiah }[];
  readonly contributionIdr: Rupiah;
  readonly reliefIdr?: Rupiah;
  readonly reports: readonly {
    readonly period: Period;
    readonly reportId: string;
    readonly reportedOn: LocalDate;
  }[];
}

/** What was reported last of the months of a calendar year. */
export interface WageYear {
  readonly year: number;
  readonly months: number;
  readonly wagesIdr: Rupiah;
  readonly contributionIdr: Rupiah;
}

/**
 * The wages of a member up to a year are summed up (penutupan tahun upah), as they stand now. It refuses nothing: a report of a
 * closed year counts as ever, and stands in the totals of the next closing.
 */
export type WageYearClosed = DomainEvent<
  'WageYearClosed',
  {
    membershipId: string;
    participantId: string;
    employerId: string;
    /** The last year. */
    year: number;
    totals: readonly WageYear[];
    /** Every report, in the order in which they were recorded. */
    wages: readonly WagesInARow[];
    effectiveOn: LocalDate;
  }
>;

/** What stands in the stream of a member's wages. */
export type WagesEvent = WageReported | WageYearClosed;

/** A line of a report that a person should look at: its number, counted from 1 with the header, and why. */
export interface LineRemark {
  readonly line: number;
  readonly code: string;
  readonly detail: string;
}

/** An employer handed in the wages of a month (laporan upah bulanan). */
export type WageReportStarted = DomainEvent<
  'WageReportStarted',
  {
    reportId: string;
    employerId: string;
    period: Period;
    /** SHA-256 of the file, or of the wages. */
    fileDigest: string;
    rows: number;
    /** The terms of the month as they stood when the report came. */
    riskClass: RiskClass;
    programmes: readonly EmployerProgramme[];
    /** Its part of the relief for labour-intensive industry holds. */
    labourIntensive?: true;
    effectiveOn: LocalDate;
  }
>;

/** A line of a report that could be read: whose wage it is, and how much. */
export interface WageLine {
  readonly line: number;
  readonly participantId: string;
  readonly wageIdr: Rupiah;
  readonly backPayIdr: Rupiah;
}

/** The lines of a report (baris laporan upah), a page at a time: the log limits the size of an append. */
export type WagesHandedIn = DomainEvent<
  'WagesHandedIn',
  {
    reportId: string;
    employerId: string;
    period: Period;
    /** From 0, in the order of the report. */
    page: number;
    lines: readonly WageLine[];
    /** Those that cannot be read. */
    rejected: readonly LineRemark[];
    effectiveOn: LocalDate;
  }
>;

/** Lines that a person should look at (baris bermasalah), a page at a time: the log limits the size of an append. */
export type WageRowsRemarked = DomainEvent<
  'WageRowsRemarked',
  {
    reportId: string;
    employerId: string;
    period: Period;
    /** From 0, in the order of the report. */
    page: number;
    rejected: readonly LineRemark[];
    warnings: readonly LineRemark[];
    effectiveOn: LocalDate;
  }
>;

/** Every line was looked at, and what changes in the bill of the month is known. */
export type WageReportCompleted = DomainEvent<
  'WageReportCompleted',
  {
    reportId: string;
    employerId: string;
    period: Period;
    rows: number;
    /** Lines whose wage was taken. */
    taken: number;
    /** Wages and back pay of these lines together. */
    wagesIdr: Rupiah;
    /** By programme and payer, more or less than these lines were billed before; negative where it is less. */
    components: readonly { code: string; amountIdr: Rupiah }[];
    changeIdr: Rupiah;
    /** What changes in the relief on these lines; absent where nothing does. */
    reliefIdr?: Rupiah;
    effectiveOn: LocalDate;
  }
>;

export type WageReportEvent = WageReportStarted | WagesHandedIn | WageRowsRemarked | WageReportCompleted;
