import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued, asked, shape } from '#http';
import type { Issue } from '#runtime';
import { DEVIATIONS, FOLLOW_UPS, REVIEW_RESULTS } from '../domain/sample.events.js';
import { FollowUpSample, ReviewSample } from './samples.js';

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

export class FollowUpSampleBody extends shape({
  how: asked.code(FOLLOW_UPS, {
    description:
      'CORRECTED: on the thing itself, such as a credit of the invoice; PAID_AFTER: what was too little was paid since; OWED_BACK: a receivable; LEFT: nothing, for reasons',
  }),
  reference: asked.paperNumber({ max: 60, description: 'Number of the paper, or of what was recorded' }),
}) {}

/** Decisions that were drawn to be looked at again. */
@ApiTags('quality')
@Controller('quality/samples')
export class SamplesController {
  static readonly handlers = [FollowUpSample.handler, ReviewSample.handler];

  constructor(private readonly commands: CommandBus) {}

  @Post(':sampleId/review')
  @CommandEndpoint({
    summary: 'Record what a second look at a decision that was drawn has found',
    description:
      'By a supervisor of another branch than the one that decided, who had no hand in the claim and no interest in it. Where the money or the person is wrong the claim is opened again as an error of the office; of an invoice, a school year or a compensation a supervisor says within 30 days what follows.',
    roles: ['supervisor'],
  })
  review(
    @IdParam('sampleId') sampleId: string,
    @Body() body: ReviewSampleBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ReviewSample({ ...body, sampleId }, issue));
  }

  @Post(':sampleId/follow-up')
  @CommandEndpoint({
    summary: 'Say what follows from a finding on an invoice, a school year or a compensation',
    description:
      'By a supervisor who neither decided nor found it. What is owed back is recorded as a receivable.',
    roles: ['supervisor'],
  })
  followUp(
    @IdParam('sampleId') sampleId: string,
    @Body() body: FollowUpSampleBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new FollowUpSample({ ...body, sampleId }, issue));
  }
}
