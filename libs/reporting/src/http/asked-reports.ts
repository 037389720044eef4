import { Inject, Injectable } from '@nestjs/common';
import { type LocalDate, Rejection } from '#kernel';
import type { Database } from '#postgres';
import { DATABASE, KafkaConfig, QueryConfig } from '#runtime';
import { type Report, report } from '../reports.js';
import { type ReportQuery, askedOf } from './report-query.js';
import { reportingRefusals } from './reporting.refusals.js';

/** Works out what is asked for over HTTP, whatever it is answered as. */
@Injectable()
export class AskedReports {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly config: QueryConfig,
    private readonly kafka: KafkaConfig,
  ) {}

  /**
   * @throws Rejection as `report` does, and REPORT_AFTER_UNKNOWN where nobody knows whether a position is reached
   * @throws ProblemError 400 for a cut that the report does not have
   */
  async report(name: string, query: ReportQuery, today: LocalDate): Promise<Report> {
    const asked = askedOf(name, query, today);
    if (asked.after !== undefined && this.kafka.brokers !== undefined)
      throw new Rejection(reportingRefusals.REPORT_AFTER_UNKNOWN());
    return report(this.database, asked, this.config.waitMs);
  }
}
