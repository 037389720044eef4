import { StreamCommand, commandHandler } from '#runtime';
import { type CalculateBenefitInput, calculateBenefit } from '../domain/calculate-benefit.js';
import { claims } from '../domain/claim.js';
import { basisOfClaim } from '../programmes/index.js';

export class CalculateBenefit extends StreamCommand<CalculateBenefitInput> {
  readonly commandName = 'CalculateBenefit';

  override get formerContent() {
    return { claimId: this.input.claimId };
  }
}

export const CalculateBenefitHandler = commandHandler(
  CalculateBenefit,
  claims,
  'claimId',
  calculateBenefit,
  basisOfClaim,
);
