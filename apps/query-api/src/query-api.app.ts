import { Module } from '@nestjs/common';
import { CONTEXTS } from '#contexts';
import { type App, ProcessQueriesModule } from '#http';
import { LawQueriesModule } from '#law-queries';
import { QueryApiConfig, PostgresModule, queriesOf } from '#runtime';

const PROCESSES = CONTEXTS.flatMap(({ processes = [] }) => processes);

@Module({
  imports: [PostgresModule, queriesOf(CONTEXTS), ProcessQueriesModule.of(...PROCESSES), LawQueriesModule],
})
class QueryApiModule {}

export const queryApi: App = {
  name: 'query-api',
  description: 'answers queries from the read models',
  api: true,
  config: QueryApiConfig,
  module: QueryApiModule,
};
