import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued, namingProposal } from '#http';
import type { Issue } from '#runtime';
import {
  AmendPlkkAgreementBody,
  CheckPlkkQualityBody,
  EndPlkkAgreementBody,
  LiftPlkkSuspensionBody,
  SuspendPlkkAgreementBody,
} from './agreements.fields.js';
import { AmendPlkkAgreement } from './amend-plkk-agreement.js';
import { CheckPlkkQuality } from './check-plkk-quality.js';
import { EndPlkkAgreement } from './end-plkk-agreement.js';
import { LiftPlkkSuspension } from './lift-plkk-suspension.js';
import { SuspendPlkkAgreement } from './suspend-plkk-agreement.js';

/** What becomes of an agreement after it was signed. */
@ApiTags('facilities')
@Controller('facilities/:facilityId/agreements/:agreementId')
export class AgreementsController {
  static readonly handlers = [
    AmendPlkkAgreement.handler,
    CheckPlkkQuality.handler,
    SuspendPlkkAgreement.handler,
    LiftPlkkSuspension.handler,
    EndPlkkAgreement.handler,
  ];

  constructor(private readonly commands: CommandBus) {}

  @Post('amendments')
  @CommandEndpoint({
    summary:
      'Put an addendum forward that changes services, tariff, beds, what the desk may do or where it is paid, with the first of two signatures',
    description:
      'From a day of the agreement on; what is left out stays as it was. Another account is where the facility is paid from the second signature on, also after the agreement. It holds once a second person has signed it, under the `proposalId` that the answer names.',
    roles: ['registrar'],
  })
  async amend(
    @IdParam('facilityId') facilityId: string,
    @IdParam('agreementId') agreementId: string,
    @Body() { reference, from, account, ...terms }: AmendPlkkAgreementBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult & { proposalId?: string }> {
    const input = { facilityId, agreementId, reference, from, terms, ...(account && { account }) };
    return namingProposal(await this.commands.execute(new AmendPlkkAgreement(input, issue)), issue.context);
  }

  @Post('quality-checks')
  @CommandEndpoint({
    summary: 'Record whether the facility keeps what was agreed',
    description: 'It stops nothing by itself: whoever failed is suspended, or its agreement ended.',
    roles: ['registrar', 'supervisor'],
  })
  check(
    @IdParam('facilityId') facilityId: string,
    @IdParam('agreementId') agreementId: string,
    @Body() body: CheckPlkkQualityBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new CheckPlkkQuality({ ...body, facilityId, agreementId }, issue));
  }

  @Post('suspension')
  @CommandEndpoint({
    summary: 'Let the facility take no new patients as a PLKK for a time',
    description: 'Patients in care are treated on, or moved, until the day that is named.',
    roles: ['supervisor'],
  })
  suspend(
    @IdParam('facilityId') facilityId: string,
    @IdParam('agreementId') agreementId: string,
    @Body() body: SuspendPlkkAgreementBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new SuspendPlkkAgreement({ ...body, facilityId, agreementId }, issue));
  }

  @Post('suspension/lifting')
  @CommandEndpoint({
    summary: 'End a suspension before its last day',
    roles: ['supervisor'],
  })
  lift(
    @IdParam('facilityId') facilityId: string,
    @IdParam('agreementId') agreementId: string,
    @Body() body: LiftPlkkSuspensionBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new LiftPlkkSuspension({ ...body, facilityId, agreementId }, issue));
  }

  @Post('ending')
  @CommandEndpoint({
    summary: 'End an agreement before its time',
    description: 'Patients in care are treated on, or moved, until the day that is named.',
    roles: ['supervisor'],
  })
  end(
    @IdParam('facilityId') facilityId: string,
    @IdParam('agreementId') agreementId: string,
    @Body() body: EndPlkkAgreementBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new EndPlkkAgreement({ ...body, facilityId, agreementId }, issue));
  }
}
