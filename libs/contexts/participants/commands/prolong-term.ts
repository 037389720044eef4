import { employerFacts } from '#contexts/employers/facts';
import { command } from '#runtime';
import { knownMembership, memberships } from '../domain/membership.js';
import { prolongTerm } from '../domain/prolong-term.js';

export const ProlongTerm = command('ProlongTerm', memberships, 'membershipId', prolongTerm, {
  facts: async (state, read) => employerFacts(read, knownMembership(state).employerId),
});
