import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, StreamCommand } from '#runtime';
import { claims } from '../domain/claim.js';
import { type SubmitClaimInput, submitClaim } from '../domain/submit-claim.js';
import { basisOf } from '../programmes/index.js';

export class SubmitClaim extends StreamCommand<SubmitClaimInput> {
  readonly commandName = 'SubmitClaim';
}

@CommandHandler(SubmitClaim)
export class SubmitClaimHandler implements ICommandHandler<SubmitClaim> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: SubmitClaim) {
    const { input } = command;
    return this.decisions.make(command, claims, input.claimId, submitClaim, (_claim, read) =>
      basisOf(read, input),
    );
  }
}
