import { projectCoverOn } from '#contexts/projects/facts';
import type { TablesIn } from '#followers';
import { type Page, PastPageQuery, asked, orderedPage, shape, shownOf } from '#http';
import type { LocalDate } from '#kernel';
import { type SqlBool, sql } from '#postgres';
import { query } from '#runtime';
import { mendOf } from '../../domain/cover-mended.js';
import { placementCoverOn } from '../../domain/placement-cover.js';
import { placementEnteredLateBy } from '../../domain/placement.js';
import type { DayOfMonth } from './employed-cover.js';
import type { CoverItem, MembershipMonths } from './cover.answers.js';
import { type MembershipItem, ProjectWorkerItem } from './participant.answers.js';
import { participantReadModel } from './participant.read-model.js';
import { BY_FIRST_DAY_ON_PROJECT } from './placement.tables.js';

type Tables = TablesIn<typeof participantReadModel>;

const PROGRAMMES: MembershipItem['programmes'] = ['JKK', 'JKM'];

/** A person's work on projects, oldest first, with what is known of the projects. */
const workOf = (tables: Tables, ids: readonly string[]) =>
  tables
    .selectFrom('placements')
    .innerJoin('sites', 'sites.projectId', 'placements.projectId')
    .selectAll('placements')
    .select(['sites.name as projectName', 'sites.contractor', 'sites.known as project'])
    .where('participantId', 'in', [...ids])
    .orderBy('startedOn')
    .execute();

/** What a membership shows of the project that it is on. */
const ofProject = (row: {
  readonly placementId: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly contractor: string;
}) => ({
  membershipId: null,
  placementId: row.placementId,
  projectId: row.projectId,
  projectName: row.projectName,
  employerId: null,
  employerName: row.contractor,
  npp: null,
  kpj: null,
});

/** The memberships of a person by construction projects. */
export async function placementsOf(tables: Tables, ids: readonly string[]): Promise<MembershipItem[]> {
  const rows = await workOf(tables, ids);
  return rows.map((row) => ({
    ...ofProject(row),
    actions: `/placements/${row.placementId}/actions`,
    segment: 'JAKON',
    startedOn: row.startedOn,
    endedOn: row.endedOn,
    recordedOn: row.recordedOn,
    endRecordedOn: row.endRecordedOn,
    leavingReason: null,
    confirmed: placementEnteredLateBy(row.known).length === 0,
    programmes: PROGRAMMES,
  }));
}

/** The cover of a person by every construction project, on a day. */
export async function placedCovers(
  tables: Tables,
  ids: readonly string[],
  on: LocalDate,
  diedOn: LocalDate | null,
): Promise<readonly CoverItem[]> {
  const rows = await workOf(tables, ids);
  return rows.map((row) => {
    const cover = projectCoverOn(on, row.project);
    const { status, reason } = placementCoverOn(on, row.known.spells, cover, diedOn ?? undefined);
    return {
      ...ofProject(row),
      segment: 'JAKON',
      programmes: PROGRAMMES,
      coverage: status,
      reason,
      mend: mendOf(reason),
      unpaid: [],
      employerArrearsMonths: null,
      paidThrough: null,
    };
  });
}

/** The same month by month: a project is paid for as a whole, and no month by itself. */
export async function placedMonths(
  tables: Tables,
  ids: readonly string[],
  days: readonly DayOfMonth[],
  diedOn: LocalDate | null,
): Promise<readonly MembershipMonths[]> {
  const rows = await workOf(tables, ids);
  return rows.map((row) => ({
    ...ofProject(row),
    segment: 'JAKON',
    months: days.map(({ period, day }) => {
      const { status: coverage, reason } = placementCoverOn(
        day,
        row.known.spells,
        projectCoverOn(day, row.project),
        diedOn ?? undefined,
      );
      return { period, coverage, reason, paidOn: null, recordedOn: null };
    }),
  }));
}

/** Every part that is given must hold. */
export class ProjectWorkerListQuery extends shape(
  { on: asked.day({ optional: true, description: 'Who works there on this day' }) },
  PastPageQuery,
) {}

/** The named workers of a project, who came first comes first. */
export const ListProjectWorkers = query(
  'ListProjectWorkers',
  participantReadModel,
  (filter: ProjectWorkerListQuery & { projectId: string }, tables): Promise<Page<ProjectWorkerItem>> => {
    const { projectId, on } = filter;
    let rows = tables
      .selectFrom('placements')
      .innerJoin('participants', 'participants.participantId', 'placements.participantId')
      .selectAll('placements')
      .select(['participants.name', 'participants.nikMasked', 'participants.diedOn'])
      .where('projectId', '=', projectId);
    if (on !== undefined) {
      rows = rows
        .where('startedOn', '<=', on)
        .where(sql<SqlBool>`coalesce(ended_on >= ${on}, true) and coalesce(died_on >= ${on}, true)`);
    }
    return orderedPage(rows, BY_FIRST_DAY_ON_PROJECT, filter, (row) => ({
      ...shownOf(ProjectWorkerItem, row),
      actions: `/placements/${row.placementId}/actions`,
      confirmed: placementEnteredLateBy(row.known).length === 0,
    }));
  },
);
