import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { LocalDate, Role } from '#kernel';
import { AfterQuery, IdParam, type Page, PageQuery, QueryEndpoint, Today, asked, shape } from '#http';
import { CLAIM_STATUSES } from '../../domain/claim-status.js';
import { PROGRAMME_CODES } from '../../programmes/index.js';
import { ClaimDetail, ClaimPage, type ClaimSummary } from './claim.answers.js';
import { GetClaim, GetClaimHandler } from './get-claim.query.js';
import { CLAIM_ORDERS, ListClaims, ListClaimsHandler } from './list-claims.query.js';

export class ClaimListQuery extends shape(
  {
    status: asked.code(CLAIM_STATUSES, { optional: true }),
    programme: asked.code(PROGRAMME_CODES, { optional: true }),
    office: asked.text({ optional: true, max: 60, description: 'Office where the claim was submitted' }),
    participantId: asked.uuid({ optional: true }),
    accidentId: asked.uuid({ optional: true }),
    minAgeDays: asked.integer({
      optional: true,
      min: 0,
      max: 36_500,
      fromText: true,
      description: 'Submitted at least so many days ago',
    }),
    overdue: asked.yesNo({
      optional: true,
      fromText: true,
      description: 'Not closed, and the last day for payment has passed',
    }),
    sort: asked.order(CLAIM_ORDERS),
  },
  PageQuery,
) {}

const LIST_READERS: readonly Role[] = [
  'registrar',
  'plkk',
  'adjudicator',
  'supervisor',
  'finance',
  'auditor',
  'reporting',
];

/** The arithmetic of a component tells of somebody's health. */
const DETAIL_READERS: readonly Role[] = ['adjudicator', 'supervisor', 'auditor'];

@ApiTags('claims')
@Controller('claims')
export class ClaimsQueriesController {
  static readonly handlers = [GetClaimHandler, ListClaimsHandler];

  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryEndpoint({ summary: 'The worklist of claims', roles: LIST_READERS, answer: ClaimPage })
  list(@Query() query: ClaimListQuery, @Today() today: LocalDate): Promise<Page<ClaimSummary>> {
    return this.queries.execute(new ListClaims(query, today));
  }

  @Get(':claimId')
  @QueryEndpoint({
    summary: 'One claim: documents, components with their law, payouts and timeline',
    roles: DETAIL_READERS,
    answer: ClaimDetail,
  })
  get(
    @IdParam('claimId') claimId: string,
    @Query() { after }: AfterQuery,
    @Today() today: LocalDate,
  ): Promise<ClaimDetail> {
    return this.queries.execute(new GetClaim(claimId, today, after));
  }
}
