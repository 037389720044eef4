import { type TablesIn, idsOf, timelineOf, within } from '#followers';
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
import {
  type LocalDate,
  Rejection,
  type Rupiah,
  type Sight,
  addDays,
  daysBetween,
  isSameName,
  totalOf,
} from '#kernel';
import { calendarMark, explain, type Explanation } from '#law';
import { type SqlBool, sql } from '#postgres';
import { query } from '#runtime';
import { unpaidIdrOf } from '../../domain/arrears.js';
import { askedAgain, comparedWithLaw } from '../../domain/computed-again.js';
import type { DocumentFault } from '../../domain/claim-by-people.events.js';
import { CLAIM_STATUSES, NEVER_OVERDUE } from '../../domain/claim-status.js';
import { LIKENESSES } from '../../domain/likeness.events.js';
import { claimRefusals } from '../../domain/refusals.js';
import { PROGRAMME_CODES, programmeOf } from '../../programmes/index.js';
import {
  type CLAIM_WARNINGS,
  type ClaimAccount,
  ClaimDetail,
  ClaimSummary,
  type ClaimTimelineItem,
} from './claim.answers.js';
import { claimReadModel } from './claim.read-model.js';
import { BY_SUBMISSION, BY_URGENCY, type ClaimRow } from './claim.tables.js';

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
      description: 'Neither closed nor held, and the last day for payment has passed',
    }),
    reassessment: asked.yesNo({
      optional: true,
      fromText: true,
      description: 'Approved, and more may be due by a receipt that was recorded later',
    }),
    sort: asked.order(CLAIM_ORDERS),
  },
  PastPageQuery,
) {}

export const ListClaims = query(
  'ListClaims',
  claimReadModel,
  async (
    filter: ClaimListQuery & { today: LocalDate; sight: Sight },
    tables,
  ): Promise<Page<ClaimSummary>> => {
    const { status, programme, office, participantId, accidentId, minAgeDays, overdue } = filter;
    const { reassessment, today, sight } = filter;
    const { limit, cursor, sort = 'submittedOn' } = filter;
    requirePersons(sight, participantId, accidentId);
    let rows = tables
      .selectFrom('claims')
      .selectAll()
      .where(within(tables, sight, 'claimId', 'accidentId'));
    if (status) rows = rows.where('status', '=', status);
    if (programme) rows = rows.where('programme', '=', programme);
    if (office) rows = rows.where('office', '=', office);
    if (participantId) rows = rows.where('participantId', 'in', [...(await idsOf(tables, participantId))]);
    if (accidentId) rows = rows.where('accidentId', '=', accidentId);
    if (minAgeDays !== undefined) rows = rows.where('submittedOn', '<=', addDays(today, -minAgeDays));
    if (overdue !== undefined) {
      const isOverdue = sql<SqlBool>`coalesce(pay_by < ${today} and status <> all(${[...NEVER_OVERDUE]}::text[]), false)`;
      rows = rows.where(isOverdue, '=', overdue);
    }
    if (reassessment !== undefined) {
      rows = rows.where('reassessment', reassessment ? 'is not' : 'is', null);
    }
    const direction = sort.startsWith('-') ? 'desc' : 'asc';
    const item = (row: ClaimRow) => withoutPersons(toSummary(row, today), sight);
    return sort.endsWith('submittedOn')
      ? orderedPage(rows, BY_SUBMISSION, { limit, cursor, direction }, item)
      : orderedPage(rows, BY_URGENCY, { limit, cursor, direction }, item);
  },
);

/** Refuses `CLAIM_NOT_FOUND`. */
export const GetClaim = query(
  'GetClaim',
  claimReadModel,
  async (
    { claimId, today, sight }: { claimId: string; today: LocalDate; sight: Sight },
    tables,
  ): Promise<ClaimDetail> => {
    const row = await tables
      .selectFrom('claims')
      .selectAll()
      .where('claimId', '=', claimId)
      .where(within(tables, sight, 'claimId', 'accidentId'))
      .executeTakeFirst();
    if (!row) throw new Rejection(claimRefusals.CLAIM_NOT_FOUND());
    return {
      ...toSummary(row, today),
      ...shownOf(ClaimDetail, row),
      endorsedBy: row.hands.endorsedBy,
      actions: `/claims/${row.claimId}/actions`,
      arrearsIdr: unpaidIdrOf(row.arrears),
      owedByEmployerIdr: totalOf(row.owedByEmployer),
      account: accountOf(row),
      warnings: warningsOf(row),
      // Whose patient it is need not know who else claims.
      doubts: row.doubts.map((doubt) => (sight.facilityId ? { ...doubt, alike: null } : doubt)),
      timeline: await storyOf(tables, row),
    };
  },
);

/** Why a claim comes to what it comes to. */
export interface ClaimExplanation {
  readonly claimId: string;
  readonly ruleSetVersion: string;
  readonly totalIdr: Rupiah;
  readonly agrees: boolean;
  readonly explanation: Explanation;
}

/** Refuses `CLAIM_NOT_FOUND`, and `NOTHING_TO_EXPLAIN` where nothing was calculated, the health key was destroyed, or no calculator takes what was asked any more. */
export const ExplainClaim = query(
  'ExplainClaim',
  claimReadModel,
  async ({ claimId, sight }: { claimId: string; sight: Sight }, tables): Promise<ClaimExplanation> => {
    const row = await tables
      .selectFrom('claims')
      .select(['programme', 'asked', 'lawGave', 'ruleSetVersion', 'totalIdr'])
      .where('claimId', '=', claimId)
      .where(within(tables, sight, 'claimId', 'accidentId'))
      .executeTakeFirst();
    if (!row) throw new Rejection(claimRefusals.CLAIM_NOT_FOUND());
    const { asked: inputs, lawGave: given, ruleSetVersion, totalIdr } = row;
    if (!inputs || !given || ruleSetVersion === null) throw new Rejection(claimRefusals.NOTHING_TO_EXPLAIN());
    const { calculator } = programmeOf(row.programme);
    const explanation = askedAgain(() => explain({ ...inputs, calculator }));
    if (explanation instanceof Rejection) throw new Rejection(claimRefusals.NOTHING_TO_EXPLAIN());
    const agrees = comparedWithLaw({ ...given, ruleSetVersion }, explanation).outcome === 'SAME';
    return { claimId, ruleSetVersion, totalIdr, agrees, explanation };
  },
);

/** Whoever counts and sums need not know whom a claim is about. */
function withoutPersons(summary: ClaimSummary, { persons }: Sight): ClaimSummary {
  return persons ? summary : { ...summary, participantId: null, accidentId: null };
}

/** A row as the worklist shows it on a day. */
function toSummary(row: ClaimRow, today: LocalDate): ClaimSummary {
  return {
    ...shownOf(ClaimSummary, row),
    calendar: (row.payBy && calendarMark([row.payBy])) ?? null,
    overdue: row.payBy !== null && row.payBy < today && !NEVER_OVERDUE.includes(row.status),
    ageDays: daysBetween(row.submittedOn, today),
  };
}

function accountOf({
  bank,
  accountHolder: holder,
  accountMasked: numberMasked,
}: ClaimRow): ClaimAccount | null {
  return bank !== null && holder !== null && numberMasked !== null ? { bank, holder, numberMasked } : null;
}

function warningsOf(row: ClaimRow): (typeof CLAIM_WARNINGS)[number][] {
  const isFound = (found: DocumentFault) => row.documents.some(({ fault }) => fault === found);
  return [
    ...holderWarnings(row),
    ...(isFound('DOUBTFUL') ? (['DOCUMENT_DOUBTFUL'] as const) : []),
    ...(isFound('NOT_GENUINE') ? (['DOCUMENT_NOT_GENUINE'] as const) : []),
    ...LIKENESSES.filter((of) => row.doubts.some(({ alike }) => alike?.of === of)).map(
      (of) => `${of}_OF_ANOTHER_CLAIM` as const,
    ),
  ];
}

/** Where heirs were established nothing goes to the account of whoever claims. */
function holderWarnings({
  claimantName,
  accountHolder,
  heirs,
}: ClaimRow): readonly (typeof CLAIM_WARNINGS)[number][] {
  if (heirs.length > 0) {
    return heirs.some((heir) => heir.holderIsPayee === false) ? ['HOLDER_IS_NOT_HEIR'] : [];
  }
  const areKnown = claimantName !== null && accountHolder !== null;
  return areKnown && !isSameName(claimantName, accountHolder) ? ['HOLDER_IS_NOT_CLAIMANT'] : [];
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
    delegation: row.delegation,
    of: row.subjectId === claimId ? 'claim' : row.subjectId === accidentId ? 'accident' : 'payout',
  }));
}
