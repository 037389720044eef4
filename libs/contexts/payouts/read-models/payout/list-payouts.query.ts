import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { LocalDate } from '#kernel';
import { type Page, orderedPage } from '#http';
import { ReadModels } from '#runtime';
import { type SqlBool, sql } from '#postgres';
import type { PayoutSource } from '../../domain/payout.events.js';
import type { PayoutStatus } from '../../domain/payout.js';
import { type PayoutSummary, toSummary } from './payout.answers.js';
import { payoutReadModel } from './payout.read-model.js';
import { BY_URGENCY } from './payout.tables.js';

/** What the list can be narrowed down to; every part that is given must hold. */
export interface PayoutFilter {
  readonly status?: PayoutStatus;
  readonly sourceKind?: PayoutSource['kind'];
  readonly sourceId?: string;
  readonly participantId?: string;
  /** To be paid on this day or before. */
  readonly payBy?: LocalDate;
  readonly overdue?: boolean;
  readonly limit: number;
  readonly cursor?: string;
  readonly after?: bigint;
}

export class ListPayouts extends Query<Page<PayoutSummary>> {
  constructor(
    readonly filter: PayoutFilter,
    readonly today: LocalDate,
  ) {
    super();
  }
}

@QueryHandler(ListPayouts)
export class ListPayoutsHandler implements IQueryHandler<ListPayouts> {
  constructor(private readonly readModels: ReadModels) {}

  /** What must be paid first comes first. */
  async execute({ filter, today }: ListPayouts): Promise<Page<PayoutSummary>> {
    const { status, sourceKind, sourceId, participantId, payBy, overdue, limit, cursor, after } = filter;
    const tables = await this.readModels.of(payoutReadModel, after);
    let query = tables.selectFrom('payouts').selectAll();
    if (status) query = query.where('status', '=', status);
    if (sourceKind) query = query.where('sourceKind', '=', sourceKind);
    if (sourceId) query = query.where('sourceId', '=', sourceId);
    if (participantId) query = query.where('participantId', '=', participantId);
    if (payBy) query = query.where('payBy', '<=', payBy);
    if (overdue !== undefined) {
      const isOverdue = sql<SqlBool>`coalesce(pay_by < ${today} and status <> 'SETTLED', false)`;
      query = query.where(isOverdue, '=', overdue);
    }
    return orderedPage(query, BY_URGENCY, { limit, cursor }, (row) => toSummary(row, today));
  }
}
