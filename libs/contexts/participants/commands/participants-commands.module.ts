import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ParticipantIds } from '../participant-ids.js';
import { ImportParticipantsHandler } from './import-participants.command.js';
import { ImportsController } from './imports.controller.js';
import { ParticipantsController } from './participants.controller.js';
import { RecordContributionHandler } from './record-contribution.command.js';
import { RegisterChildHandler } from './register-child.command.js';
import { RegisterHeirHandler } from './register-heir.command.js';
import { RegisterParticipantHandler } from './register-participant.command.js';
import { RegisterSponsorHandler } from './register-sponsor.command.js';
import { ReportDeathHandler } from './report-death.command.js';
import { SignSponsorAgreementHandler } from './sign-sponsor-agreement.command.js';
import { SponsorsController } from './sponsors.controller.js';
import { TraceDeathHandler } from './trace-death.command.js';

/** The write side: registration, contributions, sponsors and imports over HTTP. */
@Module({
  imports: [CqrsModule],
  controllers: [ImportsController, ParticipantsController, SponsorsController],
  providers: [
    ParticipantIds,
    ImportParticipantsHandler,
    RecordContributionHandler,
    RegisterChildHandler,
    RegisterHeirHandler,
    RegisterParticipantHandler,
    RegisterSponsorHandler,
    ReportDeathHandler,
    SignSponsorAgreementHandler,
    TraceDeathHandler,
  ],
})
export class ParticipantsCommandsModule {}
