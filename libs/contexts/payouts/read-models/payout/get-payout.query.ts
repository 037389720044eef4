import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type LocalDate, Rejection } from '#kernel';
import { ReadModels } from '#runtime';
import { toTimelineItem } from '#http';
import { timelineOf } from '#followers';
import type { PayoutDetail } from './payout.answers.js';
import { accountToPay } from './payout.accounts.js';
import { payoutProjection } from './payout.projection.js';
import { toSummary } from './payout.rows.js';

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
    const tables = await this.readModels.of(payoutProjection, after);
    const row = await tables
      .selectFrom('payouts')
      .selectAll()
      .where('payout_id', '=', payoutId)
      .executeTakeFirst();
    if (!row) throw new Rejection('PAYOUT_NOT_FOUND', 'No such payment was ordered');
    const timeline = await timelineOf(tables, payoutId);
    return {
      ...toSummary(row, today),
      revision: row.revision,
      facilityId: row.facility_id,
      componentCodes: row.component_codes,
      bank: row.bank,
      accountMasked: row.account_masked,
      account: withAccount ? await accountToPay(tables, payoutId) : null,
      instructionNumber: row.instruction_number,
      bankReference: row.bank_reference,
      returnReason: row.return_reason,
      timeline: timeline.map(toTimelineItem),
    };
  }
}
