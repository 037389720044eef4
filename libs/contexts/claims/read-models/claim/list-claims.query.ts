import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type LocalDate, addDays, isLocalDate } from '#kernel';
import { type Page, decodeCursor, isUuid, pageOf } from '#http';
import { ReadModels } from '#runtime';
import { type SqlBool, sql } from '#postgres';
import type { Programme } from '../../domain/claim.events.js';
import type { ClaimSummary } from './claim.answers.js';
import { claimProjection } from './claim.projection.js';
import { toSummary } from './claim.rows.js';
import { CLOSED_STATUSES, type ClaimStatus, NO_DATE } from './claim.tables.js';

/** `submittedOn` shows the oldest claim first, `payBy` the one that must be paid first. */
export const CLAIM_ORDERS = ['submittedOn', '-submittedOn', 'payBy', '-payBy'] as const;

export type ClaimOrder = (typeof CLAIM_ORDERS)[number];

/** What the worklist can be narrowed down to; every part that is given must hold. */
export interface ClaimFilter {
  readonly status?: ClaimStatus;
  readonly programme?: Programme;
  readonly office?: string;
  readonly participantId?: string;
  readonly accidentId?: string;
  /** Submitted at least this many days ago. */
  readonly minAgeDays?: number;
  readonly overdue?: boolean;
  readonly sort?: ClaimOrder;
  readonly limit: number;
  readonly cursor?: string;
  readonly after?: bigint;
}

export class ListClaims extends Query<Page<ClaimSummary>> {
  constructor(
    readonly filter: ClaimFilter,
    readonly today: LocalDate,
  ) {
    super();
  }
}

@QueryHandler(ListClaims)
export class ListClaimsHandler implements IQueryHandler<ListClaims> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ filter, today }: ListClaims): Promise<Page<ClaimSummary>> {
    const { status, programme, office, participantId, accidentId, minAgeDays, overdue, limit, cursor } =
      filter;
    const order = orderOf(filter.sort ?? 'submittedOn');
    const tables = await this.readModels.of(claimProjection, filter.after);
    let query = tables
      .selectFrom('claims')
      .selectAll()
      .orderBy(order.key, order.direction)
      .orderBy('claim_id', order.direction)
      .limit(limit + 1);
    if (status) query = query.where('status', '=', status);
    if (programme) query = query.where('programme', '=', programme);
    if (office) query = query.where('office', '=', office);
    if (participantId) query = query.where('participant_id', '=', participantId);
    if (accidentId) query = query.where('accident_id', '=', accidentId);
    if (minAgeDays !== undefined) query = query.where('submitted_on', '<=', addDays(today, -minAgeDays));
    if (overdue !== undefined) {
      const isOverdue = sql<SqlBool>`coalesce(pay_by < ${today} and status <> all(${[...CLOSED_STATUSES]}::text[]), false)`;
      query = query.where(isOverdue, '=', overdue);
    }
    if (cursor) {
      const [key, id] = decodeCursor(cursor, isLocalDate, isUuid);
      const comparison = order.direction === 'asc' ? sql.raw('>') : sql.raw('<');
      query = query.where(sql<SqlBool>`(${order.key}, claim_id) ${comparison} (${key}, ${id}::uuid)`);
    }
    const rows = await query.execute();
    return pageOf(
      rows.map((row) => toSummary(row, today)),
      limit,
      (last) => [order.by === 'submittedOn' ? last.submittedOn : (last.payBy ?? NO_DATE), last.claimId],
    );
  }
}

function orderOf(sort: ClaimOrder) {
  const by = sort.endsWith('submittedOn') ? ('submittedOn' as const) : ('payBy' as const);
  return {
    by,
    key:
      by === 'submittedOn' ? sql<string>`submitted_on` : sql<string>`coalesce(pay_by, ${sql.lit(NO_DATE)})`,
    direction: sort.startsWith('-') ? ('desc' as const) : ('asc' as const),
  };
}
