import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ProcessStep } from './process-steps.answers.js';
import { Inject } from '@nestjs/common';
import { type SqlBool, sql } from '#postgres';
import { ReadModels } from '#runtime';
import { type Page, decodeCursor, isPosition, isText, pageOf } from '../paging/page.js';
import { type ProcessIdentity, type StepOutcome, stepsOf } from '#followers';

export const PROCESSES = Symbol('PROCESSES');

interface StepSearch {
  readonly process?: string;
  readonly outcome?: StepOutcome;
  readonly limit: number;
  readonly cursor?: string;
  readonly after?: bigint;
}

export class FindSteps extends Query<Page<ProcessStep>> {
  constructor(readonly search: StepSearch) {
    super();
  }
}

@QueryHandler(FindSteps)
export class FindStepsHandler implements IQueryHandler<FindSteps> {
  constructor(
    @Inject(PROCESSES) private readonly processes: readonly ProcessIdentity[],
    private readonly readModels: ReadModels,
  ) {}

  async execute({ search }: FindSteps): Promise<Page<ProcessStep>> {
    const asked = this.processes.filter(
      ({ name }) => search.process === undefined || name === search.process,
    );
    const found = await Promise.all(asked.map((process) => this.stepsOfOne(process, search)));
    const newestFirst = found.flat().sort(byPlace);
    return pageOf(newestFirst.slice(0, search.limit + 1), search.limit, keyOf);
  }

  /** Each process has tables of its own; a page is the newest of all their first pages. */
  private async stepsOfOne(
    process: ProcessIdentity,
    { outcome, limit, cursor, after }: StepSearch,
  ): Promise<ProcessStep[]> {
    const tables = await this.readModels.of(stepsOf(process), after);
    let query = tables
      .selectFrom('steps')
      .selectAll()
      .select(sql<string>`position::text`.as('place'))
      .orderBy('position', 'desc')
      .orderBy('key')
      .limit(limit + 1);
    if (outcome !== undefined) query = query.where('outcome', '=', outcome);
    if (cursor !== undefined) {
      const [position, name, key] = decodeCursor(cursor, isPosition, isText, isText);
      query = query.where(
        sql<SqlBool>`(-position, ${process.name}::text, key) > (-(${position}::text)::int8, ${name}::text, ${key}::text)`,
      );
    }
    const rows = await query.execute();
    return rows.map((row) => ({
      process: process.name,
      eventId: row.eventId,
      eventType: row.eventType,
      causedBy: row.causedBy,
      causedAt: row.causedAt,
      position: row.place,
      key: row.key,
      command: row.command,
      commandId: row.commandId,
      outcome: row.outcome,
      streamId: row.streamId,
      code: row.code,
      detail: row.detail,
    }));
  }
}

function keyOf({ position, process, key }: ProcessStep): readonly string[] {
  return [position, process, key];
}

/** Newest event first, then by process and key. */
function byPlace(a: ProcessStep, b: ProcessStep): number {
  const [one, other] = [BigInt(a.position), BigInt(b.position)];
  if (one !== other) return one < other ? 1 : -1;
  if (a.process !== b.process) return a.process < b.process ? -1 : 1;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
