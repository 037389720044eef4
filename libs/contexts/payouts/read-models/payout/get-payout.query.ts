import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type LocalDate, Rejection } from '#kernel';
import { ReadModels } from '#runtime';
import { toTimelineItem } from '#http';
import { timelineOf } from '#followers';
import { payoutRefusals } from '../../domain/refusals.js';
import { type PayoutDetail, toSummary } from './payout.answers.js';
import { accountToPay } from './payout.accounts.js';
import { payoutReadModel } from './payout.read-model.js';

export class GetPayout extends Query<PayoutDetail> {
  constructor(
    readonly payoutId: string,
    readonly today: LocalDate,
    readonly after?: bigint,
    /** Whoever asks has to tell the bank where to pay. */
    readonly withAccount = false,
  ) {
    super();
  }
}

@QueryHandler(GetPayout)
export class GetPayoutHandler implements IQueryHandler<GetPayout> {
  constructor(private readonly readModels: ReadModels) {}

  /** @throws Rejection `PAYOUT_NOT_FOUND` */
  async execute({ payoutId, today, after, withAccount }: GetPayout): Promise<PayoutDetail> {
    const tables = await this.readModels.of(payoutReadModel, after);
    const row = await tables
      .selectFrom('payouts')
      .selectAll()
      .where('payoutId', '=', payoutId)
      .executeTakeFirst();
    if (!row) throw new Rejection(payoutRefusals.PAYOUT_NOT_FOUND());
    const timeline = await timelineOf(tables, payoutId);
    return {
      ...toSummary(row, today),
      revision: row.revision,
      facilityId: row.facilityId,
      componentCodes: row.componentCodes,
      bank: row.bank,
      accountMasked: row.accountMasked,
      account: withAccount ? await accountToPay(tables, payoutId) : null,
      instructionNumber: row.instructionNumber,
      bankReference: row.bankReference,
      returnReason: row.returnReason,
      timeline: timeline.map(toTimelineItem),
    };
  }
}
