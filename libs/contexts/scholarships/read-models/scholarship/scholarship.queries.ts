import { idsOf, timelineOf } from '#followers';
import {
  type Page,
  PastPageQuery,
  asked,
  orderedPage,
  requirePersons,
  shape,
  shownOf,
  toTimelineItem,
} from '#http';
import { Rejection, type Sight } from '#kernel';
import { LEVELS } from '#law';
import { sql } from '#postgres';
import { query } from '#runtime';
import { scholarshipRefusals } from '../../domain/refusals.js';
import { ScholarshipDetail, ScholarshipSummary, ScholarshipYearItem } from './scholarship.answers.js';
import {
  BY_GRANT,
  SCHOLARSHIP_STATUSES,
  YEAR_STATUSES,
  scholarshipReadModel,
} from './scholarship.read-model.js';

/** What the list can be narrowed down to; every part that is given must hold. */
export class ScholarshipListQuery extends shape(
  {
    status: asked.code(SCHOLARSHIP_STATUSES, { optional: true }),
    level: asked.code(LEVELS, { optional: true, description: 'Where the child stands at school' }),
    claimId: asked.uuid({ optional: true }),
    participantId: asked.uuid({ optional: true }),
    yearStatus: asked.code(YEAR_STATUSES, {
      optional: true,
      description: 'With a year that stands here; EVIDENCED waits for a decision',
    }),
    withoutEvidenceOf: asked.integer({
      optional: true,
      min: 2015,
      max: 2200,
      fromText: true,
      description: 'With nothing handed in for this year yet',
    }),
  },
  PastPageQuery,
) {}

/** The longest granted first. */
export const ListScholarships = query(
  'ListScholarships',
  scholarshipReadModel,
  async (filter: ScholarshipListQuery & { sight: Sight }, tables): Promise<Page<ScholarshipSummary>> => {
    const { status, level, claimId, participantId, yearStatus, withoutEvidenceOf, sight } = filter;
    requirePersons(sight, participantId);
    const itsYears = tables
      .selectFrom('years')
      .select('year')
      .whereRef('years.scholarshipId', '=', sql.ref('scholarships.scholarshipId'));
    let rows = tables.selectFrom('scholarships').selectAll();
    if (status) rows = rows.where('status', '=', status);
    if (level) rows = rows.where('level', '=', level);
    if (claimId) rows = rows.where('claimId', '=', claimId);
    if (participantId) rows = rows.where('participantId', 'in', [...(await idsOf(tables, participantId))]);
    if (yearStatus) rows = rows.where((is) => is.exists(itsYears.where('years.status', '=', yearStatus)));
    if (withoutEvidenceOf !== undefined) {
      rows = rows.where((is) => is.not(is.exists(itsYears.where('year', '=', withoutEvidenceOf))));
    }
    return orderedPage(rows, BY_GRANT, filter, (row) =>
      withoutPersons(shownOf(ScholarshipSummary, row), sight),
    );
  },
);

/** Whoever counts and sums need not know which child is meant. */
function withoutPersons(summary: ScholarshipSummary, { persons }: Sight): ScholarshipSummary {
  return persons ? summary : { ...summary, participantId: null, childId: null };
}

/** Refuses `SCHOLARSHIP_NOT_FOUND`. */
export const GetScholarship = query(
  'GetScholarship',
  scholarshipReadModel,
  async ({ scholarshipId }: { scholarshipId: string }, tables): Promise<ScholarshipDetail> => {
    const row = await tables
      .selectFrom('scholarships')
      .selectAll()
      .where('scholarshipId', '=', scholarshipId)
      .executeTakeFirst();
    if (!row) throw new Rejection(scholarshipRefusals.SCHOLARSHIP_NOT_FOUND());
    const years = await tables
      .selectFrom('years')
      .selectAll()
      .where('scholarshipId', '=', scholarshipId)
      .orderBy('year')
      .execute();
    const timeline = await timelineOf(tables, scholarshipId);
    return {
      ...shownOf(ScholarshipDetail, row),
      actions: `/scholarships/${row.scholarshipId}/actions`,
      years: years.map((year) => shownOf(ScholarshipYearItem, year)),
      timeline: timeline.map((told) => ({ ...toTimelineItem(told), year: told.year })),
    };
  },
);
