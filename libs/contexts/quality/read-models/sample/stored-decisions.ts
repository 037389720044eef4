import { Injectable, Optional } from '@nestjs/common';
import { type Period, ZERO_RUPIAH } from '#kernel';
import { type SqlBool, sql } from '#postgres';
import { ReadModels } from '#runtime';
import { DecisionsOfMonth } from '../../domain/decisions-of-month.js';
import type { Decision } from '../../domain/draw.js';
import type { Reviewed } from '../../domain/error-rate.js';
import { WRONG } from '../../domain/review-sample.js';
import { sampleReadModel } from './sample.read-model.js';
import type { DecidedRow } from './sample.tables.js';

/** What counts as wrong, of samples. */
export const IS_WRONG = sql<SqlBool>`result = any(${[...WRONG]}::text[])`;

/** Looks into the read model of decisions. */
@Injectable()
export class StoredDecisions extends DecisionsOfMonth {
  constructor(
    /** Where the app has no PostgreSQL nobody looks. */
    @Optional() private readonly readModels?: ReadModels,
  ) {
    super();
  }

  async of(month: Period, until: bigint): Promise<readonly Decision[]> {
    const tables = await this.tablesAt(until);
    const rows = await tables
      .selectFrom('decided')
      .selectAll()
      .where('month', '=', month)
      .where(sql<SqlBool>`position <= ${String(until)}::numeric`)
      .execute();
    return rows.map(decisionOf);
  }

  async reviewed(month: Period, until: bigint): Promise<Reviewed> {
    const tables = await this.tablesAt(until);
    const found = await tables
      .selectFrom('samples')
      .select([
        sql<string>`count(*) filter (where result is not null)`.as('reviewed'),
        sql<string>`count(*) filter (where ${IS_WRONG})`.as('wrong'),
      ])
      .where('month', '=', month)
      .executeTakeFirstOrThrow();
    return { reviewed: Number(found.reviewed), wrong: Number(found.wrong) };
  }

  private tablesAt(until: bigint) {
    if (!this.readModels) throw new Error('Decisions are looked for in PostgreSQL');
    return this.readModels.of(sampleReadModel, until);
  }
}

/** @throws Error for a row that is no decision */
export function decisionOf(row: DecidedRow): Decision {
  const {
    id: decisionId,
    claimId,
    subject,
    participantId,
    office,
    handIds,
    kind,
    rule,
    deciderId,
    decidedOn,
  } = row;
  if (kind === null || deciderId === null || decidedOn === null)
    throw new Error(`${decisionId} is no decision`);
  return {
    decisionId,
    ...(claimId !== null && { claimId }),
    ...(subject && { subject }),
    participantId,
    office,
    handIds,
    kind,
    deciderId,
    decidedOn,
    amountIdr: row.amountIdr ?? ZERO_RUPIAH,
    ...(rule !== null && { rule }),
    isAgainstEngine: row.againstEngine,
  };
}
