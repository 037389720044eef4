import { type TablesIn, idsOf, timelineOf } from '#followers';
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
import { type LocalDate, Rejection, type Sight, isWithin } from '#kernel';
import { calendarMark } from '#law';
import { type SqlBool, sql } from '#postgres';
import { query } from '#runtime';
import { PAYOUT_STATUSES } from '../../domain/payout-state.js';
import { PAYEES_OF_HEIRS } from '../../domain/late-cash.js';
import { payoutRefusals } from '../../domain/refusals.js';
import {
  type AccountToPay,
  PayoutDetail,
  PayoutSummary,
  type PayoutToInstruct,
  SOURCE_KINDS,
} from './payout.answers.js';
import { BY_URGENCY, payoutReadModel } from './payout.read-model.js';
import { type PayoutRow, isOverdue } from './payouts.table.js';

/** What the list can be narrowed down to; every part that is given must hold. */
export class PayoutListQuery extends shape(
  {
    status: asked.code(PAYOUT_STATUSES, { optional: true }),
    sourceKind: asked.code(SOURCE_KINDS, { optional: true }),
    sourceId: asked.uuid({
      optional: true,
      description: 'Of this claim, scholarship, invoice or late payment',
    }),
    participantId: asked.uuid({ optional: true }),
    payBy: asked.day({ optional: true, description: 'To be paid on this day or before' }),
    overdue: asked.yesNo({
      optional: true,
      fromText: true,
      description: 'Not settled, and the last day for payment has passed',
    }),
  },
  PastPageQuery,
) {}

/** What must be paid first comes first. */
export const ListPayouts = query(
  'ListPayouts',
  payoutReadModel,
  async (
    filter: PayoutListQuery & { today: LocalDate; sight: Sight },
    tables,
  ): Promise<Page<PayoutSummary>> => {
    const { status, sourceKind, sourceId, participantId, payBy, overdue, today, sight } = filter;
    requirePersons(sight, participantId);
    let rows = tables.selectFrom('payouts').selectAll();
    // A facility sees what is paid to itself.
    if (sight.facilityId !== undefined) rows = rows.where('facilityId', '=', sight.facilityId);
    if (status) rows = rows.where('status', '=', status);
    if (sourceKind) rows = rows.where('sourceKind', '=', sourceKind);
    if (sourceId) rows = rows.where('sourceId', '=', sourceId);
    if (participantId) rows = rows.where('participantId', 'in', [...(await idsOf(tables, participantId))]);
    if (payBy) rows = rows.where('payBy', '<=', payBy);
    if (overdue !== undefined) {
      const isLate = sql<SqlBool>`coalesce(pay_by < least(${today}, late_until) and status not in ('SETTLED', 'CANCELLED'), false)`;
      rows = rows.where(isLate, '=', overdue);
    }
    return orderedPage(rows, BY_URGENCY, filter, (row) => withoutPersons(toSummary(row, today), sight));
  },
);

/** What must be paid first comes first. */
export const ListPayoutsToInstruct = query(
  'ListPayoutsToInstruct',
  payoutReadModel,
  (page: PastPageQuery & { today: LocalDate }, tables): Promise<Page<PayoutToInstruct>> =>
    orderedPage(toBeInstructed(tables), BY_URGENCY, page, (row) => ({
      ...toSummary(row, page.today),
      account: row.account,
    })),
);

/**
 * Refuses `PAYOUT_NOT_FOUND`, also to a facility that is not the one which is paid. The account in full is for whoever has to tell the
 * bank where to pay.
 */
export const GetPayout = query(
  'GetPayout',
  payoutReadModel,
  async (asked: { payoutId: string; today: LocalDate; sight: Sight }, tables): Promise<PayoutDetail> => {
    const { payoutId, today, sight } = asked;
    const row = await tables
      .selectFrom('payouts')
      .selectAll()
      .where('payoutId', '=', payoutId)
      .executeTakeFirst();
    if (!row || !isWithin(sight, [row.facilityId ?? undefined])) {
      throw new Rejection(payoutRefusals.PAYOUT_NOT_FOUND());
    }
    const timeline = await timelineOf(tables, payoutId);
    return {
      ...toSummary(row, today),
      ...shownOf(PayoutDetail, row),
      actions: `/payouts/${payoutId}/actions`,
      account: sight.accounts ? await accountToPay(tables, payoutId) : null,
      timeline: timeline.map(toTimelineItem),
    };
  },
);

/** Whoever counts and sums need not know whose right a payment comes from. */
function withoutPersons(summary: PayoutSummary, { persons }: Sight): PayoutSummary {
  return persons ? summary : { ...summary, participantId: null };
}

function toSummary(row: PayoutRow, today: LocalDate): PayoutSummary {
  return {
    ...shownOf(PayoutSummary, row),
    calendar: (row.payBy && calendarMark([row.payBy])) ?? null,
    overdue: isOverdue(row, today),
  };
}

type Tables = TablesIn<typeof payoutReadModel>;

/** The claim that is paid, or was paid late: nobody is paid for the delay while nobody is paid what came late. */
const claimPaid = (tables: Tables) => {
  const cameLate = tables
    .selectFrom('payouts as late')
    .select('late.sourceId')
    .where(sql<SqlBool>`late.payout_id = payouts.source_id and late.source_kind = 'CLAIM'`);
  return sql<
    string | null
  >`case payouts.source_kind when 'CLAIM' then payouts.source_id when 'LATENESS' then (${cameLate}) end`;
};

/**
 * A payment while heirs disagree about the claim, to one who died and whose place nobody has, to one who does not inherit after all, or to
 * a participant who died and whose heirs are known.
 */
const isHeldByHeirs = (tables: Tables) => {
  const holding = tables
    .selectFrom('disputes')
    .select('disputes.claimId')
    .where(
      sql<SqlBool>`disputes.claim_id = ${claimPaid(tables)}
        and (is_open and (open_for is null or coalesce(open_for ? heir_id::text, false))
          or coalesce(given_up ? heir_id::text, false)
          or named is not null and not coalesce(named ? heir_id::text, false))`,
    );
  const payees = sql.join([...PAYEES_OF_HEIRS, 'PARTICIPANT']);
  return sql<SqlBool>`payee in (${payees}) and exists (${holding})`;
};

/** A payment of a claim that waits for somebody before whose answer nothing of it is paid. */
const isStopped = (tables: Tables) => {
  const stopping = tables
    .selectFrom('stops')
    .select('stops.claimId')
    .where(sql<SqlBool>`stops.claim_id = ${claimPaid(tables)}`);
  return sql<SqlBool>`exists (${stopping})`;
};

/**
 * What `instructPayout` takes: what was ordered, and what came back from a PLKK or an employer. Each with the account that it
 * goes to: its own, or that of the body. Of a person who was erased nobody knows one: that is given up, not instructed. For finance only.
 */
function toBeInstructed(tables: Tables) {
  return withAccounts(tables)
    .where(
      sql<SqlBool>`(status = 'ORDERED' or (status = 'RETURNED' and coalesce(facility_id, employer_id) is not null))
        and coalesce(facility_id, employer_id, owner_id) is not null`,
    )
    .where(sql<SqlBool>`not is_not_theirs and not (${isHeldByHeirs(tables)}) and not (${isStopped(tables)})`);
}

/** Each payment with the account that the bank is to be told, while somebody needs it. */
function withAccounts(tables: Tables) {
  const account = sql<AccountToPay | null>`
    case when owner_id is not null
      then json_build_object('bank', accounts.bank, 'number', accounts.number, 'holder', accounts.holder) end`;
  return tables
    .selectFrom('payouts')
    .leftJoin('accounts', (join) =>
      join.on(sql<SqlBool>`owner_id = coalesce(facility_id, employer_id, payout_id)`),
    )
    .selectAll('payouts')
    .select(account.as('account'));
}

/** Also for whoever confirms it. Null once the bank was told, and when the person was erased. */
async function accountToPay(tables: Tables, payoutId: string): Promise<AccountToPay | null> {
  const row = await withAccounts(tables)
    .where('payoutId', '=', payoutId)
    .where(
      sql<SqlBool>`(status in ('ORDERED', 'ACCOUNT_CORRECTED') or (status = 'RETURNED' and coalesce(facility_id, employer_id) is not null))`,
    )
    .executeTakeFirst();
  return row?.account ?? null;
}
