import type { ClaimOf } from '../facts-of-log.js';
import type { Hit, Rule } from './rule.js';
import { distinct, subject } from './rule.js';

/** Whom the claims are asked for that cases of a rule concern, though the groups that it looks at do not name them. */
export const idsAskedFor = ({ claimsOf }: Rule, hits: readonly Hit[]): readonly string[] =>
  claimsOf === undefined
    ? []
    : distinct(
        hits.flatMap(({ subjects }) => subjects.flatMap(({ kind, id }) => (kind === claimsOf ? [id] : []))),
      );

/** The case, with the claims that it concerns beside those that it names. */
export function withClaims(hit: Hit, { claimsOf }: Rule, claims: readonly ClaimOf[]): Hit {
  if (claimsOf === undefined) return hit;
  const known = new Set(hit.subjects.map(({ id }) => id));
  const of = ({ personId, accidentId }: ClaimOf) => (claimsOf === 'PERSON' ? personId : accidentId) ?? '';
  const more = claims.filter((claim) => known.has(of(claim)) && !known.has(claim.claimId));
  return {
    ...hit,
    subjects: [
      ...hit.subjects,
      ...distinct(more.map(({ claimId }) => claimId)).map((id) => subject('CLAIM', id)),
    ],
  };
}
