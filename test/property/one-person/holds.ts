import { contributionYears } from '#contexts/participants/domain/contribution-years';
import { contributions } from '#contexts/participants/domain/contributions';
import { statusIn } from '#contexts/participants/domain/coverage-window';
import { paidOnce } from '#contexts/participants/domain/doubles';
import { type OnePerson, onePerson } from '#contexts/participants/domain/one-person';
import { participantFacts } from '#contexts/participants/domain/participant-facts';
import { membershipIdOf } from '#contexts/participants/domain/membership';
import { participants } from '#contexts/participants/domain/participant';
import type { ContributionEvent } from '#contexts/participants/domain/contribution.events';
import { participantReadModel } from '#contexts/participants/read-models/participant/participant.read-model';
import type { DuesEvent } from '#contexts/dues/domain/dues.events';
import { dues } from '#contexts/dues/domain/dues';
import { wages, wagesByDay } from '#contexts/dues/domain/wages';
import { employmentsOn } from '#contexts/dues/facts';
import type { RecordedEvent } from '#event-store';
import { type FoldedRows, foldRows, noRows } from '#followers';
import {
  type LocalDate,
  type Period,
  addDays,
  addPeriods,
  categoryOf,
  firstDayOf,
  fold,
  period,
  periodsFrom,
} from '#kernel';
import { bookedMonths } from '#law';
import { EMPLOYERS, PEOPLE } from './people.js';
import { merge, split } from './person-acts.js';
import type { PersonWorld } from './person-world.js';
import { countedOf } from './reported.js';

/** Something that always holds was found not to. */
export class DoesNotHold extends Error {
  override readonly name = 'DoesNotHold';
}

function hold(isSo: boolean, what: string, more: unknown): void {
  if (!isSo) throw new DoesNotHold(`${what}: ${text(more)}`);
}

/** As text that is equal where everything in it is; members that say nothing are left out. */
const text = (value: unknown): string =>
  JSON.stringify(value, (_name, part: unknown) => {
    if (typeof part === 'bigint') return String(part);
    if (part instanceof Map) return [...part].sort(([one], [other]) => (one < other ? -1 : 1));
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)));
  });

const same = (one: unknown, other: unknown, what: string): void =>
  hold(text(one) === text(other), what, { one, other });

/** Some days of the years that a world goes through. */
const DAYS = Array.from({ length: 9 }, (_, index) =>
  addDays(firstDayOf(addPeriods(period('2024-01'), 5 * index)), 19),
);

/** The months that a person is a paid-up BPU, by all ids. */
async function monthsBooked(world: PersonWorld, participantId: string): Promise<readonly Period[]> {
  const { ids } = await onePerson(world, participantId);
  const months = ids.flatMap((id, place) =>
    world.now(contributions, id).paid.map((month) => (place === 0 ? month : { ...month, of: id })),
  );
  return bookedMonths(paidOnce(months).counted);
}

/** The months that each is a paid-up BPU, by their ids. */
export type Booked = ReadonlyMap<string, readonly Period[]>;

/**
 * A month is paid once for each membership: none is taken that was booked, each is booked once, and billed once.
 * @param before what was booked before the last step
 * @param from how much was recorded by then
 * @returns what is booked now
 */
export async function monthsArePaidOnce(world: PersonWorld, before: Booked, from: number): Promise<Booked> {
  const news = world.log.slice(from);
  if (news.some(({ streamId }) => categoryOf(streamId) === dues.category)) {
    for (const employerId of EMPLOYERS) wagesAreBilledOnce(world, employerId);
  }
  if (!news.some(({ streamId }) => MOVES_MONTHS.has(categoryOf(streamId)))) return before;
  for (const { type, data } of news as readonly ContributionEvent[]) {
    if (type !== 'ContributionPaid') continue;
    const again = periodsFrom(data.period, data.months).filter((month) =>
      before.get(data.participantId)?.includes(month),
    );
    hold(again.length === 0, 'A month that was paid is paid for again', again);
  }
  const now = new Map<string, readonly Period[]>();
  for (const id of PEOPLE) {
    const booked = await monthsBooked(world, id);
    hold(new Set(booked).size === booked.length, 'A month of a BPU is booked twice', booked);
    now.set(id, booked);
  }
  return now;
}

const MOVES_MONTHS = new Set([contributions.category, participants.category]);

function wagesAreBilledOnce(world: PersonWorld, employerId: string): void {
  const { bills, creditIdr } = world.now(dues, employerId);
  const reported = PEOPLE.map((id) => world.now(wages, membershipIdOf(id, employerId)).months);
  for (const [month, { billedIdr, paidIdr }] of Object.entries(bills)) {
    const due = reported.reduce(
      (sum, months) => sum + (months[month as Period]?.at(-1)?.contributionIdr ?? 0),
      0,
    );
    same(billedIdr, due, `The bill of ${month} is not what was reported last`);
    hold(paidIdr <= billedIdr, `More is paid for ${month} than is billed`, { paidIdr, billedIdr });
  }
  const history: readonly DuesEvent[] = world.history(dues, employerId);
  const sum = (of: (event: DuesEvent) => number) => history.reduce((all, event) => all + of(event), 0);
  const received = sum(({ type, data }) =>
    type === 'DuesPaid' ? data.amountIdr : type === 'DuesReversed' ? 0 - data.amountIdr : 0,
  );
  const fines = sum(({ type, data }) =>
    type === 'MonthSettled' ? data.fineIdr : type === 'MonthReopened' ? 0 - data.fineIdr : 0,
  );
  const kept = Object.values(bills).reduce((all, { paidIdr }) => all + paidIdr, 0);
  same(received, kept + fines + creditIdr, 'What was received is neither paid with nor credit');
}

/** The years fold to the same with closings as without. */
export function closingsChangeNothing(world: PersonWorld): void {
  for (const id of PEOPLE) {
    const every = world
      .history(contributionYears, id)
      .filter(({ type }) => type !== 'ContributionYearClosed');
    const { paid, backDatedBy, totals } = fold(contributionYears, every);
    const now = world.now(contributionYears, id);
    same(
      { paid: now.paid, backDatedBy: now.backDatedBy, totals: now.totals },
      { paid, backDatedBy, totals },
      'A closing changes what is known',
    );
    for (const membershipId of EMPLOYERS.map((employerId) => membershipIdOf(id, employerId))) {
      const reports = world.history(wagesByDay, membershipId).filter(({ type }) => type === 'WageReported');
      same(
        world.now(wagesByDay, membershipId),
        fold(wagesByDay, reports),
        'A closing changes the wages that are known',
      );
    }
  }
}

type Rows = FoldedRows<typeof participantReadModel.tables>;

const CATEGORIES = new Set(participantReadModel.categories);

const rowsOf = (events: readonly RecordedEvent[], into: Rows = noRows(participantReadModel)): Rows =>
  foldRows(
    participantReadModel,
    events.filter(({ streamId }) => CATEGORIES.has(categoryOf(streamId))),
    into,
  );

/** Of everything that covers: what holds, not in which order it came to be known. */
const coverIn = ({
  cover,
  memberships,
  placements,
  wageMonths,
  settledReports,
  sites,
  workplaces,
}: Rows) => ({
  cover: new Map([...cover].map(([id, row]) => [id, { ...row, receipts: row.receipts.map(text).sort() }])),
  memberships,
  placements,
  wageMonths,
  settledReports,
  sites,
  workplaces,
});

/**
 * Cover is a function of the log: event by event it comes to what it comes to all at once, and in whichever order streams are
 * read that do not begin anything.
 * @param seed another order for each
 */
export async function coverFollowsFromTheLog(world: PersonWorld, seed: number): Promise<void> {
  const atOnce = rowsOf(world.log);
  const live = world.log.reduce((rows, event) => rowsOf([event], rows), noRows(participantReadModel));
  same(atOnce, live, 'A rebuild differs from what was followed');
  same(coverIn(rowsOf(inAnotherOrder(world.log, seed))), coverIn(atOnce), 'The order of streams matters');
  for (const id of (await onePerson(world, PEOPLE[0])).ids.slice(0, 1)) {
    const facts = await participantFacts(world, id);
    const windows = atOnce.cover.get(id)?.windows ?? [];
    for (const day of DAYS) {
      same(statusIn(windows, 'BPU', day), facts.coverageOn(day).status, `What is shown of ${day} differs`);
    }
  }
}

/** Reports, which know contracts alone, count whom cover is told of: with each employer, and as one who works for himself. */
export async function reportsCountWhoIsCovered(world: PersonWorld): Promise<void> {
  const { memberships, isActive } = await countedOf(world.log, PEOPLE, EMPLOYERS);
  const counted = memberships.filter(({ segment }) => segment === 'PU' || segment === 'BPU');
  const edges = counted.flatMap(({ fromOn, untilOn }) => (untilOn === null ? [fromOn] : [fromOn, untilOn]));
  for (const day of new Set([...DAYS, ...edges, ...edges.map((edge) => addDays(edge, -1))])) {
    const covered = await Promise.all(PEOPLE.map((id) => coveredOn(world, id, day)));
    const active = counted.filter((one) => isActive(one, day));
    same(
      active.map(({ membership, personId }) => (membership === 'BPU' ? personId : membership)).sort(),
      [...new Set(covered.flat())].sort(),
      `Reports count others on ${day} than are covered`,
    );
  }
}

/** The memberships of a person that are active on a day, or wait for arrears; by the id where they work for themselves. */
async function coveredOn(world: PersonWorld, id: string, day: LocalDate): Promise<readonly string[]> {
  const [facts, work] = await Promise.all([participantFacts(world, id), employmentsOn(world, id, day)]);
  const { participantId, diedOn } = facts;
  const { status } = facts.coverageOn(day);
  const isMember = status === 'ACTIVE' || status === 'PENDING_ARREARS';
  return [
    ...(isMember && (diedOn === undefined || day <= diedOn) ? [participantId] : []),
    ...work.flatMap(({ cover, membershipId }) => (cover.status === 'ACTIVE' ? `PU/${membershipId}` : [])),
  ];
}

/** The streams in another order, each as it is, behind the events with which they begin. */
function inAnotherOrder(log: readonly RecordedEvent[], seed: number): readonly RecordedEvent[] {
  const begins = log.filter(({ revision }) => revision === 0n);
  const left = new Map<string, RecordedEvent[]>();
  for (const event of log) {
    if (event.revision > 0n) left.set(event.streamId, [...(left.get(event.streamId) ?? []), event]);
  }
  const shuffled: RecordedEvent[] = [...begins];
  for (let chance = seed; left.size > 0;) {
    chance = (chance * 1_103_515_245 + 12_345) % 2 ** 31;
    const [streamId, events] = [...left][chance % left.size]!;
    const [next, ...others] = events;
    if (next) shuffled.push(next);
    if (others.length > 0) left.set(streamId, others);
    else left.delete(streamId);
  }
  return shuffled.map((event, place) => ({ ...event, position: BigInt(place + 1) }));
}

/** A merger that is undone at once has changed nothing that anybody rests on. */
export async function mergedAndSplitIsNothing(world: PersonWorld): Promise<void> {
  await split(world);
  const before = { rows: shown(world), known: await known(world) };
  await merge(world);
  await split(world);
  same({ rows: shown(world), known: await known(world) }, before, 'Merged and split it is not as it was');
}

/** What is known of both, as decisions see it. */
async function known(world: PersonWorld) {
  return Promise.all(
    PEOPLE.map(async (id) => {
      const facts = await participantFacts(world, id);
      const { record }: OnePerson = await onePerson(world, id);
      return {
        ...facts,
        record: { ...record, tookOver: undefined },
        days: await Promise.all(
          DAYS.map(async (day) => ({
            cover: facts.coverageOn(day),
            atEvent: facts.coverageForEvent(day),
            arrears: facts.arrearsOfEvent(day),
            months: facts.monthsPaidBy(day),
            base: facts.incomeBaseOn(day),
            work: await employmentsOn(world, id, day),
          })),
        ),
      };
    }),
  );
}

/** Everything that is shown but what tells of the merger itself: the corrections, and how many events there were. */
function shown(world: PersonWorld) {
  const { corrections: _corrections, participants, ...rows } = rowsOf(world.log);
  const people = [...participants].map(([id, row]) => [id, { ...row, revision: 0 }]);
  return { ...rows, people };
}
