import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { LocalDate } from '#kernel';
import { type Page, orderedPage } from '#http';
import { ReadModels } from '#runtime';
import { toBeInstructed } from './payout.accounts.js';
import { type PayoutToInstruct, toSummary } from './payout.answers.js';
import { payoutReadModel } from './payout.read-model.js';
import { BY_URGENCY } from './payout.tables.js';

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
    const tables = await this.readModels.of(payoutReadModel, after);
    return orderedPage(toBeInstructed(tables), BY_URGENCY, { limit, cursor }, (row) => ({
      ...toSummary(row, today),
      account: row.account,
    }));
  }
}
