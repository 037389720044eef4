import { StreamCommand, commandHandler } from '#runtime';
import { type TakeClaimOverInput, takeClaimOver } from '../domain/take-claim-over.js';
import { claims } from '../domain/claim.js';
import { basisOfClaim } from '../programmes/index.js';

export class TakeClaimOver extends StreamCommand<TakeClaimOverInput> {
  readonly commandName = 'TakeClaimOver';
}

export const TakeClaimOverHandler = commandHandler(
  TakeClaimOver,
  claims,
  'claimId',
  takeClaimOver,
  basisOfClaim,
);
