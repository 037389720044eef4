import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ClaimsQueriesController } from './claim/claims-queries.controller.js';
import { GetClaimHandler } from './claim/get-claim.query.js';
import { ListClaimsHandler } from './claim/list-claims.query.js';

/** The read side: worklist and details of claims over HTTP. */
@Module({
  imports: [CqrsModule],
  controllers: [ClaimsQueriesController],
  providers: [GetClaimHandler, ListClaimsHandler],
})
export class ClaimsQueriesModule {}
