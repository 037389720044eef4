import { type LocalDate, type Policy, enforce, formatRupiah } from '#kernel';
import type { BankResult, KnownPayout } from '../payout.js';
import { nextSteps } from '../require-known.js';

/** What the rules for bank results look at. */
export interface BankResultFacts {
  readonly payout: KnownPayout;
  readonly result: BankResult;
  readonly today: LocalDate;
}

const notInTheFuture: Policy<BankResultFacts> = {
  name: 'not-in-the-future',
  check: ({ result, today }) =>
    result.on > today
      ? { code: 'RESULT_IN_FUTURE', detail: `A bank cannot have reported for a day after today, ${today}` }
      : undefined,
};

/** A reference that is settled or returned stays so, and what has arrived under one reference needs no other. */
const doesNotContradict: Policy<BankResultFacts> = {
  name: 'does-not-contradict',
  check: ({ payout, result }) => {
    const earlier = payout.bankResults.find(
      (known) =>
        known.result === 'SETTLED' ||
        (known.bankReference === result.bankReference &&
          (known.result === 'RETURNED' || known.result === result.result)),
    );
    return earlier
      ? {
          code: 'BANK_RESULT_CONTRADICTS',
          detail: `The bank reported ${earlier.result} on ${earlier.on} and now says otherwise: ask the bank`,
          allowed: nextSteps(payout),
        }
      : undefined;
  },
};

const AWAITED: Readonly<Record<BankResult['result'], readonly KnownPayout['situation'][]>> = {
  ACCEPTED: ['INSTRUCTED'],
  SETTLED: ['ACCEPTED'],
  RETURNED: ['INSTRUCTED', 'ACCEPTED'],
};

const isAwaited: Policy<BankResultFacts> = {
  name: 'is-awaited',
  check: ({ payout, result }) =>
    AWAITED[result.result].includes(payout.situation)
      ? undefined
      : {
          code: 'BANK_RESULT_NOT_AWAITED',
          detail: `The payment is ${payout.situation}, so ${result.result} cannot follow`,
          allowed: nextSteps(payout),
        },
};

const underTheAcceptedReference: Policy<BankResultFacts> = {
  name: 'under-the-accepted-reference',
  check: ({ payout, result }) =>
    payout.situation === 'ACCEPTED' && payout.bankReference !== result.bankReference
      ? {
          code: 'BANK_REFERENCE_DIFFERS',
          detail: 'The bank accepted this payment under another reference',
        }
      : undefined,
};

const inOrderOfTime: Policy<BankResultFacts> = {
  name: 'in-order-of-time',
  check: ({ payout, result }) =>
    result.on < payout.lastStepOn
      ? {
          code: 'DATES_OUT_OF_ORDER',
          detail: `The payment is ${payout.situation} since ${payout.lastStepOn}`,
        }
      : undefined,
};

const theWholeAmount: Policy<BankResultFacts> = {
  name: 'the-whole-amount',
  check: ({ payout, result }) =>
    result.result === 'SETTLED' && result.amountIdr !== payout.amountIdr
      ? {
          code: 'AMOUNT_DIFFERS',
          detail: `${formatRupiah(payout.amountIdr)} rupiah were ordered, ${formatRupiah(result.amountIdr)} arrived`,
        }
      : undefined,
};

/** In this order; the first refusal wins. */
const BANK_RESULT_POLICIES: readonly Policy<BankResultFacts>[] = [
  notInTheFuture,
  doesNotContradict,
  isAwaited,
  underTheAcceptedReference,
  inOrderOfTime,
  theWholeAmount,
];

/**
 * Whether there is anything to record: false when the bank only says again what it said before.
 * @throws Rejection with the code of the first policy that objects
 */
export function isNewBankResult(facts: BankResultFacts): boolean {
  if (facts.payout.bankResults.some((known) => isSameResult(known, facts.result))) return false;
  enforce(BANK_RESULT_POLICIES, facts);
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
