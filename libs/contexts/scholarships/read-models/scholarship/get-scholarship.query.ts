import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Rejection } from '#kernel';
import { ReadModels } from '#runtime';
import { pick, toTimelineItem } from '#http';
import { timelineOf } from '#followers';
import { scholarshipRefusals } from '../../domain/refusals.js';
import { type ScholarshipDetail, ScholarshipSummary, ScholarshipYearItem } from './scholarship.answers.js';
import { scholarshipReadModel } from './scholarship.read-model.js';

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
    const tables = await this.readModels.of(scholarshipReadModel, after);
    const row = await tables
      .selectFrom('scholarships')
      .selectAll()
      .where('scholarshipId', '=', scholarshipId)
      .executeTakeFirst();
    if (!row) throw new Rejection(scholarshipRefusals.SCHOLARSHIP_NOT_FOUND());
    const years = await tables
      .selectFrom('years')
      .selectAll()
      .where('scholarshipId', '=', scholarshipId)
      .orderBy('year')
      .execute();
    const timeline = await timelineOf(tables, scholarshipId);
    return {
      ...pick(ScholarshipSummary)(row),
      revision: row.revision,
      eventDate: row.eventDate,
      remainingYears: row.remainingYears,
      projected: row.projected,
      ruleSetVersion: row.ruleSetVersion,
      endReason: row.endReason,
      endedOn: row.endedOn,
      years: years.map(pick(ScholarshipYearItem)),
      timeline: timeline.map((told) => ({ ...toTimelineItem(told), year: told.year })),
    };
  }
}
