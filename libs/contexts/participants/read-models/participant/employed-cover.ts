import type { TablesIn } from '#followers';
import { type LocalDate, periodOf } from '#kernel';
import { type SqlBool, sql } from '#postgres';
import { membershipCoverOn } from '../../domain/membership-cover.js';
import type { CoverItem } from './participant.answers.js';
import { NO_PROJECT } from './membership.queries.js';
import type { participantReadModel } from './participant.read-model.js';

type Tables = TablesIn<typeof participantReadModel>;

/** The cover of a person with every employer, on a day, by all ids under which they work. */
export async function employedCovers(
  tables: Tables,
  ids: readonly string[],
  on: LocalDate,
  diedOn: LocalDate | null,
): Promise<readonly CoverItem[]> {
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
    const { status, reason, employerArrearsMonths, paidThrough } = membershipCoverOn(on, {
      spells: row.known.spells,
      closedOn: row.closedLateBy === null ? (row.closedOn ?? undefined) : undefined,
      diedOn: diedOn ?? undefined,
      employerPaidFirstOn: row.paidFirstOn ?? undefined,
      paid: own.flatMap(({ period, paidOn }) => (paidOn === undefined ? [] : [{ period, paidOn }])),
    });
    const { membershipId, employerId, employerName, npp } = row;
    const then = own.findLast(({ period }) => period <= periodOf(on));
    return {
      membershipId,
      ...NO_PROJECT,
      segment: 'PU',
      employerId,
      employerName,
      npp,
      programmes: then?.programmes ?? row.programmes,
      coverage: status,
      reason,
      employerArrearsMonths,
      paidThrough: paidThrough ?? null,
    };
  });
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
  const settledOn = new Map(settled.map((one) => [one.reportId, one.settledOn]));
  return months.map((month) => {
    const days = month.reportIds.flatMap((id) => settledOn.get(id) ?? []).sort();
    return { ...month, paidOn: days[0] };
  });
}
