import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { LocalDate, Role, Sight } from '#kernel';
import { DetailQuery, PastQuery, IdParam, type Page, QueryEndpoint, Seen, Today } from '#http';
import { ClaimDetail, ClaimExplanationAnswer, ClaimPage, type ClaimSummary } from './claim.answers.js';
import {
  type ClaimExplanation,
  ClaimListQuery,
  ExplainClaim,
  GetClaim,
  ListClaims,
} from './claim.queries.js';

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
  static readonly handlers = [ExplainClaim.handler, GetClaim.handler, ListClaims.handler];

  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryEndpoint({ summary: 'The worklist of claims', roles: LIST_READERS, answer: ClaimPage })
  list(
    @Query() query: ClaimListQuery,
    @Today() today: LocalDate,
    @Seen() sight: Sight,
  ): Promise<Page<ClaimSummary>> {
    return this.queries.execute(new ListClaims({ ...query, today, sight }));
  }

  @Get(':claimId')
  @QueryEndpoint({
    summary: 'One claim: documents, components with their law, payouts and timeline',
    roles: DETAIL_READERS,
    answer: ClaimDetail,
  })
  get(
    @IdParam('claimId') claimId: string,
    @Query() { after }: DetailQuery,
    @Today() today: LocalDate,
    @Seen() sight: Sight,
  ): Promise<ClaimDetail> {
    return this.queries.execute(new GetClaim({ claimId, today, sight, after }));
  }

  @Get(':claimId/explanation')
  @QueryEndpoint({
    summary: 'Why a claim comes to what it comes to: each number down to its rule or to what was known',
    roles: DETAIL_READERS,
    answer: ClaimExplanationAnswer,
    impossible: 'Nothing was calculated yet, or what it was calculated from was erased',
  })
  explain(
    @IdParam('claimId') claimId: string,
    @Query() { after }: PastQuery,
    @Seen() sight: Sight,
  ): Promise<ClaimExplanation> {
    return this.queries.execute(new ExplainClaim({ claimId, sight, after }));
  }
}
