import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Level } from '#law';
import { type Page, orderedPage, pick } from '#http';
import { ReadModels } from '#runtime';
import { sql } from '#postgres';
import { ScholarshipSummary } from './scholarship.answers.js';
import { scholarshipReadModel } from './scholarship.read-model.js';
import { BY_GRANT, type ScholarshipStatus, type YearStatus } from './scholarship.tables.js';

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
    const tables = await this.readModels.of(scholarshipReadModel, after);
    const itsYears = tables
      .selectFrom('years')
      .select('year')
      .whereRef('years.scholarshipId', '=', sql.ref('scholarships.scholarshipId'));
    let query = tables.selectFrom('scholarships').selectAll();
    if (status) query = query.where('status', '=', status);
    if (level) query = query.where('level', '=', level);
    if (claimId) query = query.where('claimId', '=', claimId);
    if (participantId) query = query.where('participantId', '=', participantId);
    if (yearStatus) {
      query = query.where((is) => is.exists(itsYears.where('years.status', '=', yearStatus)));
    }
    if (withoutEvidenceOf !== undefined) {
      query = query.where((is) => is.not(is.exists(itsYears.where('year', '=', withoutEvidenceOf))));
    }
    return orderedPage(query, BY_GRANT, { limit, cursor }, pick(ScholarshipSummary));
  }
}
