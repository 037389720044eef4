import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type CommandResult, EventStore } from '#event-store';
import { CommandEndpoint, Issued, asked, shape } from '#http';
import type { Issue } from '#runtime';
import { ClaimantBody, DocumentBody, SUBMITTERS } from '../../commands/claims.fields.js';
import { SubmitClaim } from '../../commands/submit-claim.js';
import { presentJkmClaim } from '../claim-ids.js';
import { jkm } from './programme.js';

export class SubmitJkmClaimBody extends shape({
  participantId: asked.uuid({ description: 'The participant whose death was reported' }),
  projectId: asked.uuid({
    optional: true,
    description:
      'The construction project on which they worked (JAKON); needed where they are known by projects only',
  }),
  documents: asked.nested(() => DocumentBody, { each: true, maxItems: 50 }),
  person: asked.nested(() => ClaimantBody, { description: 'The heir' }),
}) {}

@ApiTags('claims')
@Controller('claims/jkm')
export class JkmClaimsController {
  static readonly handlers = [SubmitClaim.handler];

  constructor(
    private readonly commands: CommandBus,
    private readonly store: EventStore,
  ) {}

  @Post()
  @CommandEndpoint({
    summary: 'Submit a claim for a death that is no work accident (JKM)',
    description: 'Says at once which documents are missing, or starts the service clock of 3 working days.',
    roles: SUBMITTERS,
    creates: true,
    operationId: 'ClaimsController_submitJkm',
  })
  async submit(@Body() body: SubmitJkmClaimBody, @Issued() issue: Issue): Promise<CommandResult> {
    const claimId = await presentJkmClaim(this.store, body.participantId);
    const input = { ...body, programme: jkm.code, claimant: 'HEIR' as const, claimId };
    return this.commands.execute(new SubmitClaim(input, issue));
  }
}
