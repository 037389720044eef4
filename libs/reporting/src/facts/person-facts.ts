import { type FactsBy, pushTo } from './fact-rows.js';
import { corrections, deaths, mergers, payments, registrations, reversals } from './fact-tables.js';
import { employments, settledReports, wageMonths, workplaces } from './work-tables.js';
import type { PersonFacts } from './fold-person.js';
import { type PaidMonth, paidMonths, paidReports } from './paid-months.js';

/** As whom those go on who were registered twice. */
export type Survivors = ReadonlyMap<string, string>;

/** @param ids of everybody who is one person with another of them, too */
export async function survivorsOf(by: FactsBy, ids: readonly string[]): Promise<Survivors> {
  const told = await by(mergers, 'participantId', ids);
  return new Map(
    [...told].flatMap(([id, steps]) => {
      const last = steps.at(-1)!;
      return last.isMerged ? [[id, last.survivorId] as const] : [];
    }),
  );
}

/** Everything that was told of some people. @param survivors among whoever they are one person with */
export async function personFacts(
  by: FactsBy,
  ids: readonly string[],
  survivors: Survivors,
): Promise<readonly PersonFacts[]> {
  const goOnAs = new Map(ids.map((id) => [id, survivorOf(id, survivors)]));
  const others = mergedInto(survivors);
  const all = [...ids, ...ids.flatMap((id) => others.get(id) ?? [])];
  const registered = await by(registrations, 'participantId', all);
  const corrected = await by(corrections, 'participantId', ids);
  const died = await by(deaths, 'participantId', [...new Set(goOnAs.values())]);
  const paid = await by(payments, 'participantId', all);
  const reversed = await by(reversals, 'participantId', all);
  const employed = await by(employments, 'participantId', ids);
  const paidFor = await monthsPaidFor(by, ids);
  const merged = new Set([...survivors].flat());
  const known = await workplacesOf(
    by,
    [...employed.values()].flat().map(({ workplaceId }) => workplaceId),
  );
  const selfEmployed = (id: string) => ({
    registrations: registered.get(id) ?? [],
    payments: paid.get(id) ?? [],
    reversals: reversed.get(id) ?? [],
  });
  return ids.map((participantId) => ({
    participantId,
    personId: goOnAs.get(participantId)!,
    isMerged: merged.has(participantId),
    registrations: registered.get(participantId) ?? [],
    corrections: corrected.get(participantId) ?? [],
    // Who was registered twice dies under the id that goes on.
    deaths: died.get(goOnAs.get(participantId)!) ?? [],
    selfEmployed: countedUnder(participantId, survivors, others).map(selfEmployed),
    employments: employed.get(participantId) ?? [],
    paidMonths: paidFor.get(participantId) ?? [],
    workplaces: known,
  }));
}

/** The ids whose payments are told of one: its own and those it took over; none where another one goes on. */
const countedUnder = (
  id: string,
  survivors: Survivors,
  others: ReadonlyMap<string, readonly string[]>,
): readonly string[] => (survivors.has(id) ? [] : [id, ...(others.get(id) ?? [])]);

/** The ids that each took over. */
function mergedInto(survivors: Survivors): ReadonlyMap<string, readonly string[]> {
  const lists = new Map<string, string[]>();
  for (const id of survivors.keys()) pushTo(lists, survivorOf(id, survivors), id);
  return lists;
}

function survivorOf(id: string, survivors: Survivors): string {
  const seen = new Set<string>();
  let person = id;
  for (let next = survivors.get(id); next !== undefined && !seen.has(next); next = survivors.get(next)) {
    seen.add(next);
    person = next;
  }
  return person;
}

/** The paid months of wage earners, by person. */
async function monthsPaidFor(
  by: FactsBy,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly PaidMonth[]>> {
  const told = await by(wageMonths, 'participantId', ids);
  const reports = new Set([...told.values()].flatMap((wages) => wages.map(({ reportId }) => reportId)));
  const settled = await by(settledReports, 'reportId', [...reports]);
  const paid = paidReports([...settled.values()].flat());
  return new Map([...told].map(([id, wages]) => [id, paidMonths(wages, paid)]));
}

async function workplacesOf(by: FactsBy, ids: readonly string[]): Promise<PersonFacts['workplaces']> {
  const told = await by(workplaces, 'workplaceId', [...new Set(ids)]);
  return new Map(
    [...told].flatMap(([id, steps]) => {
      const registered = steps.find(({ step }) => step === 'REGISTERED');
      return registered ? [[id, registered] as const] : [];
    }),
  );
}
