import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ProcessManagerModule } from '#platform';
import { GrantScholarship, GrantScholarshipHandler } from './commands/grant-scholarship.command.js';
import { scholarshipGrants } from './processes/scholarship-grants.js';

/** What this context does by itself: an approved claim grants its scholarships. */
@Module({
  imports: [CqrsModule, ProcessManagerModule.run(scholarshipGrants, { GrantScholarship })],
  providers: [GrantScholarshipHandler],
})
export class ScholarshipsProcessesModule {}
