import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
import type { Issue } from '#runtime';
import { BeginWait } from './begin-wait.js';
import {
  BeginWaitBody,
  DetermineBenefitBody,
  EndWaitBody,
  EstablishHeirsBody,
  SettleDoubtBody,
} from './claims.fields.js';
import { DetermineBenefit } from './determine-benefit.js';
import { SettleDoubt } from './doubts.js';
import { EndWait } from './end-wait.js';
import { EstablishHeirs } from './establish-heirs.js';

/** What the law leaves to people, and what they wait for. */
@ApiTags('claims')
@Controller('claims/:claimId')
export class LeftToPeopleController {
  static readonly handlers = [
    BeginWait.handler,
    DetermineBenefit.handler,
    EndWait.handler,
    EstablishHeirs.handler,
    SettleDoubt.handler,
  ];

  constructor(private readonly commands: CommandBus) {}

  @Post('waits')
  @CommandEndpoint({
    summary: 'Ask somebody outside of the office, or record that heirs disagree',
    description:
      'An advisory doctor answers in 7 days, an inspector in 30. Nothing is paid while heirs disagree, or a court or an identity is asked; the last two stop what was approved, too. The time for payment stands still.',
    roles: ['adjudicator', 'supervisor'],
  })
  beginWait(
    @IdParam('claimId') claimId: string,
    @Body() body: BeginWaitBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new BeginWait({ ...body, claimId }, issue));
  }

  @Post('waits/end')
  @CommandEndpoint({
    summary: 'Record the answer, or that nobody answered in time',
    description: 'The claim goes on, and is calculated again. GIVEN_UP once its time is over.',
    roles: ['adjudicator', 'supervisor'],
  })
  endWait(
    @IdParam('claimId') claimId: string,
    @Body() body: EndWaitBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new EndWait({ ...body, claimId }, issue));
  }

  @Post('determination')
  @CommandEndpoint({
    summary: 'Say what is due where the law leaves it to a person, or against what it was found to say',
    description:
      'With a ground, reasons and what shows it. A second person approves it like a calculation; calculating again takes it back.',
    roles: ['adjudicator', 'supervisor'],
  })
  determine(
    @IdParam('claimId') claimId: string,
    @Body() body: DetermineBenefitBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new DetermineBenefit({ ...body, claimId }, issue));
  }

  @Post('doubts/settlement')
  @CommandEndpoint({
    summary: 'Say why a claim goes on though something was found that concerns it',
    description:
      'Nothing of it is approved before: until then, or until the finding is explained. Not by whoever handed it in or calculated it; whoever says so does not approve it.',
    roles: ['supervisor'],
  })
  settleDoubt(
    @IdParam('claimId') claimId: string,
    @Body() body: SettleDoubtBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new SettleDoubt({ ...body, claimId }, issue));
  }

  @Post('heirs')
  @CommandEndpoint({
    summary: 'Record who inherits, and who of them is paid how much',
    description:
      'The law says which rank is paid; a court may say otherwise. Each who is paid gets a payment of their own. Whoever records it does not decide the claim.',
    roles: ['adjudicator', 'supervisor'],
  })
  establishHeirs(
    @IdParam('claimId') claimId: string,
    @Body() body: EstablishHeirsBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new EstablishHeirs({ ...body, claimId }, issue));
  }
}
