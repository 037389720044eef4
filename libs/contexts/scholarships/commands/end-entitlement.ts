import { entitledByAnother, isRightRevoked, scholarshipByClaim } from '#contexts/claims/facts';
import type { Reading } from '#kernel';
import { command } from '#runtime';
import { type EndEntitlementInput, type EntitledBy, endEntitlement } from '../domain/end-entitlement.js';
import { scholarshipIdOf, scholarships } from '../domain/scholarship.js';

/** Only the process scholarship-grants sends it: the right ends with what was approved of the claim. */
export const EndEntitlement = command('EndEntitlement', scholarships, scholarshipIdOf, endEntitlement, {
  facts: (_state, read, input) => entitledBy(input, read),
});

async function entitledBy(input: EndEntitlementInput, read: Reading): Promise<EntitledBy> {
  const { participantId, endedOn: grantedOn } = input;
  const another = await entitledByAnother(read, input);
  return {
    claim: await scholarshipByClaim(read, input),
    isRevoked: await isRightRevoked(read, input),
    ...(another && { elsewhere: { ...another, participantId, grantedOn } }),
  };
}
