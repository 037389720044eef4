import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, StreamCommand } from '#runtime';
import { type CalculateBenefitInput, calculateBenefit } from '../domain/calculate-benefit.js';
import { claims, knownClaim } from '../domain/claim.js';
import { basisOf } from '../programmes/index.js';

export class CalculateBenefit extends StreamCommand<CalculateBenefitInput> {
  readonly commandName = 'CalculateBenefit';

  override get formerContent() {
    return { claimId: this.input.claimId };
  }
}

@CommandHandler(CalculateBenefit)
export class CalculateBenefitHandler implements ICommandHandler<CalculateBenefit> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: CalculateBenefit) {
    return this.decisions.make(command, claims, command.input.claimId, calculateBenefit, (claim, read) =>
      basisOf(read, knownClaim(claim)),
    );
  }
}
