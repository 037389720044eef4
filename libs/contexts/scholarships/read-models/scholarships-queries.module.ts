import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { GetScholarshipHandler } from './scholarship/get-scholarship.query.js';
import { ListScholarshipsHandler } from './scholarship/list-scholarships.query.js';
import { ScholarshipsQueriesController } from './scholarship/scholarships-queries.controller.js';

/** The read side: scholarships, their years and what has been paid over HTTP. */
@Module({
  imports: [CqrsModule],
  controllers: [ScholarshipsQueriesController],
  providers: [GetScholarshipHandler, ListScholarshipsHandler],
})
export class ScholarshipsQueriesModule {}
