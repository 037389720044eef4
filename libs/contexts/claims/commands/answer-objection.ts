import { command } from '#runtime';
import { answerObjection } from '../domain/answer-objection.js';
import { claimsAfterDecision } from '../domain/claim-after-decision.js';
import { basisOfClaim } from '../programmes/index.js';
import { byDelegation } from './by-delegation.js';
import { mayDecide } from './may-act.js';

export const AnswerObjection = command('AnswerObjection', claimsAfterDecision, 'claimId', answerObjection, {
  facts: byDelegation(({ after: { claim } }, read) => basisOfClaim(claim, read)),
  permit: mayDecide,
});
