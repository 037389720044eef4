import type { BankAccount, CommandContext } from '#kernel';
import type { EmployerEvent } from './employer.events.js';
import { type EmployerState, known } from './employer.js';

export interface NameAccountInput {
  readonly employerId: string;
  readonly account: BankAccount;
  readonly reference: string;
}

/**
 * Says where an employer is paid what is due to it (rekening pemberi kerja). The same account once more changes nothing.
 * @throws Rejection `EMPLOYER_NOT_FOUND`
 */
export function nameAccount(
  input: NameAccountInput,
  state: EmployerState,
  { today }: CommandContext,
): readonly EmployerEvent[] {
  const { account: before } = known(state);
  const { bank, number, holder } = input.account;
  if (before?.bank === bank && before.number === number && before.holder === holder) return [];
  return [{ type: 'EmployerAccountNamed', data: { ...input, effectiveOn: today } }];
}
