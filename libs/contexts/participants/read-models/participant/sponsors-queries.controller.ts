import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { DetailQuery, PastQuery, IdParam, type Page, QueryEndpoint, Seen, Today } from '#http';
import type { LocalDate, Role, Sight } from '#kernel';
import { GetRosterCsv, ListRoster, RosterFileQuery, RosterQuery } from './roster.queries.js';
import {
  PromisedMonths,
  type RosterItem,
  RosterPage,
  SponsorDetail,
  SponsorPage,
  type SponsorSummary,
} from './sponsor.answers.js';
import { GetPromisedMonths, GetSponsor, ListSponsors, SponsorListQuery } from './sponsor.queries.js';

const READERS: readonly Role[] = ['registrar', 'supervisor', 'finance', 'auditor'];

@ApiTags('sponsors')
@Controller('sponsors')
export class SponsorsQueriesController {
  static readonly handlers = [
    GetPromisedMonths.handler,
    GetRosterCsv.handler,
    GetSponsor.handler,
    ListRoster.handler,
    ListSponsors.handler,
  ];

  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryEndpoint({ summary: 'List sponsors by name', roles: READERS, answer: SponsorPage })
  list(@Query() query: SponsorListQuery, @Seen() sight: Sight): Promise<Page<SponsorSummary>> {
    return this.queries.execute(new ListSponsors({ ...query, sight }));
  }

  @Get(':sponsorId')
  @QueryEndpoint({
    summary:
      'One sponsor with its agreements: who is carried, what is left of the quota, what was paid and is owed',
    roles: READERS,
    answer: SponsorDetail,
  })
  get(
    @IdParam('sponsorId') sponsorId: string,
    @Query() { after }: DetailQuery,
    @Today() today: LocalDate,
    @Seen() sight: Sight,
  ): Promise<SponsorDetail> {
    return this.queries.execute(new GetSponsor({ sponsorId, today, sight, after }));
  }

  @Get(':sponsorId/agreements/:agreementId/months')
  @QueryEndpoint({
    summary:
      'What became of an agreement month by month: promised, paid, in arrears, and what is owed by the law',
    roles: READERS,
    answer: PromisedMonths,
  })
  months(
    @IdParam('sponsorId') sponsorId: string,
    @IdParam('agreementId') agreementId: string,
    @Query() { after }: PastQuery,
    @Today() today: LocalDate,
    @Seen() sight: Sight,
  ): Promise<PromisedMonths> {
    return this.queries.execute(new GetPromisedMonths({ sponsorId, agreementId, today, sight, after }));
  }

  @Get(':sponsorId/agreements/:agreementId/roster')
  @QueryEndpoint({
    summary: 'Who is carried under an agreement, or who joined or left in a month',
    roles: READERS,
    answer: RosterPage,
  })
  roster(
    @IdParam('sponsorId') sponsorId: string,
    @IdParam('agreementId') agreementId: string,
    @Query() query: RosterQuery,
    @Seen() sight: Sight,
  ): Promise<Page<RosterItem>> {
    return this.queries.execute(new ListRoster({ ...query, sponsorId, agreementId, sight }));
  }

  @Get(':sponsorId/agreements/:agreementId/roster.csv')
  @QueryEndpoint({
    summary: 'The same as a file, by which the sponsor can pay again',
    roles: READERS,
    answer: 'text/csv',
  })
  rosterFile(
    @IdParam('sponsorId') sponsorId: string,
    @IdParam('agreementId') agreementId: string,
    @Query() query: RosterFileQuery,
    @Seen() sight: Sight,
  ): Promise<string> {
    return this.queries.execute(new GetRosterCsv({ ...query, sponsorId, agreementId, sight }));
  }
}
