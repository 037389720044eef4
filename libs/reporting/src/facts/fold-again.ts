import { pagesOf } from '#kernel';
import { type Row, type Transaction, sql } from '#postgres';
import { memberships, people, standings } from './fact-tables.js';
import { settledMonths, settledReports, workplaces } from './work-tables.js';
import { factsIn, insertRows, pushTo, putRows } from './fact-rows.js';
import { foldClaim } from './fold-claim.js';
import { foldPerson } from './fold-person.js';
import { foldWorkplace } from './fold-workplace.js';
import { claimSteps, claims, payoutSteps } from './money-tables.js';
import { type Survivors, personFacts, survivorsOf } from './person-facts.js';
import type { About } from './reader.js';

/** Folds employers and projects again. */
export async function foldWorkplaces(
  transaction: Transaction<object>,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const by = factsIn(transaction);
  const steps = await by(workplaces, 'workplaceId', ids);
  const months = await by(settledMonths, 'workplaceId', ids);
  const reports = await by(settledReports, 'workplaceId', ids);
  await sql`delete from standings where workplace_id = any(${ids}::uuid[])`.execute(transaction);
  await insertRows(
    transaction,
    standings,
    ids.flatMap((workplaceId) =>
      foldWorkplace({
        workplaceId,
        steps: steps.get(workplaceId) ?? [],
        months: months.get(workplaceId) ?? [],
        reports: reports.get(workplaceId) ?? [],
      }),
    ),
  );
}

/** So many people are held at once: of a factory that pays all are folded again. */
const AT_ONCE = 1_000;

/** Folds people again, and whoever they are one person with. */
export async function foldPeople(transaction: Transaction<object>, about: PeopleMeant): Promise<void> {
  const all = await concerned(transaction, about);
  const survivors = await survivorsOf(factsIn(transaction), all);
  for (const { ids } of pagesOf({ ids: all }, AT_ONCE)) await foldThese(transaction, ids, survivors);
}

async function foldThese(
  transaction: Transaction<object>,
  ids: readonly string[],
  survivors: Survivors,
): Promise<void> {
  const folded = (await personFacts(factsIn(transaction), ids, survivors)).map(foldPerson);
  await sql`delete from memberships where participant_id = any(${ids}::uuid[])`.execute(transaction);
  await putRows(
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

/** Who is meant by facts. */
type PeopleMeant = Required<Pick<About, 'people' | 'staffOf' | 'reports' | 'wages'>>;

async function concerned(
  transaction: Transaction<object>,
  { people: ids, staffOf, reports, wages }: PeopleMeant,
): Promise<readonly string[]> {
  if ([ids, staffOf, reports, wages].every(({ length }) => length === 0)) return [];
  const { rows } = await sql<{ id: string }>`
    with recursive concerned (id) as (
      select unnest(${ids}::uuid[])
      union select participant_id from employments where workplace_id = any(${staffOf}::uuid[])
      union select participant_id from wage_months where report_id = any(${reports}::uuid[])
      union select participant_id
        from unnest(${wages.map(({ participantId }) => participantId)}::uuid[], ${wages.map((one) => one.period)}::text[])
          as told (participant_id, period)
        join wage_months using (participant_id, period)
        join settled_reports using (report_id)
      union select case when m.participant_id = concerned.id then m.survivor_id else m.participant_id end
        from concerned join mergers m on concerned.id in (m.participant_id, m.survivor_id)
    )
    select id from concerned order by id`.execute(transaction);
  return rows.map(({ id }) => id);
}

/** Folds claims again. @param payouts payments, whose claims are meant */
export async function foldClaims(
  transaction: Transaction<object>,
  claimIds: readonly string[],
  payouts: readonly string[],
): Promise<void> {
  const ids = [...new Set([...claimIds, ...(await claimsOf(transaction, payouts))])];
  if (ids.length === 0) return;
  const steps = await factsIn(transaction)(claimSteps, 'claimId', ids);
  const paid = await payoutsOf(transaction, ids);
  await sql`delete from claims where claim_id = any(${ids}::uuid[])`.execute(transaction);
  await insertRows(
    transaction,
    claims,
    // Invoices that are paid apart are told as claims, and go through nothing that a claim does.
    [...steps].map(([claimId, own]) => foldClaim({ claimId, steps: own, payouts: paid.get(claimId) ?? [] })),
  );
}

async function claimsOf(
  transaction: Transaction<object>,
  payouts: readonly string[],
): Promise<readonly string[]> {
  if (payouts.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select distinct source_id as id from payout_steps
    where payout_id = any(${payouts}::uuid[]) and step = 'ORDERED' and source_kind = 'CLAIM'`.execute(
    transaction,
  );
  return rows.map(({ id }) => id);
}

/** The steps of the payments of claims, by claim. */
async function payoutsOf(transaction: Transaction<object>, ids: readonly string[]) {
  const by = factsIn(transaction);
  const ordered = await by(payoutSteps, 'sourceId', ids);
  const claimOf = new Map(
    [...ordered].flatMap(([claimId, steps]) => steps.map(({ payoutId }) => [payoutId, claimId] as const)),
  );
  const all = await by(payoutSteps, 'payoutId', [...claimOf.keys()]);
  const byClaim = new Map<string, Row<typeof payoutSteps>[]>();
  for (const [payoutId, steps] of all) {
    for (const step of steps) pushTo(byClaim, claimOf.get(payoutId)!, step);
  }
  return byClaim;
}
