import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AccidentsQueriesController } from './accident/accidents-queries.controller.js';
import { GetAccidentHandler } from './accident/get-accident.query.js';
import { ListAccidentsHandler } from './accident/list-accidents.query.js';

/** The read side: accidents and what they wait for over HTTP. */
@Module({
  imports: [CqrsModule],
  controllers: [AccidentsQueriesController],
  providers: [GetAccidentHandler, ListAccidentsHandler],
})
export class AccidentsQueriesModule {}
