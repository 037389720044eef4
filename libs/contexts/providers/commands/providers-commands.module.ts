import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ExtendPlkkAgreementHandler } from './extend-plkk-agreement.command.js';
import { FacilitiesController } from './facilities.controller.js';
import { RegisterFacilityHandler } from './register-facility.command.js';
import { SignPlkkAgreementHandler } from './sign-plkk-agreement.command.js';

/** The write side: facilities and their PLKK agreements over HTTP. */
@Module({
  imports: [CqrsModule],
  controllers: [FacilitiesController],
  providers: [ExtendPlkkAgreementHandler, RegisterFacilityHandler, SignPlkkAgreementHandler],
})
export class ProvidersCommandsModule {}
