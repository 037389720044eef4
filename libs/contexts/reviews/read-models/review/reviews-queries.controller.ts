import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type Page, QueryEndpoint, Seen } from '#http';
import type { Sight } from '#kernel';
import { type ReviewItem, ReviewPage } from './review.answers.js';
import { ListReviews, ReviewListQuery } from './review.queries.js';

@ApiTags('reviews')
@Controller('reviews')
export class ReviewsQueriesController {
  static readonly handlers = [ListReviews.handler];

  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryEndpoint({
    summary: 'Claims and scholarships that a fact corrected late may change',
    roles: ['adjudicator', 'supervisor', 'auditor'],
    answer: ReviewPage,
  })
  list(@Query() query: ReviewListQuery, @Seen() sight: Sight): Promise<Page<ReviewItem>> {
    return this.queries.execute(new ListReviews({ ...query, sight }));
  }
}
