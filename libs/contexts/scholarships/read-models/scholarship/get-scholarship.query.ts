import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Rejection } from '#kernel';
import { ReadModels } from '#runtime';
import { toTimelineItem } from '#http';
import { storedTimelineOf as timelineOf } from '#followers';
import type { ScholarshipDetail } from './scholarship.answers.js';
import { scholarshipProjection } from './scholarship.projection.js';
import { toSummary, toYear } from './scholarship.rows.js';

export class GetScholarship extends Query<ScholarshipDetail> {
  constructor(
    readonly scholarshipId: string,
    readonly after?: bigint,
  ) {
    super();
  }
}

@QueryHandler(GetScholarship)
export class GetScholarshipHandler implements IQueryHandler<GetScholarship> {
  constructor(private readonly readModels: ReadModels) {}

  /** @throws Rejection `SCHOLARSHIP_NOT_FOUND` */
  async execute({ scholarshipId, after }: GetScholarship): Promise<ScholarshipDetail> {
    const tables = await this.readModels.of(scholarshipProjection, after);
    const row = await tables
      .selectFrom('scholarships')
      .selectAll()
      .where('scholarship_id', '=', scholarshipId)
      .executeTakeFirst();
    if (!row) throw new Rejection('SCHOLARSHIP_NOT_FOUND', 'No such scholarship was granted');
    const years = await tables
      .selectFrom('scholarship_years')
      .selectAll()
      .where('scholarship_id', '=', scholarshipId)
      .orderBy('year')
      .execute();
    const timeline = await timelineOf(tables, scholarshipId);
    return {
      ...toSummary(row),
      revision: row.revision,
      eventDate: row.event_date,
      remainingYears: row.remaining_years,
      projected: row.projected,
      ruleSetVersion: row.rule_set_version,
      endReason: row.end_reason,
      endedOn: row.ended_on,
      years: years.map(toYear),
      timeline: timeline.map((row) => ({ ...toTimelineItem(row), year: row.year ?? null })),
    };
  }
}
