import { CLAIM_READERS } from './claims.facts.js';
import { CONTRIBUTION_READERS } from './contributions.facts.js';
import { ACCIDENT_READERS, PAYOUT_READERS, SCHOLARSHIP_READERS } from './money.facts.js';
import { PARTICIPANT_READERS } from './participants.facts.js';
import { PROJECT_READERS } from './projects.facts.js';
import type { Reader } from './reader.js';
import { SPONSOR_READERS } from './sponsors.facts.js';
import { WAGE_READERS } from './wages.facts.js';
import { WORKPLACE_READERS } from './workplaces.facts.js';

/** Every contract that makes facts, by its name. Events of all others are passed over. */
export const READERS: ReadonlyMap<string, Reader> = new Map(
  [
    ...PARTICIPANT_READERS,
    ...CONTRIBUTION_READERS,
    ...WORKPLACE_READERS,
    ...WAGE_READERS,
    ...PROJECT_READERS,
    ...SPONSOR_READERS,
    ...ACCIDENT_READERS,
    ...CLAIM_READERS,
    ...SCHOLARSHIP_READERS,
    ...PAYOUT_READERS,
  ].map((reader) => [reader.type, reader]),
);

/** What is asked for of the feed. */
export const CONTRACTS_READ: readonly string[] = [...READERS.keys()];

/** What is subscribed to: `lindung.claims` of `lindung.claims.claim-approved.v1`. */
export const TOPICS_READ: readonly string[] = [
  ...new Set(CONTRACTS_READ.map((type) => type.split('.').slice(0, 2).join('.'))),
];
