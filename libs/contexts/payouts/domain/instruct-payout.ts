import { type BankAccount, type CommandContext, type LocalDate, Rejection, enforce } from '#kernel';
import type { PaidFor } from './cancel-payout.js';
import type { PayoutEvent, PayoutInstructed } from './payout.events.js';
import { HANDS_POLICIES } from './policies/hands.policies.js';
import { type KnownPayout, type PayoutState, isBody } from './payout-state.js';
import { known } from './payout.js';
import { payeeRefusals } from './payee.refusals.js';
import { payoutRefusals } from './refusals.js';
import { isWhollyNotDue } from './what-is-due.js';

export interface InstructPayoutInput {
  readonly payoutId: string;
  readonly instructedOn: LocalDate;
  /** Number of the instruction to the bank (nomor instruksi). */
  readonly instructionNumber: string;
}

/** The claim that is paid waits for somebody before whose answer nothing of it is paid. */
export interface Awaiting {
  readonly awaited?: {
    /** As the claim names it: `IDENTITY`. */
    readonly reason: string;
    readonly until: LocalDate;
  };
}

/** What the decision needs from other streams. */
export interface InstructionFacts extends PaidFor, Awaiting {
  /** Account of the PLKK as its registration, or the last addendum about it, names it; undefined when a person is paid. */
  readonly facilityAccount?: BankAccount;
  /** The same of an employer. */
  readonly employerAccount?: BankAccount;
  /** Subjects of those who decided that it is paid, and of those who gave the account. */
  readonly deciderIds?: readonly string[];
  readonly accountGiverIds?: readonly string[];
  /** Until when heirs may agree who disagree about what was approved; only of a payment to heirs. */
  readonly disputedUntil?: LocalDate;
  /** Others inherit than it was approved for. */
  readonly isOthers?: boolean;
  /** The participant who is paid has died, and nobody has recorded who inherits. */
  readonly hasDied?: boolean;
}

/**
 * Tells the bank to pay (instruksi bayar). A PLKK or an employer is paid to the account it has at this moment, which is recorded.
 * @throws Rejection `PAYOUT_NOT_FOUND`, `NOT_TO_BE_INSTRUCTED`, `PERSONAL_DATA_ERASED`, `EVENT_REVOKED`, `CLAIM_AWAITS_ANSWER`,
 *   `HEIRS_IN_DISPUTE`, `PAYEE_DIED`, `PAID_TO_OTHERS`, `INSTRUCTION_NUMBER_USED`,
 *   `DECIDER_CANNOT_INSTRUCT`, `ACCOUNT_GIVER_CANNOT_INSTRUCT`, `INSTRUCTED_IN_FUTURE`, `DATES_OUT_OF_ORDER`, `FACILITY_ACCOUNT_UNKNOWN`, `EMPLOYER_ACCOUNT_UNKNOWN`
 */
export function instructPayout(
  input: InstructPayoutInput,
  state: PayoutState,
  { today, actor }: CommandContext,
  facts: InstructionFacts,
): readonly PayoutEvent[] {
  const payout = known(state);
  const { payoutId, instructedOn, instructionNumber } = input;
  if (payout.situation === 'INSTRUCTED' && payout.instructionNumber === instructionNumber) return [];
  if (!mayBeInstructed(payout)) throw new Rejection(payoutRefusals.NOT_TO_BE_INSTRUCTED(payout));
  enforce(HANDS_POLICIES, { payout, instructorId: actor.id, ...facts });
  requireNothingStops(payout, facts);
  requireNextInstruction(input, payout, today);
  const data = {
    payoutId,
    instructorId: actor.id,
    instructedOn,
    instructionNumber,
    ...accountOfBody(payout, facts),
    effectiveOn: instructedOn,
  };
  return [{ type: 'PayoutInstructed', data }];
}

/** What came back from a body is paid again without a correction here: its account is kept with it. What is not due at all is stopped. */
const mayBeInstructed = (payout: KnownPayout): boolean =>
  !isWhollyNotDue(payout) &&
  (payout.situation === 'ORDERED' || (payout.situation === 'RETURNED' && isBody(payout)));

/**
 * There is somebody to pay, for something that happened, and nobody's answer is waited for that says who.
 * @throws Rejection `PERSONAL_DATA_ERASED`, `EVENT_REVOKED`, `CLAIM_AWAITS_ANSWER`, `HEIRS_IN_DISPUTE`, `PAYEE_DIED`, `PAID_TO_OTHERS`
 */
function requireNothingStops(
  { accountErased }: KnownPayout,
  { isRevoked, awaited, disputedUntil, hasDied, isOthers }: InstructionFacts,
): void {
  if (accountErased) throw new Rejection(payoutRefusals.PERSONAL_DATA_ERASED());
  if (isRevoked) throw new Rejection(payoutRefusals.EVENT_REVOKED());
  if (awaited) throw new Rejection(payoutRefusals.CLAIM_AWAITS_ANSWER(awaited));
  if (disputedUntil) throw new Rejection(payeeRefusals.HEIRS_IN_DISPUTE({ until: disputedUntil }));
  if (hasDied) throw new Rejection(payeeRefusals.PAYEE_DIED());
  if (isOthers) throw new Rejection(payeeRefusals.PAID_TO_OTHERS());
}

/** A number is used once, and what is done to a payment follows in order of time. @throws Rejection `INSTRUCTION_NUMBER_USED`, `INSTRUCTED_IN_FUTURE`, `DATES_OUT_OF_ORDER` */
function requireNextInstruction(
  { instructionNumber, instructedOn }: InstructPayoutInput,
  payout: KnownPayout,
  today: LocalDate,
): void {
  if (payout.instructionNumbers.includes(instructionNumber)) {
    throw new Rejection(payoutRefusals.INSTRUCTION_NUMBER_USED());
  }
  if (instructedOn > today) throw new Rejection(payoutRefusals.INSTRUCTED_IN_FUTURE({ today }));
  if (instructedOn < payout.lastStepOn) throw new Rejection(payoutRefusals.DATES_OUT_OF_ORDER(payout));
}

/** Where the PLKK or the employer is paid at this moment; nothing of a person. @throws Rejection `FACILITY_ACCOUNT_UNKNOWN`, `EMPLOYER_ACCOUNT_UNKNOWN` */
function accountOfBody(
  { facilityId, employerId }: KnownPayout,
  { facilityAccount, employerAccount }: InstructionFacts,
): Pick<PayoutInstructed['data'], 'facilityAccount' | 'employerAccount'> {
  if (facilityId && !facilityAccount) throw new Rejection(payoutRefusals.FACILITY_ACCOUNT_UNKNOWN());
  if (employerId && !employerAccount) throw new Rejection(payoutRefusals.EMPLOYER_ACCOUNT_UNKNOWN());
  return { ...(facilityId && { facilityAccount }), ...(employerId && { employerAccount }) };
}
