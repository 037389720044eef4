import { type LocalDate, type Policy, enforce } from '#kernel';
import type { BankResult, KnownPayout } from '../payout-state.js';
import { bankRefusals } from '../bank.refusals.js';
import { payoutRefusals } from '../refusals.js';

/** What the rules for bank results look at. */
export interface BankResultGrounds {
  readonly payout: KnownPayout;
  readonly result: BankResult;
  readonly today: LocalDate;
  /** Subject of the token of whoever records it. */
  readonly recorderId: string;
}

const notInTheFuture: Policy<BankResultGrounds> = {
  name: 'not-in-the-future',
  check: ({ result, today }) => (result.on > today ? bankRefusals.RESULT_IN_FUTURE({ today }) : undefined),
};

/**
 * A reference that is settled or returned stays so, and what has arrived under one reference needs no other; unless it came back
 * afterwards, and is paid anew under another one.
 */
const doesNotContradict: Policy<BankResultGrounds> = {
  name: 'does-not-contradict',
  check: ({ payout, result }) => {
    const before = payout.moneyBack?.resultsBefore ?? 0;
    const earlier = payout.bankResults.find(
      (heard, nth) =>
        (heard.result === 'SETTLED' && (nth >= before || heard.bankReference === result.bankReference)) ||
        (heard.bankReference === result.bankReference &&
          (heard.result === 'RETURNED' || heard.result === result.result)),
    );
    return earlier && bankRefusals.BANK_RESULT_CONTRADICTS({ earlier, payout });
  },
};

const AWAITED: Readonly<Record<BankResult['result'], readonly KnownPayout['situation'][]>> = {
  ACCEPTED: ['INSTRUCTED'],
  SETTLED: ['ACCEPTED'],
  RETURNED: ['INSTRUCTED', 'ACCEPTED'],
};

const isAwaited: Policy<BankResultGrounds> = {
  name: 'is-awaited',
  check: ({ payout, result: { result } }) =>
    AWAITED[result].includes(payout.situation)
      ? undefined
      : bankRefusals.BANK_RESULT_NOT_AWAITED({ payout, result }),
};

const underTheAcceptedReference: Policy<BankResultGrounds> = {
  name: 'under-the-accepted-reference',
  check: ({ payout, result }) =>
    payout.situation === 'ACCEPTED' && payout.bankReference !== result.bankReference
      ? bankRefusals.BANK_REFERENCE_DIFFERS()
      : undefined,
};

const inOrderOfTime: Policy<BankResultGrounds> = {
  name: 'in-order-of-time',
  check: ({ payout, result }) =>
    result.on < payout.lastStepOn ? payoutRefusals.DATES_OUT_OF_ORDER(payout) : undefined,
};

const theWholeAmount: Policy<BankResultGrounds> = {
  name: 'the-whole-amount',
  check: ({ payout: { amountIdr: orderedIdr }, result }) =>
    result.result === 'SETTLED' && result.amountIdr !== orderedIdr
      ? bankRefusals.AMOUNT_DIFFERS({ orderedIdr, arrivedIdr: result.amountIdr })
      : undefined,
};

/** Money to an account that somebody changed passes through two pairs of hands. */
const notSettledByWhoeverInstructed: Policy<BankResultGrounds> = {
  name: 'not-settled-by-whoever-instructed',
  check: ({ payout: { correctorId, instructorId }, result, recorderId }) =>
    result.result === 'SETTLED' && correctorId !== undefined && instructorId === recorderId
      ? bankRefusals.INSTRUCTOR_CANNOT_SETTLE()
      : undefined,
};

/** In this order; the first refusal wins. */
const BANK_RESULT_POLICIES: readonly Policy<BankResultGrounds>[] = [
  notInTheFuture,
  doesNotContradict,
  isAwaited,
  underTheAcceptedReference,
  inOrderOfTime,
  theWholeAmount,
  notSettledByWhoeverInstructed,
];

/**
 * Whether there is anything to record: false when the bank only says again what it said before.
 * @throws Rejection with the code of the first policy that objects
 */
export function isNewBankResult(grounds: BankResultGrounds): boolean {
  if (grounds.payout.bankResults.some((heard) => isSameResult(heard, grounds.result))) return false;
  enforce(BANK_RESULT_POLICIES, grounds);
  return true;
}

function isSameResult(a: BankResult, b: BankResult): boolean {
  return (
    a.result === b.result &&
    a.bankReference === b.bankReference &&
    a.on === b.on &&
    (a.result !== 'SETTLED' || (b.result === 'SETTLED' && a.amountIdr === b.amountIdr)) &&
    (a.result !== 'RETURNED' || (b.result === 'RETURNED' && a.reason === b.reason))
  );
}
