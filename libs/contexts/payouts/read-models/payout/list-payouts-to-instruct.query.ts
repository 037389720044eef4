import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { LocalDate } from '#kernel';
import { type Page, pageOf } from '#http';
import { ReadModels } from '#runtime';
import { toBeInstructed } from './payout.accounts.js';
import type { PayoutToInstruct } from './payout.answers.js';
import { payoutProjection } from './payout.projection.js';
import { LAST_DAY, behind, keyOf, toSummary } from './payout.rows.js';

export interface PayoutsToInstructPage {
  readonly limit: number;
  readonly cursor?: string;
  readonly after?: bigint;
}

export class ListPayoutsToInstruct extends Query<Page<PayoutToInstruct>> {
  constructor(
    readonly page: PayoutsToInstructPage,
    readonly today: LocalDate,
  ) {
    super();
  }
}

@QueryHandler(ListPayoutsToInstruct)
export class ListPayoutsToInstructHandler implements IQueryHandler<ListPayoutsToInstruct> {
  constructor(private readonly readModels: ReadModels) {}

  /** What must be paid first comes first. */
  async execute({ page, today }: ListPayoutsToInstruct): Promise<Page<PayoutToInstruct>> {
    const { limit, cursor, after } = page;
    let query = toBeInstructed(await this.readModels.of(payoutProjection, after))
      .orderBy(LAST_DAY)
      .orderBy('payout_id')
      .limit(limit + 1);
    if (cursor) query = query.where(behind(cursor));
    const rows = await query.execute();
    return pageOf(
      rows.map((row) => ({ ...toSummary(row, today), account: row.account })),
      limit,
      keyOf,
    );
  }
}
