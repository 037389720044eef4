import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, StreamCommand } from '#runtime';
import { type TakeClaimOverInput, takeClaimOver } from '../domain/take-claim-over.js';
import { claims, knownClaim } from '../domain/claim.js';
import { basisOf } from '../programmes/index.js';

export class TakeClaimOver extends StreamCommand<TakeClaimOverInput> {
  readonly commandName = 'TakeClaimOver';
}

@CommandHandler(TakeClaimOver)
export class TakeClaimOverHandler implements ICommandHandler<TakeClaimOver> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: TakeClaimOver) {
    return this.decisions.make(command, claims, command.input.claimId, takeClaimOver, (claim, read) =>
      basisOf(read, knownClaim(claim)),
    );
  }
}
