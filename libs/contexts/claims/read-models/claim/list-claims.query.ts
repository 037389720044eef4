import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Page, orderedPage } from '#http';
import { type LocalDate, addDays } from '#kernel';
import { type SqlBool, sql } from '#postgres';
import { ReadModels } from '#runtime';
import { CLOSED_STATUSES, type ClaimStatus } from '../../domain/claim-status.js';
import { type ClaimSummary, toSummary } from './claim.answers.js';
import { claimReadModel } from './claim.read-model.js';
import { BY_SUBMISSION, BY_URGENCY } from './claim.tables.js';

/** `submittedOn` shows the oldest claim first, `payBy` the one that must be paid first. */
export const CLAIM_ORDERS = ['submittedOn', '-submittedOn', 'payBy', '-payBy'] as const;

export type ClaimOrder = (typeof CLAIM_ORDERS)[number];

/** What the worklist can be narrowed down to; every part that is given must hold. */
export interface ClaimFilter {
  readonly status?: ClaimStatus;
  readonly programme?: string;
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
    const { status, programme, office, participantId, accidentId, minAgeDays, overdue } = filter;
    const { limit, cursor, sort = 'submittedOn' } = filter;
    const tables = await this.readModels.of(claimReadModel, filter.after);
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
    const item = (row: Parameters<typeof toSummary>[0]) => toSummary(row, today);
    return sort.endsWith('submittedOn')
      ? orderedPage(query, BY_SUBMISSION, { limit, cursor, direction }, item)
      : orderedPage(query, BY_URGENCY, { limit, cursor, direction }, item);
  }
}
