import { Injectable, Optional } from '@nestjs/common';
import type { LocalDate } from '#kernel';
import { ReadModels } from '#runtime';
import { DueDeadlines } from '../../domain/due-deadlines.js';
import type { PassDeadlineInput } from '../../domain/pass-deadline.js';
import { type Looked, dueDeadlines } from './deadline.queries.js';
import { deadlineReadModel } from './deadline.read-model.js';

/** So many are asked for at a time. */
export const AT_ONCE = 500;

/** Looks into the read model of deadlines. */
@Injectable()
export class StoredDueDeadlines extends DueDeadlines {
  constructor(
    /** Where the app has no PostgreSQL nobody looks. */
    @Optional() private readonly readModels?: ReadModels,
  ) {
    super();
  }

  async *before(day: LocalDate, after?: bigint): AsyncGenerator<PassDeadlineInput> {
    if (!this.readModels) throw new Error('Deadlines are looked for in PostgreSQL');
    const tables = await this.readModels.of(deadlineReadModel, after);
    let behind: Looked | undefined;
    for (;;) {
      const found = await dueDeadlines(tables, day, { atMost: AT_ONCE, behind }).execute();
      for (const { waitsUntil: _day, within, ...one } of found) yield { ...one, ...(within && { within }) };
      behind = found.at(-1);
      if (found.length < AT_ONCE) return;
    }
  }
}
