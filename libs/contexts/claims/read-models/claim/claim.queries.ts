import { type TablesIn, timelineOf } from '#followers';
import { type Page, PageQuery, asked, orderedPage, shape, shownOf, toTimelineItem } from '#http';
import { type LocalDate, Rejection, addDays, daysBetween } from '#kernel';
import { type SqlBool, sql } from '#postgres';
import { ReadQuery, queryHandler } from '#runtime';
import { CLAIM_STATUSES, CLOSED_STATUSES } from '../../domain/claim-status.js';
import { claimRefusals } from '../../domain/refusals.js';
import { PROGRAMME_CODES } from '../../programmes/index.js';
import { ClaimDetail, ClaimSummary, type ClaimTimelineItem } from './claim.answers.js';
import { BY_SUBMISSION, BY_URGENCY, type ClaimRow, claimReadModel } from './claim.read-model.js';

/** `submittedOn` shows the oldest claim first, `payBy` the one that must be paid first. */
export const CLAIM_ORDERS = ['submittedOn', '-submittedOn', 'payBy', '-payBy'] as const;

/** What the worklist can be narrowed down to; every part that is given must hold. */
export class ClaimListQuery extends shape(
  {
    status: asked.code(CLAIM_STATUSES, { optional: true }),
    programme: asked.code(PROGRAMME_CODES, { optional: true }),
    office: asked.text({ optional: true, max: 60, description: 'Office where the claim was submitted' }),
    participantId: asked.uuid({ optional: true }),
    accidentId: asked.uuid({ optional: true }),
    minAgeDays: asked.integer({
      optional: true,
      min: 0,
      max: 36_500,
      fromText: true,
      description: 'Submitted at least so many days ago',
    }),
    overdue: asked.yesNo({
      optional: true,
      fromText: true,
      description: 'Not closed, and the last day for payment has passed',
    }),
    sort: asked.order(CLAIM_ORDERS),
  },
  PageQuery,
) {}

export class ListClaims extends ReadQuery<ClaimListQuery & { today: LocalDate }, Page<ClaimSummary>> {}

export const ListClaimsHandler = queryHandler(ListClaims, claimReadModel, (filter, tables) => {
  const { status, programme, office, participantId, accidentId, minAgeDays, overdue, today } = filter;
  const { limit, cursor, sort = 'submittedOn' } = filter;
  let query = tables.selectFrom('claims').selectAll();
  if (status) query = query.where('status', '=', status);
  if (programme) query = query.where('programme', '=', programme);
  if (office) query = query.where('office', '=', office);
  if (participantId) query = query.where('participantId', '=', participantId);
  if (accidentId) query = query.where('accidentId', '=', accidentId);
  if (minAgeDays !== undefined) query = query.where('submittedOn', '<=', addDays(today, -minAgeDays));
  if (overdue !== undefined) {
    const isOverdue = sql<SqlBool>`coalesce(pay_by < ${today} and status <> all(${[...CLOSED_STATUSES]}::text[]), false)`;
    query = query.where(isOverdue, '=', overdue);
  }
  const direction = sort.startsWith('-') ? 'desc' : 'asc';
  const item = (row: ClaimRow) => toSummary(row, today);
  return sort.endsWith('submittedOn')
    ? orderedPage(query, BY_SUBMISSION, { limit, cursor, direction }, item)
    : orderedPage(query, BY_URGENCY, { limit, cursor, direction }, item);
});

export class GetClaim extends ReadQuery<{ claimId: string; today: LocalDate }, ClaimDetail> {}

/** Refuses `CLAIM_NOT_FOUND`. */
export const GetClaimHandler = queryHandler(GetClaim, claimReadModel, async ({ claimId, today }, tables) => {
  const row = await tables.selectFrom('claims').selectAll().where('claimId', '=', claimId).executeTakeFirst();
  if (!row) throw new Rejection(claimRefusals.CLAIM_NOT_FOUND());
  return { ...toSummary(row, today), ...shownOf(ClaimDetail, row), timeline: await storyOf(tables, row) };
});

/** A row as the worklist shows it on a day. */
function toSummary(row: ClaimRow, today: LocalDate): ClaimSummary {
  return {
    ...shownOf(ClaimSummary, row),
    overdue: row.payBy !== null && row.payBy < today && !CLOSED_STATUSES.includes(row.status),
    ageDays: daysBetween(row.submittedOn, today),
  };
}

/** The story in log order: of the accident, the claim and its payouts. */
async function storyOf(
  tables: TablesIn<typeof claimReadModel>,
  { claimId, accidentId, payouts }: ClaimRow,
): Promise<ClaimTimelineItem[]> {
  const subjects = [claimId, ...(accidentId ? [accidentId] : []), ...payouts.map(({ payoutId }) => payoutId)];
  const rows = await timelineOf(tables, ...subjects);
  return rows.map((row) => ({
    ...toTimelineItem(row),
    of: row.subjectId === claimId ? 'claim' : row.subjectId === accidentId ? 'accident' : 'payout',
  }));
}
