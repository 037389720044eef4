import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { QueryEndpoint, Today } from '#http';
import type { LocalDate, Role } from '#kernel';
import {
  CUT_WORDS,
  type Cut,
  INDICATORS,
  type Indicator,
  PERSONS,
  PERSONS_WORDS,
  WAITING,
} from '../indicators/index.js';
import type { ShownGroup } from '../tables/shown-level.js';
import { WORKFORCES } from '../workforce/workforce-table.js';
import { AskedReports } from './asked-reports.js';
import { pageOfReport } from './report-page.js';
import { ReportPageQuery } from './report-query.js';
import {
  IndicatorAnswer,
  IndicatorsAnswer,
  ReportAnswer,
  ReportRowAnswer,
  WorkforceAnswer,
} from './reports.answers.js';

/** Who counts, who checks, and who answers for what is counted. */
export const REPORT_READERS: readonly Role[] = ['reporting', 'auditor', 'supervisor'];

export const IMPOSSIBLE =
  'More cuts or more groups than are told together, a day of a report over time, or `after` where events come from Kafka';

/** Figures of what the contracts told, with nobody in them. */
@ApiTags('reports')
@Controller('reports')
export class ReportsController {
  constructor(private readonly reports: AskedReports) {}

  @Get()
  @QueryEndpoint({
    summary: 'The reports there are, and those that wait for a contract',
    roles: REPORT_READERS,
    answer: IndicatorsAnswer,
  })
  list(): IndicatorsAnswer {
    return { reports: INDICATORS.map(described), waiting: [...WAITING] };
  }

  @Get('workforces')
  @QueryEndpoint({
    summary: 'How many people work where, as it was published: what coverage is measured by',
    roles: REPORT_READERS,
    answer: WorkforceAnswer,
    list: true,
  })
  workforces(): WorkforceAnswer[] {
    return [...WORKFORCES];
  }

  @Get(':name')
  @QueryEndpoint({
    summary: 'One report',
    description:
      'Numbers of fewer than five persons are withheld, and so are those from which such a number could be worked out. Every answer names the ' +
      'place in the log that it rests on, and the version of its rule.',
    roles: REPORT_READERS,
    answer: ReportAnswer,
    impossible: IMPOSSIBLE,
  })
  async get(
    @Param('name') name: string,
    @Query() query: ReportPageQuery,
    @Today() today: LocalDate,
  ): Promise<ReportAnswer> {
    const found = await this.reports.report(name, query, today);
    const { rows, nextCursor } = pageOfReport(found, query);
    return {
      report: described(found.indicator),
      on: found.on,
      by: [...found.by],
      where: found.where,
      items: rows.map((row) => rowAnswer(row, found.by)),
      total: rowAnswer(found.total, []),
      nextCursor,
      position: found.position,
      newestAt: found.newestAt as ReportAnswer['newestAt'],
      putAside: found.putAside,
    };
  }
}

/** What a report is, for its reader. */
export function described({
  cuts,
  measures,
  persons = PERSONS_WORDS,
  ...indicator
}: Indicator): IndicatorAnswer {
  const { code, name, version, title, about, time } = indicator;
  return {
    code,
    name,
    version,
    title,
    about,
    time,
    cuts: (Object.keys(cuts) as Cut[]).map((cut) => ({ cut, words: CUT_WORDS[cut] })),
    measures: [
      { name: PERSONS, unit: 'PERSONS', words: persons },
      ...measures.map(({ name, unit, words }) => ({ name, unit, words })),
    ],
  };
}

function rowAnswer({ values, figures }: ShownGroup, by: readonly Cut[]): ReportRowAnswer {
  return {
    values: Object.fromEntries(by.map((cut, place) => [cut, values[place]])),
    figures: figures ?? null,
    withheld: figures === undefined,
  };
}
