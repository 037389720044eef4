import type { TablesIn } from '#followers';
import { type LocalDate, type Period, periodOf } from '#kernel';
import { type SqlBool, sql } from '#postgres';
import { mendOf } from '../../domain/cover-mended.js';
import { type MembershipGrounds, membershipCoverOn } from '../../domain/membership-cover.js';
import type { CoverItem, MembershipMonths } from './cover.answers.js';
import { NO_PROJECT } from './membership.queries.js';
import type { participantReadModel } from './participant.read-model.js';

type Tables = TablesIn<typeof participantReadModel>;

/** What a membership shows of its employer. */
const ofEmployer = (row: {
  readonly membershipId: string;
  readonly employerId: string;
  readonly employerName: string;
  readonly npp: string;
}) => {
  const { membershipId, employerId, employerName, npp } = row;
  return { membershipId, ...NO_PROJECT, segment: 'PU' as const, employerId, employerName, npp };
};

/** The work of a person with every employer, by all ids, with what cover follows from. */
async function workOf(tables: Tables, ids: readonly string[], diedOn: LocalDate | null) {
  const rows = await tables
    .selectFrom('memberships')
    .innerJoin('workplaces', 'workplaces.employerId', 'memberships.employerId')
    .selectAll('memberships')
    .select(['npp', 'workplaces.name as employerName', 'closedOn', 'closedLateBy', 'paidFirstOn'])
    .where('participantId', 'in', [...ids])
    .orderBy('startedOn')
    .execute();
  const months = await wageMonthsOf(
    tables,
    rows.map(({ membershipId }) => membershipId),
  );
  return rows.map((row) => {
    const own = months.filter(({ membershipId }) => membershipId === row.membershipId);
    const grounds: MembershipGrounds = {
      spells: row.known.spells,
      closedOn: row.closedLateBy === null ? (row.closedOn ?? undefined) : undefined,
      diedOn: diedOn ?? undefined,
      employerPaidFirstOn: row.paidFirstOn ?? undefined,
      paid: own.flatMap(({ period, paidOn }) => (paidOn === undefined ? [] : [{ period, paidOn }])),
    };
    return { row, own, grounds };
  });
}

/** The cover of a person with every employer, on a day, by all ids under which they work. */
export async function employedCovers(
  tables: Tables,
  ids: readonly string[],
  on: LocalDate,
  diedOn: LocalDate | null,
): Promise<readonly CoverItem[]> {
  const work = await workOf(tables, ids, diedOn);
  return work.map(({ row, own, grounds }) => {
    const { status, reason, employerArrearsMonths, paidThrough } = membershipCoverOn(on, grounds);
    const then = own.findLast(({ period }) => period <= periodOf(on));
    return {
      ...ofEmployer(row),
      programmes: then?.programmes ?? row.programmes,
      coverage: status,
      reason,
      mend: mendOf(reason),
      unpaid: [],
      employerArrearsMonths,
      paidThrough: paidThrough ?? null,
    };
  });
}

/** The same month by month. @param days by which each month is judged */
export async function employedMonths(
  tables: Tables,
  ids: readonly string[],
  days: readonly DayOfMonth[],
  diedOn: LocalDate | null,
): Promise<readonly MembershipMonths[]> {
  const work = await workOf(tables, ids, diedOn);
  return work.map(({ row, own, grounds }) => ({
    ...ofEmployer(row),
    months: days.map(({ period, day }) => {
      const { status: coverage, reason } = membershipCoverOn(day, grounds);
      const paid = own.find((one) => one.period === period);
      return {
        period,
        coverage,
        reason,
        paidOn: paid?.paidOn ?? null,
        recordedOn: paid?.paymentRecordedOn ?? null,
      };
    }),
  }));
}

/** The months of some memberships for which a wage is reported, oldest first, and when each was first paid for. */
export async function wageMonthsOf(tables: Tables, membershipIds: readonly string[]) {
  if (membershipIds.length === 0) return [];
  const months = await tables
    .selectFrom('wageMonths')
    .selectAll()
    .where('membershipId', 'in', [...membershipIds])
    .where(sql<SqlBool>`wage_idr > 0`)
    .orderBy('period')
    .execute();
  const reports = [...new Set(months.flatMap(({ reportIds }) => reportIds))];
  const settled =
    reports.length === 0
      ? []
      : await tables.selectFrom('settledReports').selectAll().where('reportId', 'in', reports).execute();
  const byReport = new Map(settled.map((one) => [one.reportId, one]));
  return months.map((month) => {
    const [first] = month.reportIds
      .flatMap((id) => byReport.get(id) ?? [])
      .sort((one, other) => (one.settledOn < other.settledOn ? -1 : 1));
    return { ...month, paidOn: first?.settledOn, paymentRecordedOn: first?.recordedOn };
  });
}

/** A month, and the day by which it is judged. */
export interface DayOfMonth {
  readonly period: Period;
  readonly day: LocalDate;
}
