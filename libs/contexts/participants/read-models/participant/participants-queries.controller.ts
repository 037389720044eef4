import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext, LocalDate, Role, Sight } from '#kernel';
import { COUNTER_QUESTIONS_PER_HOUR } from '#law';
import { AppLogger } from '#runtime';
import {
  AfterQuery,
  DetailQuery,
  PastQuery,
  AtMostPerHour,
  Context,
  IdParam,
  type Page,
  PrintQuery,
  QueryEndpoint,
  Seen,
  Today,
} from '#http';
import { EligibilityAnswer } from './cover.answers.js';
import { type FoundParticipant, ParticipantDetail, ParticipantPage } from './participant.answers.js';
import {
  EligibilityBody,
  FindEligibility,
  FindEligibilityHandler,
  GetParticipant,
} from './participant.queries.js';
import { PrintCard, PrintReceipt } from './printed.queries.js';
import {
  ParticipantListQuery,
  ParticipantSearchBody,
  SearchParticipants,
  SearchParticipantsHandler,
} from './search.queries.js';

const READERS: readonly Role[] = ['registrar', 'plkk', 'adjudicator', 'supervisor', 'auditor'];

@ApiTags('participants')
@Controller('participants')
export class ParticipantsQueriesController {
  static readonly handlers = [
    FindEligibilityHandler,
    GetParticipant.handler,
    PrintCard.handler,
    PrintReceipt.handler,
    SearchParticipantsHandler,
  ];

  constructor(
    private readonly queries: QueryBus,
    private readonly log: AppLogger,
  ) {}

  @Get()
  @QueryEndpoint({ summary: 'List participants by name', roles: READERS, answer: ParticipantPage })
  list(
    @Query() query: ParticipantListQuery,
    @Today() today: LocalDate,
    @Seen() sight: Sight,
  ): Promise<Page<FoundParticipant>> {
    return this.queries.execute(new SearchParticipants({ ...query, today, sight }));
  }

  @Post('search')
  @HttpCode(200)
  @QueryEndpoint({
    summary: 'Find participants by NIK, name, birth date or phone, who fits best first',
    roles: READERS,
    answer: ParticipantPage,
    takesBody: true,
  })
  search(
    @Body() body: ParticipantSearchBody,
    @Query() { after = body.after }: AfterQuery,
    @Today() today: LocalDate,
    @Seen() sight: Sight,
  ): Promise<Page<FoundParticipant>> {
    return this.queries.execute(new SearchParticipants({ ...body, after, today, sight }));
  }

  @Post('eligibility')
  @HttpCode(200)
  @AtMostPerHour(COUNTER_QUESTIONS_PER_HOUR.value)
  @QueryEndpoint({
    summary: 'Whether somebody at the counter of a PLKK is covered',
    description:
      'For whoever the facility does not know yet, on any day. Nothing is told unless NIK and name agree. The answer has a number and a time, and may be relied on for 24 hours.',
    roles: ['plkk'],
    answer: EligibilityAnswer,
    takesBody: true,
  })
  async eligibility(
    @Body() body: EligibilityBody,
    @Query() { after }: PastQuery,
    @Today() today: LocalDate,
    @Seen() sight: Sight,
    @Context() { issuedAt: askedAt, actor: { id: actor, facilityId = '' } }: CommandContext,
  ): Promise<EligibilityAnswer> {
    const question = { ...body, today, askedAt, facilityId, sight, after };
    const answer = await this.queries.execute(new FindEligibility(question));
    const { identityMatches, answerNumber, on } = answer;
    this.log.info({ actor, facilityId, identityMatches, answerNumber, on }, 'Cover of a stranger asked for');
    return answer;
  }

  @Get(':participantId')
  @QueryEndpoint({
    summary: 'One participant with contributions, children and heirs',
    roles: READERS,
    answer: ParticipantDetail,
  })
  get(
    @IdParam('participantId') participantId: string,
    @Query() { after }: DetailQuery,
    @Today() today: LocalDate,
    @Seen() sight: Sight,
  ): Promise<ParticipantDetail> {
    return this.queries.execute(new GetParticipant({ participantId, today, sight, after }));
  }

  @Get(':participantId/card.pdf')
  @QueryEndpoint({
    summary: 'The card of a participant, to be printed',
    roles: READERS,
    answer: 'application/pdf',
    impossible: 'Nothing is printed of somebody merged or erased',
  })
  async card(
    @IdParam('participantId') participantId: string,
    @Query() { lang: language = 'id', after }: PrintQuery,
    @Today() today: LocalDate,
    @Seen() sight: Sight,
  ): Promise<StreamableFile> {
    const asked = { participantId, language, today, sight, after };
    return new StreamableFile(await this.queries.execute(new PrintCard(asked)));
  }

  @Get(':participantId/contributions/:paymentId/receipt.pdf')
  @QueryEndpoint({
    summary: 'The receipt of one payment of contributions, to be printed',
    roles: READERS,
    answer: 'application/pdf',
    impossible: 'Nothing is printed of somebody erased',
  })
  async receipt(
    @IdParam('participantId') participantId: string,
    @IdParam('paymentId') paymentId: string,
    @Query() { lang: language = 'id', after }: PrintQuery,
    @Today() today: LocalDate,
    @Seen() sight: Sight,
  ): Promise<StreamableFile> {
    const asked = { participantId, paymentId, language, today, sight, after };
    return new StreamableFile(await this.queries.execute(new PrintReceipt(asked)));
  }
}
