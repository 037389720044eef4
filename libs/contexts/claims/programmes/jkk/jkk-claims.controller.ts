import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, Issued, asked, shape } from '#http';
import type { Issue } from '#runtime';
import { ClaimantBody, DocumentBody, SUBMITTERS } from '../../commands/claims.fields.js';
import { SubmitClaim } from '../../commands/submit-claim.js';
import { CLAIMANTS } from '../../domain/handed-in.events.js';
import { jkkClaimId } from '../claim-ids.js';
import { jkk } from './programme.js';

export class SubmitJkkClaimBody extends shape({
  accidentId: asked.uuid({ description: 'The accident that is claimed for; it can be claimed once' }),
  participantId: asked.uuid(),
  claimant: asked.code(CLAIMANTS),
  documents: asked.nested(() => DocumentBody, { each: true, maxItems: 50 }),
  person: asked.nested(() => ClaimantBody),
}) {}

@ApiTags('claims')
@Controller('claims/jkk')
export class JkkClaimsController {
  static readonly handlers = [SubmitClaim.handler];

  constructor(private readonly commands: CommandBus) {}

  @Post()
  @CommandEndpoint({
    summary: 'Submit a claim for a work accident (JKK)',
    description: 'Says at once which documents are missing, or starts the service clock of 7 working days.',
    roles: SUBMITTERS,
    creates: true,
    operationId: 'ClaimsController_submitJkk',
  })
  submit(@Body() body: SubmitJkkClaimBody, @Issued() issue: Issue): Promise<CommandResult> {
    const input = { ...body, programme: jkk.code, claimId: jkkClaimId(body.accidentId) };
    return this.commands.execute(new SubmitClaim(input, issue));
  }
}
