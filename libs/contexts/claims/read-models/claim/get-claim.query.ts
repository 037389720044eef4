import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type TablesIn, timelineOf } from '#followers';
import { toTimelineItem } from '#http';
import { type LocalDate, Rejection } from '#kernel';
import { ReadModels } from '#runtime';
import { claimRefusals } from '../../domain/refusals.js';
import { type ClaimDetail, type ClaimTimelineItem, toSummary } from './claim.answers.js';
import { claimReadModel } from './claim.read-model.js';
import type { ClaimRow } from './claim.tables.js';

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
    const tables = await this.readModels.of(claimReadModel, after);
    const row = await tables
      .selectFrom('claims')
      .selectAll()
      .where('claimId', '=', claimId)
      .executeTakeFirst();
    if (!row) throw new Rejection(claimRefusals.CLAIM_NOT_FOUND());
    return {
      ...toSummary(row, today),
      revision: row.revision,
      claimant: row.claimant,
      claimantName: row.claimantName,
      completedOn: row.completedOn,
      assessorId: row.assessorId,
      deciderId: row.deciderId,
      decidedOn: row.decidedOn,
      ruleSetVersion: row.ruleSetVersion,
      orderedIdr: row.orderedIdr,
      refusal: row.refusal,
      entitledChildren: row.entitledChildren,
      missing: row.missing,
      documents: row.documents,
      components: row.components,
      payouts: row.payouts,
      lateInvoices: row.lateInvoices,
      timeline: await storyOf(tables, row),
    };
  }
}

/** The story in log order: of the accident, the claim and its payouts. */
async function storyOf(
  tables: TablesIn<typeof claimReadModel>,
  { claimId, accidentId, payouts }: ClaimRow,
): Promise<ClaimTimelineItem[]> {
  const subjects = [claimId, ...(accidentId ? [accidentId] : []), ...payouts.map(({ payoutId }) => payoutId)];
  const rows = await timelineOf(tables, ...subjects);
  return rows.map((row) => ({
    ...toTimelineItem(row),
    of: row.subjectId === claimId ? 'claim' : row.subjectId === accidentId ? 'accident' : 'payout',
  }));
}
