import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
import type { Issue } from '#runtime';
import { CloseReview } from './close-review.js';
import { CloseReviewBody } from './reviews.fields.js';

@ApiTags('reviews')
@Controller('participants/:participantId/reviews')
export class ReviewsController {
  static readonly handlers = [CloseReview.handler];

  constructor(private readonly commands: CommandBus) {}

  @Post(':reviewId/closing')
  @CommandEndpoint({
    summary: 'Say what follows for a claim or a scholarship from a fact that was corrected late',
    description:
      'By somebody who neither asked for the correction nor confirmed it. It edits nothing; what is owed since is recorded as a receivable.',
    roles: ['adjudicator', 'supervisor'],
  })
  close(
    @IdParam('participantId') participantId: string,
    @IdParam('reviewId') reviewId: string,
    @Body() body: CloseReviewBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new CloseReview({ ...body, participantId, reviewId }, issue));
  }
}
