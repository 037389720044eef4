import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type LocalDate, Rejection } from '#kernel';
import { ReadModels } from '#runtime';
import { toTimelineItem } from '#http';
import { type Kysely } from '#postgres';
import { storedTimelineOf as timelineOf } from '#followers';
import type { ClaimDetail, ClaimTimelineItem, ComponentItem, PayoutItem } from './claim.answers.js';
import { claimProjection } from './claim.projection.js';
import { toSummary } from './claim.rows.js';
import type { ClaimRow, ClaimTables } from './claim.tables.js';

export class GetClaim extends Query<ClaimDetail> {
  constructor(
    readonly claimId: string,
    readonly today: LocalDate,
    readonly after?: bigint,
  ) {
    super();
  }
}

@QueryHandler(GetClaim)
export class GetClaimHandler implements IQueryHandler<GetClaim> {
  constructor(private readonly readModels: ReadModels) {}

  /** @throws Rejection `CLAIM_NOT_FOUND` */
  async execute({ claimId, today, after }: GetClaim): Promise<ClaimDetail> {
    const tables = await this.readModels.of(claimProjection, after);
    const row = await tables
      .selectFrom('claims')
      .selectAll()
      .where('claim_id', '=', claimId)
      .executeTakeFirst();
    if (!row) throw new Rejection('CLAIM_NOT_FOUND', 'There is no such claim');
    const payouts = await payoutsOf(tables, claimId);
    return {
      ...toSummary(row, today),
      revision: row.revision,
      claimant: row.claimant,
      claimantName: row.claimant_name,
      completedOn: row.completed_on,
      assessorId: row.assessor_id,
      deciderId: row.decider_id,
      decidedOn: row.decided_on,
      ruleSetVersion: row.rule_set_version,
      orderedIdr: row.ordered_idr,
      refusal: row.refusal,
      entitledChildren: row.entitled_children,
      missing: row.missing,
      documents: row.documents,
      components: await componentsOf(tables, claimId),
      payouts,
      timeline: await storyOf(tables, row, payouts),
    };
  }
}

async function componentsOf(tables: Kysely<ClaimTables>, claimId: string): Promise<ComponentItem[]> {
  const rows = await tables
    .selectFrom('claim_components')
    .selectAll()
    .where('claim_id', '=', claimId)
    .orderBy('line')
    .execute();
  return rows.map(({ code, amount_idr: amountIdr, law, article, payee, arithmetic }) => ({
    code,
    amountIdr,
    law,
    article,
    payee,
    arithmetic,
  }));
}

async function payoutsOf(tables: Kysely<ClaimTables>, claimId: string): Promise<PayoutItem[]> {
  const rows = await tables
    .selectFrom('claim_payouts')
    .selectAll()
    .where('claim_id', '=', claimId)
    .orderBy('payee')
    .orderBy('payout_id')
    .execute();
  return rows.map((row) => ({
    payoutId: row.payout_id,
    payee: row.payee,
    amountIdr: row.amount_idr,
    status: row.status,
    settledOn: row.settled_on,
  }));
}

/** The story in log order: of the accident, the claim and its payouts. */
async function storyOf(
  tables: Kysely<ClaimTables>,
  { claim_id: claimId, accident_id: accidentId }: ClaimRow,
  payouts: readonly PayoutItem[],
): Promise<ClaimTimelineItem[]> {
  const subjects = [claimId, ...(accidentId ? [accidentId] : []), ...payouts.map(({ payoutId }) => payoutId)];
  const rows = await timelineOf(tables, ...subjects);
  return rows.map((row) => ({
    ...toTimelineItem(row),
    of: row.subjectId === claimId ? 'claim' : row.subjectId === accidentId ? 'accident' : 'payout',
  }));
}
