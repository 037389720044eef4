import { type Row, sql } from '#postgres';
import {
  deaths,
  districtCorrections,
  employments,
  memberships,
  mergers,
  payments,
  people,
  registrations,
  reversals,
  settledMonths,
  standings,
  workplaces,
} from './fact-tables.js';
import { foldClaim } from './fold-claim.js';
import { type PersonFacts, foldPerson } from './fold-person.js';
import { foldWorkplace } from './fold-workplace.js';
import { claimSteps, claims, payoutSteps } from './money-tables.js';
import { type Writing, factsBy, insertRows, pushTo, rowsOf } from './fact-rows.js';

/** Folds employers and projects again. */
export async function foldWorkplaces(transaction: Writing, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const steps = await factsBy(transaction, workplaces, 'workplaceId', ids);
  const months = await factsBy(transaction, settledMonths, 'workplaceId', ids);
  await sql`delete from standings where workplace_id = any(${ids}::uuid[])`.execute(transaction);
  await insertRows(
    transaction,
    standings,
    ids.flatMap((workplaceId) =>
      foldWorkplace({
        workplaceId,
        steps: steps.get(workplaceId) ?? [],
        months: months.get(workplaceId) ?? [],
      }),
    ),
  );
}

/** Folds people again, whoever they are one person with, and those who work at some employers or projects. */
export async function foldPeople(
  transaction: Writing,
  some: readonly string[],
  staffOf: readonly string[],
): Promise<void> {
  const ids = await concerned(transaction, some, staffOf);
  if (ids.length === 0) return;
  const folded = (await factsAbout(transaction, ids)).map(foldPerson);
  await sql`delete from memberships where participant_id = any(${ids}::uuid[])`.execute(transaction);
  await sql`delete from people where participant_id = any(${ids}::uuid[])`.execute(transaction);
  await insertRows(
    transaction,
    people,
    folded.map(({ person }) => person),
  );
  await insertRows(
    transaction,
    memberships,
    folded.flatMap((one) => one.memberships),
  );
}

async function concerned(
  transaction: Writing,
  ids: readonly string[],
  staffOf: readonly string[],
): Promise<readonly string[]> {
  if (ids.length === 0 && staffOf.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    with recursive concerned (id) as (
      select unnest(${ids}::uuid[])
      union select participant_id from employments where workplace_id = any(${staffOf}::uuid[])
      union select case when m.participant_id = concerned.id then m.survivor_id else m.participant_id end
        from concerned join mergers m on concerned.id in (m.participant_id, m.survivor_id)
    )
    select id from concerned order by id`.execute(transaction);
  return rows.map(({ id }) => id);
}

async function factsAbout(transaction: Writing, ids: readonly string[]): Promise<PersonFacts[]> {
  const registered = await factsBy(transaction, registrations, 'participantId', ids);
  const corrected = await factsBy(transaction, districtCorrections, 'participantId', ids);
  const died = await factsBy(transaction, deaths, 'participantId', ids);
  const paid = await factsBy(transaction, payments, 'participantId', ids);
  const reversed = await factsBy(transaction, reversals, 'participantId', ids);
  const employed = await factsBy(transaction, employments, 'participantId', ids);
  const survivors = await survivorsOf(transaction, ids);
  const merged = new Set([...survivors].flat());
  const workIn = [...employed.values()].flat().map(({ workplaceId }) => workplaceId);
  const known = await workplacesOf(transaction, [...new Set(workIn)]);
  return ids.map((participantId) => ({
    participantId,
    personId: survivorOf(participantId, survivors),
    isMerged: merged.has(participantId),
    registrations: registered.get(participantId) ?? [],
    districtCorrections: corrected.get(participantId) ?? [],
    deaths: died.get(participantId) ?? [],
    payments: paid.get(participantId) ?? [],
    reversals: reversed.get(participantId) ?? [],
    employments: employed.get(participantId) ?? [],
    workplaces: known,
  }));
}

/** As whom those go on who were registered twice. */
async function survivorsOf(
  transaction: Writing,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const told = await factsBy(transaction, mergers, 'participantId', ids);
  return new Map(
    [...told].flatMap(([id, steps]) => {
      const last = steps.at(-1)!;
      return last.isMerged ? [[id, last.survivorId] as const] : [];
    }),
  );
}

function survivorOf(id: string, survivors: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let person = id;
  for (let next = survivors.get(id); next !== undefined && !seen.has(next); next = survivors.get(next)) {
    seen.add(next);
    person = next;
  }
  return person;
}

async function workplacesOf(transaction: Writing, ids: readonly string[]) {
  if (ids.length === 0) return new Map();
  const rows = await rowsOf(
    transaction,
    workplaces,
    sql`where workplace_id = any(${ids}::uuid[]) and step = 'REGISTERED'`,
  );
  return new Map(rows.map((row) => [row.workplaceId, row]));
}

/** Folds claims again. @param payouts payments, whose claims are meant */
export async function foldClaims(
  transaction: Writing,
  claimIds: readonly string[],
  payouts: readonly string[],
): Promise<void> {
  const ids = [...new Set([...claimIds, ...(await claimsOf(transaction, payouts))])];
  if (ids.length === 0) return;
  const steps = await factsBy(transaction, claimSteps, 'claimId', ids);
  const paid = await payoutsOf(transaction, ids);
  await sql`delete from claims where claim_id = any(${ids}::uuid[])`.execute(transaction);
  await insertRows(
    transaction,
    claims,
    ids.map((claimId) =>
      foldClaim({ claimId, steps: steps.get(claimId) ?? [], payouts: paid.get(claimId) ?? [] }),
    ),
  );
}

async function claimsOf(transaction: Writing, payouts: readonly string[]): Promise<readonly string[]> {
  if (payouts.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select distinct source_id as id from payout_steps
    where payout_id = any(${payouts}::uuid[]) and step = 'ORDERED' and source_kind = 'CLAIM'`.execute(
    transaction,
  );
  return rows.map(({ id }) => id);
}

/** The steps of the payments of claims, by claim. */
async function payoutsOf(transaction: Writing, ids: readonly string[]) {
  const ordered = await factsBy(transaction, payoutSteps, 'sourceId', ids);
  const claimOf = new Map(
    [...ordered].flatMap(([claimId, steps]) => steps.map(({ payoutId }) => [payoutId, claimId] as const)),
  );
  const all = await factsBy(transaction, payoutSteps, 'payoutId', [...claimOf.keys()]);
  const byClaim = new Map<string, Row<typeof payoutSteps>[]>();
  for (const [payoutId, steps] of all) {
    for (const step of steps) pushTo(byClaim, claimOf.get(payoutId)!, step);
  }
  return byClaim;
}
