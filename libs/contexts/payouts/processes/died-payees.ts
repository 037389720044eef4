import type { ClaimTakenOver } from '#contexts/claims/facts';
import type { BackDatedDeathConfirmed, DeathReported, DeathRevoked } from '#contexts/participants/facts';
import type { Process } from '#kernel';
import type { NotePayeeDeathInput } from '../domain/died-payee.js';
import type { PayoutReturned, SettledPayoutReturned } from '../domain/money-back.events.js';
import type { PayoutOrdered } from '../domain/payout.events.js';
import { isBody } from '../domain/payout-state.js';

/** Whose payments, and of which claim where it is about one: what is to be paid is looked up in the log. */
export interface PayeesOf {
  readonly participantId: string;
  readonly claimId?: string;
}

/**
 * A participant who has died is paid nothing any more: who inherits is looked for. It is looked at from both sides, so that no death is
 * missed: whenever one is reported or taken back, and once something is ordered, or comes back. Nor is anybody paid for a death that was
 * taken back.
 */
export const diedPayees: Process<
  | DeathReported
  | BackDatedDeathConfirmed
  | DeathRevoked
  | ClaimTakenOver
  | PayoutOrdered
  | PayoutReturned
  | SettledPayoutReturned,
  { readonly NotePayeesDeath: PayeesOf; readonly NotePayeeDeath: NotePayeeDeathInput }
> = {
  name: 'died-payees',
  version: 1,
  categories: ['participant', 'claim', 'payout'],
  on: {
    // What waits for a second person does not hold yet.
    DeathReported: ({ data: { participantId, backDatedBy } }) =>
      backDatedBy === undefined ? [noteAllOf({ participantId })] : [],
    BackDatedDeathConfirmed: ({ data: { participantId } }) => [noteAllOf({ participantId })],
    DeathRevoked: ({ data: { participantId } }) => [noteAllOf({ participantId })],
    // What was paid before the end of a treatment stands in no docket.
    ClaimTakenOver: ({ data: { participantId, claimId } }) => [noteAllOf({ participantId, claimId })],
    PayoutOrdered: ({ data }) => (isBody(data) ? [] : [note(data)]),
    PayoutReturned: ({ data }) => [note(data)],
    SettledPayoutReturned: ({ data }) => [note(data)],
  },
};

const noteAllOf = (input: PayeesOf) =>
  ({ key: input.participantId, command: 'NotePayeesDeath', input }) as const;

const note = ({ payoutId }: NotePayeeDeathInput) =>
  ({ key: payoutId, command: 'NotePayeeDeath', input: { payoutId } }) as const;
