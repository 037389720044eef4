import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, Issued, NestedField, UuidField } from '#http';
import type { Issue } from '#runtime';
import { ClaimantBody, DocumentBody, SUBMITTERS } from '../../commands/claims.fields.js';
import { SubmitClaim, SubmitClaimHandler } from '../../commands/submit-claim.js';
import { jkm, jkmClaimId } from './programme.js';

export class SubmitJkmClaimBody {
  @UuidField({ description: 'The participant whose death was reported' })
  readonly participantId!: string;

  @NestedField(() => DocumentBody, { each: true, maxItems: 50 })
  readonly documents!: DocumentBody[];

  @NestedField(() => ClaimantBody, { description: 'The heir' })
  readonly person!: ClaimantBody;
}

@ApiTags('claims')
@Controller('claims/jkm')
export class JkmClaimsController {
  static readonly handlers = [SubmitClaimHandler];

  constructor(private readonly commands: CommandBus) {}

  @Post()
  // Clients are generated from this name.
  @ApiOperation({ operationId: 'ClaimsController_submitJkm' })
  @CommandEndpoint({
    summary: 'Submit a claim for a death that is no work accident (JKM)',
    description: 'Says at once which documents are missing, or starts the service clock of 3 working days.',
    roles: SUBMITTERS,
    creates: true,
  })
  submit(@Body() body: SubmitJkmClaimBody, @Issued() issue: Issue): Promise<CommandResult> {
    const claimId = jkmClaimId(body.participantId);
    const input = { ...body, programme: jkm.code, claimant: 'HEIR' as const, claimId };
    return this.commands.execute(new SubmitClaim(input, issue));
  }
}
