import { command } from '#runtime';
import { answerObjection } from '../domain/answer-objection.js';
import { claimsAfterDecision } from '../domain/claim-after-decision.js';
import { basisOfClaim } from '../programmes/index.js';
import { mayDecide } from './may-act.js';

export const AnswerObjection = command('AnswerObjection', claimsAfterDecision, 'claimId', answerObjection, {
  facts: ({ after: { claim } }, read) => basisOfClaim(claim, read),
  permit: mayDecide,
});
