import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Instant } from '#kernel';
import { type Page, decodeCursor, isText, isUuid, pageOf } from '#http';
import { ReadModels } from '#runtime';
import { type SqlBool, sql } from '#postgres';
import type { Step } from '../../domain/next-step.js';
import type { AccidentSummary } from './accident.answers.js';
import { accidentProjection } from './accident.projection.js';
import { toSummary } from './accident.rows.js';
import type { AccidentStatus } from './accident.tables.js';

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

/** Sorts behind every deadline: what has none comes last. */
const NO_DEADLINE = 'infinity';

@QueryHandler(ListAccidents)
export class ListAccidentsHandler implements IQueryHandler<ListAccidents> {
  constructor(private readonly readModels: ReadModels) {}

  /** The most urgent first. */
  async execute({ filter, now }: ListAccidents): Promise<Page<AccidentSummary>> {
    const { status, participantId, nextStep, overdue, limit, cursor, after } = filter;
    const tables = await this.readModels.of(accidentProjection, after);
    const urgency = sql<string>`coalesce(due_at, ${sql.lit(NO_DEADLINE)})`;
    const id = sql<string>`accident_id::text`;
    let query = tables
      .selectFrom('accidents')
      .selectAll()
      .orderBy(urgency)
      .orderBy(id)
      .limit(limit + 1);
    if (status !== undefined) query = query.where('status', '=', status);
    if (participantId !== undefined) query = query.where('participant_id', '=', participantId);
    if (nextStep !== undefined) query = query.where('next_step', '=', nextStep);
    if (overdue !== undefined) {
      query = query.where(sql<SqlBool>`(${urgency} < ${now}) = ${overdue}`);
    }
    if (cursor !== undefined) {
      const [dueAt, accidentId] = decodeCursor(cursor, isText, isUuid);
      query = query.where(sql<SqlBool>`(${urgency}, ${id}) > (${dueAt}, ${accidentId})`);
    }
    const rows = await query.execute();
    return pageOf(
      rows.map((row) => toSummary(row, now)),
      limit,
      (last) => [last.dueAt ?? NO_DEADLINE, last.accidentId],
    );
  }
}
