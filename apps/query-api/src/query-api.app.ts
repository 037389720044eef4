import { Module } from '@nestjs/common';
import { type App, ProcessQueriesModule, QueryApiConfig, ReadStoreModule } from '#platform';
import { AccidentsQueriesModule } from '#accidents';
import { ClaimsQueriesModule } from '#claims';
import { ParticipantsQueriesModule } from '#participants';
import { PayoutsQueriesModule, claimPayment } from '#payouts';
import { ScholarshipsQueriesModule, lateChildren, scholarshipGrants } from '#scholarships';

@Module({
  imports: [
    ReadStoreModule,
    ParticipantsQueriesModule,
    AccidentsQueriesModule,
    ClaimsQueriesModule,
    PayoutsQueriesModule,
    ScholarshipsQueriesModule,
    ProcessQueriesModule.of(claimPayment, scholarshipGrants, lateChildren),
  ],
})
class QueryApiModule {}

export const queryApi: App = {
  name: 'query-api',
  description: 'answers queries from the read models',
  api: true,
  config: QueryApiConfig,
  module: QueryApiModule,
};
