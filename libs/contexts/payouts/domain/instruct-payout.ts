import { type BankAccount, type CommandContext, type LocalDate, Rejection, assertNever } from '#kernel';
import type { PayoutEvent } from './payout.events.js';
import type { KnownPayout, PayoutState } from './payout.js';
import { nextSteps, requireKnown } from './require-known.js';

export interface InstructPayoutInput {
  readonly payoutId: string;
  readonly instructedOn: LocalDate;
  /** Number of the instruction to the bank (nomor instruksi). */
  readonly instructionNumber: string;
}

/** What the decision needs from other streams. */
export interface InstructionFactsFromOthers {
  /** Account of the PLKK as its registration names it today; undefined when a person is paid. */
  readonly facilityAccount?: BankAccount;
}

/**
 * Tells the bank to pay (instruksi bayar). A PLKK is paid to the account it has at this moment, which is recorded.
 * @throws Rejection `PAYOUT_NOT_FOUND`, `NOT_TO_BE_INSTRUCTED`, `INSTRUCTION_NUMBER_USED`, `INSTRUCTED_IN_FUTURE`,
 *   `DATES_OUT_OF_ORDER`, `FACILITY_ACCOUNT_UNKNOWN`
 */
export function instructPayout(
  input: InstructPayoutInput,
  state: PayoutState,
  { facilityAccount }: InstructionFactsFromOthers,
  { today }: CommandContext,
): readonly PayoutEvent[] {
  const payout = requireKnown(state);
  if (payout.situation === 'INSTRUCTED' && payout.instructionNumber === input.instructionNumber) return [];
  if (!mayBeInstructed(payout)) {
    throw new Rejection('NOT_TO_BE_INSTRUCTED', `The payment is ${payout.situation}`, {
      allowed: nextSteps(payout),
    });
  }
  if (payout.instructionNumbers.includes(input.instructionNumber)) {
    throw new Rejection('INSTRUCTION_NUMBER_USED', 'An earlier instruction had this number', {
      allowed: ['a new instructionNumber'],
    });
  }
  if (input.instructedOn > today) {
    throw new Rejection('INSTRUCTED_IN_FUTURE', `The bank cannot have been told after today, ${today}`);
  }
  if (input.instructedOn < payout.lastStepOn) {
    throw new Rejection(
      'DATES_OUT_OF_ORDER',
      `The payment is ${payout.situation} since ${payout.lastStepOn}`,
    );
  }
  if (payout.facilityId && !facilityAccount) {
    throw new Rejection('FACILITY_ACCOUNT_UNKNOWN', 'No account of this PLKK is known');
  }
  const { payoutId, instructedOn, instructionNumber } = input;
  const paidTo = payout.facilityId ? { facilityAccount } : {};
  return [
    {
      type: 'PayoutInstructed',
      data: { payoutId, instructedOn, instructionNumber, ...paidTo, effectiveOn: instructedOn },
    },
  ];
}

/** What came back from a PLKK is paid again without a correction here: its account is kept with the facility. */
function mayBeInstructed(payout: KnownPayout): boolean {
  switch (payout.situation) {
    case 'ORDERED':
      return true;
    case 'RETURNED':
      return payout.facilityId !== undefined;
    case 'INSTRUCTED':
    case 'ACCEPTED':
    case 'SETTLED':
      return false;
    default:
      return assertNever(payout, 'payout situation');
  }
}
