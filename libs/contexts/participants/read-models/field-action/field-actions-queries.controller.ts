import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type Page, QueryEndpoint, Seen } from '#http';
import type { Sight } from '#kernel';
import {
  type FieldActionItem,
  FieldActionListQuery,
  FieldActionPage,
  ListFieldActions,
} from './field-action.queries.js';

@ApiTags('field actions')
@Controller('field-actions')
export class FieldActionsQueriesController {
  static readonly handlers = [ListFieldActions.handler];

  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryEndpoint({
    summary: 'Actions in the field, and how many were registered on each',
    roles: ['registrar', 'supervisor', 'auditor'],
    answer: FieldActionPage,
  })
  list(@Query() query: FieldActionListQuery, @Seen() sight: Sight): Promise<Page<FieldActionItem>> {
    return this.queries.execute(new ListFieldActions({ ...query, sight }));
  }
}
