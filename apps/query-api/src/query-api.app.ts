import { Module } from '@nestjs/common';
import { CONTEXTS, STREAMS } from '#contexts';
import { type App, PastModule, ProcessQueriesModule, WithActionsModule } from '#http';
import { LawQueriesModule } from '#law-queries';
import { LogToReadModule, PostgresModule, QueryApiConfig, queriesOf } from '#runtime';

const PROCESSES = CONTEXTS.flatMap(({ processes = [] }) => processes);

@Module({
  imports: [
    PostgresModule,
    LogToReadModule.forRoot(STREAMS),
    PastModule.of(STREAMS),
    WithActionsModule,
    queriesOf(CONTEXTS),
    ProcessQueriesModule.of(...PROCESSES),
    LawQueriesModule,
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
