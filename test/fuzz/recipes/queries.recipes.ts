import type { Operation } from '../operations.js';
import type { Random } from '../../system/random.js';
import { valueOf } from '../values.js';
import type { Claim, Payout, Scholarship, World } from '../world.js';
import type { Json, Step } from './recipe.js';

/** The things of which a parameter names one. */
const THINGS: Readonly<Record<string, (world: World) => readonly { readonly id: string }[]>> = {
  participantId: ({ participants }) => participants,
  accidentId: ({ accidents }) => accidents,
  claimId: ({ claims }) => claims,
  scholarshipId: ({ scholarships }) => scholarships,
  payoutId: ({ payouts }) => payouts,
  sourceId: ({ claims }) => claims,
  sponsorId: ({ sponsors }) => sponsors,
  employerId: ({ employers }) => employers,
  facilityId: ({ facilities }) => facilities,
};

/** The id of something that a parameter of this name could mean. */
export const idFor = (name: string, world: World, random: Random): string | undefined =>
  random.maybe(THINGS[name]?.(world) ?? [])?.id;

/** A question whose answer there must be: about what there is, with filters that the document allows. */
export function question(operation: Operation, world: World, random: Random): Step | undefined {
  const path: Record<string, string> = {};
  const query: Record<string, string> = {};
  // Always with `?after=`: what is answered follows from what was sent, not from how fast a read model is.
  for (const { name, in: place, schema } of operation.parameters) {
    if (place === 'path') {
      const id = idFor(name, world, random);
      if (id === undefined) return undefined;
      path[name] = id;
    }
    if (place !== 'query' || !random.chance(name === 'after' ? 1 : 0.2)) continue;
    const value = asked(operation.id, name, world, random) ?? String(valueOf(schema, random));
    if (value !== NONE) query[name] = value;
  }
  // A cursor is of the list that gave it, in the order in which it gave it.
  if (query.sort !== undefined) delete query.cursor;
  const body = operation.body && whoIsAskedFor(operation, random);
  return {
    path,
    query,
    ...(body && { body }),
    learn: (answer) => learn(operation, answer, world, query.sort !== undefined),
  };
}

/** Stands for a parameter that cannot be asked with yet. */
const NONE = '';

function asked(operationId: string, name: string, world: World, random: Random): string | undefined {
  if (name === 'after') return world.position;
  if (name === 'cursor') return world.cursors.get(operationId) ?? NONE;
  if (name === 'limit') return String(random.pick([1, 2, 5, 200]));
  if (name === 'process') return random.pick(['claim-payment', 'claim-scholarship']);
  if (name === 'district') return random.pick(['32', '3216', '321605']);
  return idFor(name, world, random);
}

/** Nobody is asked for by a place in the log, nor from where another search ended; a search is by one of two fields. */
function whoIsAskedFor({ body }: Operation, random: Random): Json {
  const [nik, name] = [{ nik: '0000000101900001' }, { name: 'Peserta' }];
  if (body?.required?.includes('nik')) return { ...nik, ...name };
  const left = Object.keys(body?.properties ?? {}).filter((field) =>
    /nik|name|district|after|limit|cursor/.test(field),
  );
  return { ...Object.fromEntries(left.map((field) => [field, undefined])), ...random.pick([nik, name]) };
}

function learn(operation: Operation, answer: Json, world: World, isSorted: boolean): void {
  const { nextCursor, items } = answer;
  if (typeof nextCursor === 'string' && !isSorted) world.cursors.set(operation.id, nextCursor);
  if (operation.id === 'ClaimsQueriesController_get') learnClaim(answer, world);
  for (const item of Array.isArray(items) ? (items as Json[]) : []) {
    if (operation.id.startsWith('Payouts')) learnPayout(item, world);
    if (operation.id.startsWith('Scholarships')) learnScholarship(item, world);
  }
}

const SITUATIONS: Readonly<Record<string, Claim['situation']>> = {
  INCOMPLETE: 'INCOMPLETE',
  COMPLETE: 'COMPLETE',
  HELD: 'CLOSED',
  CALCULATED: 'CALCULATED',
};

function learnClaim({ claimId, status, refusal }: Json, world: World): void {
  const claim = world.claims.find(({ id }) => id === claimId);
  if (!claim) return;
  const situation = SITUATIONS[String(status)] ?? 'CLOSED';
  claim.situation = situation === 'CALCULATED' && refusal !== null ? 'REFUSED' : situation;
}

function learnPayout({ payoutId, amountIdr, payee, status }: Json, world: World): void {
  if (world.payouts.some(({ id }) => id === payoutId) || typeof amountIdr !== 'number') return;
  world.payouts.push({
    id: String(payoutId),
    amountIdr,
    payee: String(payee),
    situation: (status ?? 'ORDERED') as Payout['situation'],
  });
}

function learnScholarship({ scholarshipId, level }: Json, world: World): void {
  if (world.scholarships.some(({ id }) => id === scholarshipId)) return;
  const known: Scholarship = { id: String(scholarshipId), level: String(level) };
  world.scholarships.push(known);
}
