import { type BankAccount, type CommandContext, stream } from '#kernel';
import type { AccountNamed } from './account.events.js';

/** For which participants an account was named. */
export interface NamedAccount {
  readonly participantIds: readonly string[];
}

/** One bank account of a person: `account-<id>`; the id says nothing of it. */
export const namedAccounts = stream<NamedAccount, AccountNamed>('account', {
  initial: { participantIds: [] },
  evolve: ({ participantIds }, { data }) => ({ participantIds: [...participantIds, data.participantId] }),
});

/** To which account somebody is to be paid for a participant. */
export interface NoteAccountInput {
  readonly participantId: string;
  readonly account: BankAccount;
}

/** Notes for whom an account was named, once for each participant. */
export function noteAccount(
  input: Pick<AccountNamed['data'], 'accountId' | 'participantId'>,
  { participantIds }: NamedAccount,
  { today }: CommandContext,
): readonly AccountNamed[] {
  if (participantIds.includes(input.participantId)) return [];
  return [{ type: 'AccountNamed', data: { ...input, effectiveOn: today } }];
}
