import { StreamCommand, commandHandler } from '#runtime';
import { type DenyClaimInput, denyClaim } from '../domain/deny-claim.js';
import { claims } from '../domain/claim.js';
import { basisOfClaim } from '../programmes/index.js';

export class DenyClaim extends StreamCommand<DenyClaimInput> {
  readonly commandName = 'DenyClaim';

  override get formerContent() {
    return { claimId: this.input.claimId };
  }
}

export const DenyClaimHandler = commandHandler(DenyClaim, claims, 'claimId', denyClaim, basisOfClaim);
