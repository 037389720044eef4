import { type Page, PastPageQuery, asked, orderedPage, shape, shownOf, toTimelineItem } from '#http';
import { type LocalDate, Rejection, periodOf } from '#kernel';
import { containing } from '#postgres';
import { timelineOf } from '#followers';
import { query } from '#runtime';
import { type From, lastDayOf, termsOf } from '../../domain/employer.js';
import { employerRefusals } from '../../domain/refusals.js';
import { EmployerDetail, EmployerSummary } from './employer.answers.js';
import { BY_NAME, type EmployerRow, employerReadModel } from './employer.read-model.js';

/** Every part that is given must hold. */
export class EmployerListQuery extends shape(
  {
    npp: asked.paperNumber({ max: 20, optional: true }),
    name: asked.text({ min: 2, max: 100, optional: true, description: 'Any part of the name' }),
    district: asked.area({ optional: true }),
    branch: asked.paperNumber({ max: 20, optional: true }),
  },
  PastPageQuery,
) {}

/** By name. */
export const ListEmployers = query(
  'ListEmployers',
  employerReadModel,
  (filter: EmployerListQuery, tables): Promise<Page<EmployerSummary>> => {
    const { npp, name, district, branch } = filter;
    let rows = tables.selectFrom('employers').selectAll();
    if (npp !== undefined) rows = rows.where('npp', '=', npp.toUpperCase());
    if (name !== undefined) rows = rows.where('name', 'ilike', containing(name));
    if (district !== undefined) rows = rows.where('district', 'like', `${district}%`);
    if (branch !== undefined) rows = rows.where('branch', '=', branch);
    return orderedPage(rows, BY_NAME, filter, toSummary);
  },
);

/** Refuses `EMPLOYER_NOT_FOUND`. */
export const GetEmployer = query(
  'GetEmployer',
  employerReadModel,
  async (
    { employerId, today }: { employerId: string; today: LocalDate },
    tables,
  ): Promise<EmployerDetail> => {
    const row = await tables
      .selectFrom('employers')
      .selectAll()
      .where('employerId', '=', employerId)
      .executeTakeFirst();
    if (!row) throw new Rejection(employerRefusals.EMPLOYER_NOT_FOUND());
    const { known, revision } = row;
    const { riskClass, programmes } = termsOf(known, periodOf(today));
    return {
      ...toSummary(row),
      revision,
      actions: `/employers/${row.employerId}/actions`,
      riskClass,
      programmes,
      riskClasses: known.riskClasses.map((one) => ({ riskClass: one.value, ...standing(one) })),
      sizes: known.sizes.map((one) => ({ size: one.value, ...standing(one) })),
      industries: (known.industries ?? []).map((one) => ({ industry: one.value, ...standing(one) })),
      decrees: (known.decrees ?? []).map(({ backDatedBy, ...decree }) => ({
        ...decree,
        confirmed: backDatedBy === undefined,
      })),
      timeline: (await timelineOf(tables, employerId)).map(toTimelineItem),
      closingUnconfirmed: known.closing?.backDatedBy === undefined ? null : known.closing.from,
    };
  },
);

const standing = ({ from, backDatedBy }: From<unknown>) => ({ from, confirmed: backDatedBy === undefined });

const toSummary = (row: EmployerRow): EmployerSummary => ({
  ...shownOf(EmployerSummary, row),
  startedOn: row.known.startedOn,
  lastDay: lastDayOf(row.known) ?? null,
});
