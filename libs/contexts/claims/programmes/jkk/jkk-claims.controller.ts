import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CodeField, CommandEndpoint, Issued, NestedField, UuidField } from '#http';
import type { Issue } from '#runtime';
import { ClaimantBody, DocumentBody, SUBMITTERS } from '../../commands/claims.fields.js';
import { SubmitClaim, SubmitClaimHandler } from '../../commands/submit-claim.js';
import { CLAIMANTS, type Claimant } from '../../domain/claim.events.js';
import { jkk, jkkClaimId } from './programme.js';

export class SubmitJkkClaimBody {
  @UuidField({ description: 'The accident that is claimed for; it can be claimed once' })
  readonly accidentId!: string;

  @UuidField()
  readonly participantId!: string;

  @CodeField(CLAIMANTS)
  readonly claimant!: Claimant;

  @NestedField(() => DocumentBody, { each: true, maxItems: 50 })
  readonly documents!: DocumentBody[];

  @NestedField(() => ClaimantBody)
  readonly person!: ClaimantBody;
}

@ApiTags('claims')
@Controller('claims/jkk')
export class JkkClaimsController {
  static readonly handlers = [SubmitClaimHandler];

  constructor(private readonly commands: CommandBus) {}

  @Post()
  // Clients are generated from this name.
  @ApiOperation({ operationId: 'ClaimsController_submitJkk' })
  @CommandEndpoint({
    summary: 'Submit a claim for a work accident (JKK)',
    description: 'Says at once which documents are missing, or starts the service clock of 7 working days.',
    roles: SUBMITTERS,
    creates: true,
  })
  submit(@Body() body: SubmitJkkClaimBody, @Issued() issue: Issue): Promise<CommandResult> {
    const input = { ...body, programme: jkk.code, claimId: jkkClaimId(body.accidentId) };
    return this.commands.execute(new SubmitClaim(input, issue));
  }
}
