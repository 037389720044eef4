import type { WantHeirsInput } from '#contexts/claims/facts';
import type { Process } from '#kernel';
import type { PayeeDied, PayeeLives } from '../domain/payee.events.js';

/** Of the claim that a participant is still to be paid for it is somebody's turn then to record who inherits. */
export const wantedHeirs: Process<
  PayeeDied | PayeeLives,
  { readonly WantHeirs: WantHeirsInput; readonly WantHeirsNoMore: WantHeirsInput }
> = {
  name: 'wanted-heirs',
  version: 1,
  categories: ['payout'],
  on: {
    PayeeDied: ({ data: { claimId } }) => [{ key: claimId, command: 'WantHeirs', input: { claimId } }],
    PayeeLives: ({ data: { claimId } }) => [{ key: claimId, command: 'WantHeirsNoMore', input: { claimId } }],
  },
};
