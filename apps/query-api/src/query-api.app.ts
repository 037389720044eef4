import { Module } from '@nestjs/common';
import { type App, ProcessQueriesModule } from '#http';
import { QueryApiConfig, ReadStoreModule } from '#runtime';
import { AccidentsQueriesModule } from '#contexts/accidents/index';
import { ClaimsQueriesModule } from '#contexts/claims/index';
import { ParticipantsQueriesModule } from '#contexts/participants/index';
import { PayoutsQueriesModule, claimPayment } from '#contexts/payouts/index';
import { ScholarshipsQueriesModule, lateChildren, scholarshipGrants } from '#contexts/scholarships/index';

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
