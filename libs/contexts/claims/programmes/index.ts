import type { Reading } from '#kernel';
import { type ClaimState, knownClaim } from '../domain/claim.js';
import type { Basis, ClaimSubject, Programme } from '../domain/programme.js';
import { jht } from './jht/programme.js';
import { jkk } from './jkk/programme.js';
import { jkm } from './jkm/programme.js';

/** Every programme: a new one is a folder beside these and a line here. */
const PROGRAMMES: readonly Programme[] = [jkk, jkm, jht];

/** Those whose claims are taken in. */
export const OPEN_PROGRAMMES = PROGRAMMES.filter(({ isOpen }) => isOpen);

/** The codes that events and people know. */
export const PROGRAMME_CODES: readonly string[] = OPEN_PROGRAMMES.map(({ code }) => code);

/** The components that a person may grant, of every open programme. */
export const DETERMINABLE: readonly string[] = OPEN_PROGRAMMES.flatMap(({ determinable }) => determinable);

const BY_CODE: ReadonlyMap<string, Programme> = new Map(
  PROGRAMMES.map((programme) => [programme.code, programme]),
);

/** @throws for a code that no release has recorded */
export function programmeOf(code: string): Programme {
  const programme = BY_CODE.get(code);
  if (!programme) throw new Error(`No such programme: ${code}`);
  return programme;
}

/** What decisions about a claim rest on, as the log knows it now. @throws Rejection as the programme's `facts` does */
export async function basisOf(read: Reading, subject: ClaimSubject): Promise<Basis> {
  const programme = programmeOf(subject.programme);
  return { programme, facts: await programme.facts(read, subject) };
}

/** The same for a claim that must have been submitted. @throws Rejection `CLAIM_NOT_FOUND` too */
export async function basisOfClaim(claim: ClaimState, read: Reading): Promise<Basis> {
  return basisOf(read, knownClaim(claim));
}

/** The claims that may be for an accident, whether or not anybody has handed them in. */
export const claimsOfAccident = (accidentId: string): readonly string[] =>
  OPEN_PROGRAMMES.flatMap((programme) => programme.claimOfAccident?.(accidentId) ?? []);

/** The claims that may be for a death which no accident was known to have caused, whether or not anybody has handed them in. */
export const claimsOfDeath = (participantId: string, nthDeath?: number): readonly string[] =>
  OPEN_PROGRAMMES.flatMap((programme) => programme.claimOfDeath?.(participantId, undefined, nthDeath) ?? []);

export { type CareInClaim, careDue, careInClaim } from './jkk/care-due.js';
