import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type Page, QueryEndpoint, Seen } from '#http';
import type { Sight } from '#kernel';
import { CorrectionListQuery, ListCorrections } from './corrections.queries.js';
import { type CorrectionItem, CorrectionPage } from './correction.answers.js';

@ApiTags('corrections')
@Controller('corrections')
export class CorrectionsQueriesController {
  static readonly handlers = [ListCorrections.handler];

  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryEndpoint({
    summary: 'Corrections: those that wait for a second person, and the history',
    roles: ['registrar', 'supervisor', 'auditor'],
    answer: CorrectionPage,
  })
  list(@Query() query: CorrectionListQuery, @Seen() sight: Sight): Promise<Page<CorrectionItem>> {
    return this.queries.execute(new ListCorrections({ ...query, sight }));
  }
}
