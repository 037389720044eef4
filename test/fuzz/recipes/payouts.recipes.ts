import type { Payout } from '../world.js';
import type { Recipe, Recipes } from './recipe.js';

const instruct: Recipe = (world, random) => {
  const payout = random.maybe(world.payouts.filter(({ situation }) => situation === 'ORDERED'));
  if (!payout) return undefined;
  return {
    path: { payoutId: payout.id },
    body: { instructedOn: world.clock.today, instructionNumber: `INS-${world.count()}` },
    learn: () => {
      payout.situation = 'INSTRUCTED';
      delete payout.bankReference;
    },
  };
};

/** What a bank says next of a payment that it was told of. */
function nextResult({ situation, amountIdr }: Payout, isReturned: boolean) {
  if (isReturned) return { result: 'RETURNED', reason: 'ACCOUNT_CLOSED', amountIdr: undefined } as const;
  return situation === 'INSTRUCTED'
    ? ({ result: 'ACCEPTED', reason: undefined, amountIdr: undefined } as const)
    : ({ result: 'SETTLED', reason: undefined, amountIdr } as const);
}

const bankResult: Recipe = (world, random) => {
  const payout = random.maybe(
    world.payouts.filter(({ situation }) => situation === 'INSTRUCTED' || situation === 'ACCEPTED'),
  );
  if (!payout) return undefined;
  const bankReference = payout.bankReference ?? `BANK-${world.count()}`;
  const said = nextResult(payout, random.chance(0.2));
  return {
    path: { payoutId: payout.id },
    body: { ...said, bankReference, on: world.clock.today },
    learn: () => {
      payout.bankReference = bankReference;
      payout.situation = said.result;
      // The account of a PLKK is kept with the facility: it is told again as it is.
      if (said.result === 'RETURNED' && payout.payee === 'PLKK') payout.situation = 'ORDERED';
    },
  };
};

const correct: Recipe = (world, random) => {
  const payout = random.maybe(world.payouts.filter(({ situation }) => situation === 'RETURNED'));
  if (!payout) return undefined;
  return {
    path: { payoutId: payout.id },
    learn: () => {
      payout.situation = 'CORRECTED';
    },
  };
};

const confirm: Recipe = (world, random) => {
  const payout = random.maybe(world.payouts.filter(({ situation }) => situation === 'CORRECTED'));
  const ifMatch = payout && world.revisions.get(`payout-${payout.id}`);
  if (!payout || ifMatch === undefined) return undefined;
  return {
    path: { payoutId: payout.id },
    ifMatch,
    learn: () => {
      payout.situation = 'ORDERED';
    },
  };
};

export const payoutRecipes: Recipes = {
  PayoutsController_instruct: instruct,
  PayoutsController_recordBankResult: bankResult,
  PayoutsController_correctAccount: correct,
  PayoutsController_confirmAccount: confirm,
};
