import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Level } from '#law';
import { isLocalDate } from '#kernel';
import { type Page, decodeCursor, isUuid, pageOf } from '#http';
import { ReadModels } from '#runtime';
import { type SqlBool, sql } from '#postgres';
import type { ScholarshipSummary } from './scholarship.answers.js';
import { scholarshipProjection } from './scholarship.projection.js';
import { toSummary } from './scholarship.rows.js';
import type { ScholarshipStatus, YearStatus } from './scholarship.tables.js';

/** What the list can be narrowed down to; every part that is given must hold. */
export interface ScholarshipFilter {
  readonly status?: ScholarshipStatus;
  readonly level?: Level;
  readonly claimId?: string;
  readonly participantId?: string;
  /** With a year that stands here: `EVIDENCED` waits for a decision. */
  readonly yearStatus?: YearStatus;
  /** With nothing handed in for this year yet. */
  readonly withoutEvidenceOf?: number;
  readonly limit: number;
  readonly cursor?: string;
  readonly after?: bigint;
}

export class ListScholarships extends Query<Page<ScholarshipSummary>> {
  constructor(readonly filter: ScholarshipFilter) {
    super();
  }
}

@QueryHandler(ListScholarships)
export class ListScholarshipsHandler implements IQueryHandler<ListScholarships> {
  constructor(private readonly readModels: ReadModels) {}

  /** The longest granted first. */
  async execute({ filter }: ListScholarships): Promise<Page<ScholarshipSummary>> {
    const { status, level, claimId, participantId, yearStatus, withoutEvidenceOf, limit, cursor, after } =
      filter;
    const tables = await this.readModels.of(scholarshipProjection, after);
    const yearsOf = tables
      .selectFrom('scholarship_years')
      .select('year')
      .whereRef('scholarship_years.scholarship_id', '=', sql.ref('scholarships.scholarship_id'));
    let query = tables
      .selectFrom('scholarships')
      .selectAll()
      .orderBy('granted_on')
      .orderBy('scholarship_id')
      .limit(limit + 1);
    if (status) query = query.where('status', '=', status);
    if (level) query = query.where('level', '=', level);
    if (claimId) query = query.where('claim_id', '=', claimId);
    if (participantId) query = query.where('participant_id', '=', participantId);
    if (yearStatus) {
      query = query.where((is) => is.exists(yearsOf.where('scholarship_years.status', '=', yearStatus)));
    }
    if (withoutEvidenceOf !== undefined) {
      query = query.where((is) => is.not(is.exists(yearsOf.where('year', '=', withoutEvidenceOf))));
    }
    if (cursor) {
      const [grantedOn, id] = decodeCursor(cursor, isLocalDate, isUuid);
      query = query.where(sql<SqlBool>`(granted_on, scholarship_id) > (${grantedOn}, ${id}::uuid)`);
    }
    const rows = await query.execute();
    return pageOf(rows.map(toSummary), limit, (last) => [last.grantedOn, last.scholarshipId]);
  }
}
