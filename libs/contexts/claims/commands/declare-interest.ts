import { deathFacts } from '#contexts/deaths/facts';
import { command } from '#runtime';
import { declareInterest } from '../domain/declare-interest.js';
import { whoDecides } from '../domain/who-decides.js';

export const DeclareInterest = command('DeclareInterest', whoDecides, 'claimId', declareInterest, {
  facts: async ({ claim }, read) => (claim ? deathFacts(read, claim.participantId) : {}),
});
