import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued, asked, shape } from '#http';
import type { Issue } from '#runtime';
import { DEVIATIONS, REVIEW_RESULTS } from '../domain/sample.events.js';
import { ReviewSample } from './samples.js';

export class ReviewSampleBody extends shape({
  result: asked.code(REVIEW_RESULTS, {
    description: 'FORMAL: wrong, but no money changes; MONEY and WRONG_PERSON open the claim again',
  }),
  side: asked.code(DEVIATIONS, {
    optional: true,
    description: 'Of MONEY: what was decided is too much, or too little',
  }),
  amountIdr: asked.rupiah({ min: 1, optional: true, description: 'Of MONEY: by how much' }),
  reference: asked.paperNumber({ max: 60, description: 'Number of the sheet on which it is reasoned' }),
}) {}

/** Decisions that were drawn to be looked at again. */
@ApiTags('quality')
@Controller('quality/samples')
export class SamplesController {
  static readonly handlers = [ReviewSample.handler];

  constructor(private readonly commands: CommandBus) {}

  @Post(':sampleId/review')
  @CommandEndpoint({
    summary: 'Record what a second look at a decision that was drawn has found',
    description:
      'By a supervisor of another branch than the one that decided, who had no hand in the claim and no interest in it. Where the money or the person is wrong the claim is opened again as an error of the office.',
    roles: ['supervisor'],
  })
  review(
    @IdParam('sampleId') sampleId: string,
    @Body() body: ReviewSampleBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ReviewSample({ ...body, sampleId }, issue));
  }
}
