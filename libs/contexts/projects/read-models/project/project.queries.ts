import { timelineOf } from '#followers';
import {
  DetailQuery,
  type Page,
  PastPageQuery,
  asked,
  orderedPage,
  shape,
  shownOf,
  toTimelineItem,
} from '#http';
import { type LocalDate, Rejection, rupiah } from '#kernel';
import { containing } from '#postgres';
import { query } from '#runtime';
import { projectCoverOn } from '../../domain/project-cover.js';
import { owedOf, receivedOf } from '../../domain/project.js';
import { projectRefusals } from '../../domain/refusals.js';
import { ProjectCorrectionItem, ProjectDetail, ProjectSummary } from './project.answers.js';
import { BY_LAST_DAY, projectReadModel } from './project.read-model.js';

/** Every part that is given must hold. */
export class ProjectListQuery extends shape(
  {
    registrationNumber: asked.paperNumber({ max: 30, optional: true }),
    name: asked.text({ min: 2, max: 100, optional: true, description: 'Any part of the name' }),
    district: asked.area({ optional: true }),
    branch: asked.paperNumber({ max: 20, optional: true }),
    on: asked.day({ optional: true, description: 'There is work on it on this day' }),
  },
  PastPageQuery,
) {}

/** On which day; today unless told. */
export class ProjectQuery extends shape({ on: asked.day({ optional: true }) }, DetailQuery) {}

/** What ends first comes first. */
export const ListProjects = query(
  'ListProjects',
  projectReadModel,
  (filter: ProjectListQuery, tables): Promise<Page<ProjectSummary>> => {
    const { registrationNumber, name, district, branch, on } = filter;
    let rows = tables.selectFrom('projects').selectAll();
    if (registrationNumber !== undefined) {
      rows = rows.where('registrationNumber', '=', registrationNumber.toUpperCase());
    }
    if (name !== undefined) rows = rows.where('name', 'ilike', containing(name));
    if (district !== undefined) rows = rows.where('district', 'like', `${district}%`);
    if (branch !== undefined) rows = rows.where('branch', '=', branch);
    if (on !== undefined) rows = rows.where('startsOn', '<=', on).where('lastDay', '>=', on);
    return orderedPage(rows, BY_LAST_DAY, filter, (row) => shownOf(ProjectSummary, row));
  },
);

/** Refuses `PROJECT_NOT_FOUND`. */
export const GetProject = query(
  'GetProject',
  projectReadModel,
  async ({ projectId, on }: { projectId: string; on: LocalDate }, tables): Promise<ProjectDetail> => {
    const row = await tables
      .selectFrom('projects')
      .selectAll()
      .where('projectId', '=', projectId)
      .executeTakeFirst();
    if (!row) throw new Rejection(projectRefusals.PROJECT_NOT_FOUND());
    const { known, revision } = row;
    const owed = owedOf(known);
    const { status: coverage, reason } = projectCoverOn(on, known);
    const { contractedOn, base, baseIdr, amountIdr, ending } = known;
    return {
      ...shownOf(ProjectSummary, row),
      revision,
      actions: `/projects/${projectId}/actions`,
      contractedOn,
      base,
      baseIdr,
      amountIdr,
      receivedIdr: receivedOf(known),
      owedIdr: rupiah(Math.max(0, owed)),
      creditIdr: rupiah(Math.max(0, -owed)),
      stages: [...known.stages],
      payments: known.payments.map(({ backDatedBy, ...payment }) => ({
        ...payment,
        confirmed: backDatedBy === undefined,
      })),
      refunds: [...(known.refunds ?? [])],
      asked: (known.asked ?? []).map((one) => ({
        ...shownOf(ProjectCorrectionItem, one),
        paymentId: one.paymentId ?? null,
        reason: one.kind === 'REVERSAL' ? one.reason : null,
      })),
      held: [...(known.held ?? [])],
      endingUnconfirmed: ending?.backDatedBy === undefined ? null : ending.on,
      timeline: (await timelineOf(tables, projectId)).map(toTimelineItem),
      coverage,
      reason,
    };
  },
);
