import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ParticipantIds } from '../participant-ids.js';
import { GetParticipantHandler } from './participant/get-participant.query.js';
import { ParticipantsQueriesController } from './participant/participants-queries.controller.js';
import { SearchParticipantsHandler } from './participant/search-participants.query.js';

/** The read side: searching and looking at participants over HTTP. */
@Module({
  imports: [CqrsModule],
  controllers: [ParticipantsQueriesController],
  providers: [ParticipantIds, GetParticipantHandler, SearchParticipantsHandler],
})
export class ParticipantsQueriesModule {}
