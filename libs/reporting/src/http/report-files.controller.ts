import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { QueryEndpoint, Today, asked, shape, wrongValue } from '#http';
import type { LocalDate } from '#kernel';
import { chartOf } from '../formats/chart.js';
import { csvOf } from '../formats/csv.js';
import { flatTable } from '../formats/flat-table.js';
import { type Manifest, manifestOf } from '../formats/manifest.js';
import { parquetOf } from '../formats/parquet.js';
import { workbookOf } from '../formats/workbook.js';
import { PERSONS, figureNames } from '../indicators/index.js';
import { AskedReports } from './asked-reports.js';
import { ReportQuery } from './report-query.js';
import { ManifestAnswer } from './reports.answers.js';
import { IMPOSSIBLE, REPORT_READERS } from './reports.controller.js';

class ChartQuery extends shape(
  {
    lang: asked.code(['id', 'en'], {
      optional: true,
      description: 'In which language it is written; Indonesian unless told',
    }),
    measure: asked.text({
      optional: true,
      max: 50,
      description: 'The figure of the bars; persons unless told',
    }),
  },
  ReportQuery,
) {}

const roles = REPORT_READERS;
const impossible = IMPOSSIBLE;

/** Reports as files, whole. Where a figure is withheld it says `<5`, or in Parquet nothing, and `withheld`. */
@ApiTags('reports')
@Controller('reports')
export class ReportFilesController {
  constructor(private readonly reports: AskedReports) {}

  @Get(':name/table.csv')
  @QueryEndpoint({ summary: 'A report as CSV', roles, answer: 'text/csv', impossible })
  async csv(
    @Param('name') name: string,
    @Query() query: ReportQuery,
    @Today() today: LocalDate,
  ): Promise<StreamableFile> {
    return fileOf(Buffer.from(csvOf(flatTable(await this.reports.report(name, query, today)))));
  }

  @Get(':name/table.xlsx')
  @QueryEndpoint({
    summary: 'A report as a workbook of Excel',
    roles,
    answer: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    impossible,
  })
  async workbook(
    @Param('name') name: string,
    @Query() query: ReportQuery,
    @Today() today: LocalDate,
  ): Promise<StreamableFile> {
    const found = await this.reports.report(name, query, today);
    return fileOf(await workbookOf(found, flatTable(found)));
  }

  @Get(':name/table.parquet')
  @QueryEndpoint({
    summary: 'A report as Parquet; the same report gives the same bytes',
    roles,
    answer: 'application/vnd.apache.parquet',
    impossible,
  })
  async parquet(
    @Param('name') name: string,
    @Query() query: ReportQuery,
    @Today() today: LocalDate,
  ): Promise<StreamableFile> {
    const found = await this.reports.report(name, query, today);
    return fileOf(await parquetOf(found, flatTable(found)));
  }

  @Get(':name/manifest.json')
  @QueryEndpoint({
    summary: 'What the Parquet file of a report rests on: question, place in the log, SHA-256',
    roles,
    answer: ManifestAnswer,
    impossible,
  })
  async manifest(
    @Param('name') name: string,
    @Query() query: ReportQuery,
    @Today() today: LocalDate,
  ): Promise<Manifest> {
    const found = await this.reports.report(name, query, today);
    return manifestOf(found, 'table.parquet', await parquetOf(found, flatTable(found)));
  }

  @Get(':name/chart.svg')
  @QueryEndpoint({ summary: 'A report as a chart of bars', roles, answer: 'image/svg+xml', impossible })
  async chart(
    @Param('name') name: string,
    @Query() { lang = 'id', measure = PERSONS, ...query }: ChartQuery,
    @Today() today: LocalDate,
  ): Promise<StreamableFile> {
    const found = await this.reports.report(name, query, today);
    const measures = figureNames(found.indicator);
    if (!measures.includes(measure)) {
      const names = measures.join(', ');
      throw wrongValue('measure', { en: `one of ${names}`, id: `salah satu dari ${names}` });
    }
    return fileOf(Buffer.from(chartOf(found, lang, measure)));
  }
}

const fileOf = (bytes: Uint8Array): StreamableFile => new StreamableFile(bytes);
