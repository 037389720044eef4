import { StreamCommand, commandHandler } from '#runtime';
import { claims } from '../domain/claim.js';
import { type SubmitClaimInput, submitClaim } from '../domain/submit-claim.js';
import { basisOf } from '../programmes/index.js';

export class SubmitClaim extends StreamCommand<SubmitClaimInput> {
  readonly commandName = 'SubmitClaim';
}

export const SubmitClaimHandler = commandHandler(
  SubmitClaim,
  claims,
  'claimId',
  submitClaim,
  (_claim, read, submitted) => basisOf(read, submitted),
);
