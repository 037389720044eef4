import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AddDocumentsHandler } from './add-documents.command.js';
import { ApproveClaimHandler } from './approve-claim.command.js';
import { CalculateBenefitHandler } from './calculate-benefit.command.js';
import { ClaimsController } from './claims.controller.js';
import { DenyClaimHandler } from './deny-claim.command.js';
import { SubmitClaimHandler } from './submit-claim.command.js';
import { TakeClaimOverHandler } from './take-claim-over.command.js';

/** The write side: claims from submission to decision over HTTP. */
@Module({
  imports: [CqrsModule],
  controllers: [ClaimsController],
  providers: [
    AddDocumentsHandler,
    ApproveClaimHandler,
    CalculateBenefitHandler,
    DenyClaimHandler,
    SubmitClaimHandler,
    TakeClaimOverHandler,
  ],
})
export class ClaimsCommandsModule {}
