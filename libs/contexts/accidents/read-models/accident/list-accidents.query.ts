import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Instant } from '#kernel';
import { type Page, orderedPage } from '#http';
import { ReadModels } from '#runtime';
import { type SqlBool, sql } from '#postgres';
import type { Step } from '../../domain/next-step.js';
import { type AccidentSummary, toSummary } from './accident.answers.js';
import { accidentReadModel } from './accident.read-model.js';
import { type AccidentStatus, BY_URGENCY } from './accident.tables.js';

/** What a list of accidents can be narrowed down to; every part that is given must hold. */
export interface AccidentFilter {
  readonly status?: AccidentStatus;
  readonly participantId?: string;
  readonly nextStep?: Step;
  readonly overdue?: boolean;
  readonly limit: number;
  readonly cursor?: string;
  readonly after?: bigint;
}

export class ListAccidents extends Query<Page<AccidentSummary>> {
  constructor(
    readonly filter: AccidentFilter,
    readonly now: Instant,
  ) {
    super();
  }
}

@QueryHandler(ListAccidents)
export class ListAccidentsHandler implements IQueryHandler<ListAccidents> {
  constructor(private readonly readModels: ReadModels) {}

  /** The most urgent first. */
  async execute({ filter, now }: ListAccidents): Promise<Page<AccidentSummary>> {
    const { status, participantId, nextStep, overdue, limit, cursor, after } = filter;
    const tables = await this.readModels.of(accidentReadModel, after);
    let query = tables.selectFrom('accidents').selectAll();
    if (status) query = query.where('status', '=', status);
    if (participantId) query = query.where('participantId', '=', participantId);
    if (nextStep) query = query.where('nextStep', '=', nextStep);
    if (overdue !== undefined) {
      const isOverdue = sql<SqlBool>`coalesce(due_at < ${now}, false)`;
      query = query.where(isOverdue, '=', overdue);
    }
    return orderedPage(query, BY_URGENCY, { limit, cursor }, (row) => toSummary(row, now));
  }
}
