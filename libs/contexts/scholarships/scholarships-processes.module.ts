import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ProcessManagerModule } from '#runtime';
import { GrantScholarship, GrantScholarshipHandler } from './commands/grant-scholarship.command.js';
import {
  GrantLateScholarship,
  GrantLateScholarshipHandler,
} from './commands/grant-late-scholarship.command.js';
import { lateChildren } from './processes/late-children.js';
import { scholarshipGrants } from './processes/scholarship-grants.js';

/** What this context does by itself: an approved claim grants its scholarships, also to a child that is named later. */
@Module({
  imports: [
    CqrsModule,
    ProcessManagerModule.run(scholarshipGrants, { GrantScholarship }),
    ProcessManagerModule.run(lateChildren, { GrantLateScholarship }),
  ],
  providers: [GrantLateScholarshipHandler, GrantScholarshipHandler],
})
export class ScholarshipsProcessesModule {}
