import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, StreamCommand } from '#runtime';
import { type DenyClaimInput, denyClaim } from '../domain/deny-claim.js';
import { claims, knownClaim } from '../domain/claim.js';
import { basisOf } from '../programmes/index.js';

export class DenyClaim extends StreamCommand<DenyClaimInput> {
  readonly commandName = 'DenyClaim';

  override get formerContent() {
    return { claimId: this.input.claimId };
  }
}

@CommandHandler(DenyClaim)
export class DenyClaimHandler implements ICommandHandler<DenyClaim> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: DenyClaim) {
    return this.decisions.make(command, claims, command.input.claimId, denyClaim, (claim, read) =>
      basisOf(read, knownClaim(claim)),
    );
  }
}
