import { verifyStore } from '#event-store-server';
import { schemaOf } from '#followers';
import { REPORTING } from '#reporting';
import { type RawEvent, rawLog } from '../compatibility/upgrade/raw-log.js';
import { differences, dropReadModels, readModelRows } from '../system/read-model-rows.js';
import { onlookerOf } from '../system/settled.js';
import type { BranchOffice } from './branch-office.js';
import { type OfficeBroker, TOPICS } from './broker.js';
import { heardOn } from './heard.js';
import { reportsAgainst } from './reports.js';
import { NOTHING_PUBLISHED, type PublishedAudit, publishedAudit } from './published.js';
import type { PaidClaim } from './branch-day.js';
import { type ProcessAudit, processAudit } from './process-audit.js';
import type { Acknowledged } from './patient-client.js';

/** What is wrong after the day; empty where everything is right. */
export interface Audit extends PublishedAudit, ProcessAudit {
  /** Acknowledged, and not in the log as it was answered. */
  readonly lost: readonly string[];
  /** In the log more than once. */
  readonly doubled: readonly string[];
  readonly wrongPayments: readonly string[];
  /** Figures of the reporting service that are not what the log comes to; none without a broker, from which it hears. */
  readonly wrongReports: readonly string[];
  readonly failedReadModels: readonly string[];
  readonly storeProblems: readonly string[];
  readonly events: number;
}

/** Looks through everything once nobody works any more. The event store is stopped at the end. */
export async function audit(
  office: BranchOffice,
  acknowledged: readonly Acknowledged[],
  paid: readonly PaidClaim[],
  broker?: OfficeBroker,
): Promise<Audit> {
  const failedReadModels = await rebuilt(office, broker ? [REPORTS] : []);
  const log = await rawLog(office.eventStoreUrl);
  const published = broker ? publishedAudit(log, await heardOn(broker.address, TOPICS)) : NOTHING_PUBLISHED;
  const wrongReports = broker ? await reportsAgainst(log, office) : [];
  const processes = await processAudit(log, office.databaseUrl);
  await office.stopEventStore();
  const { problems, events } = verifyStore(office.eventsFile);
  return {
    ...commandsIn(log, acknowledged),
    ...published,
    ...processes,
    wrongPayments: paymentsIn(log, paid),
    wrongReports,
    failedReadModels,
    storeProblems: problems.map((problem) => JSON.stringify(problem)),
    events,
  };
}

/** Whoever counts hears from the broker where there is one. */
const REPORTS = schemaOf(REPORTING);

async function rebuilt(office: BranchOffice, elsewhere: readonly string[]): Promise<string[]> {
  const { databaseUrl, eventStoreUrl } = office;
  const onlooker = onlookerOf(databaseUrl, eventStoreUrl, elsewhere);
  try {
    await onlooker.settled();
    const failing = await onlooker.failing();
    const live = await readModelRows(databaseUrl);
    await office.withoutProjections(() => dropReadModels(databaseUrl));
    await office.whole();
    await onlooker.settled();
    return [
      ...failing,
      ...(await onlooker.failing()),
      ...differences(live, await readModelRows(databaseUrl)),
    ];
  } finally {
    await onlooker.close();
  }
}

/** Acknowledged commands that the log has not as they were answered, and ids of events that it has more than once. */
export function commandsIn(log: readonly RawEvent[], acknowledged: readonly Acknowledged[]) {
  const byCommand = grouped(log, ({ commandId, stream }) => `${commandId} ${stream}`);
  const lost = acknowledged.filter(({ commandId, streamId, events }) => {
    const recorded = byCommand.get(`${commandId} ${streamId}`) ?? [];
    return recorded.map(({ type }) => type).join() !== events.join();
  });
  const ids = grouped(log, ({ id }) => id);
  return {
    lost: lost.map(({ commandId, path }) => `${path} ${commandId}`),
    doubled: [...ids].filter(([, { length }]) => length > 1).map(([id]) => id),
  };
}

interface Payment {
  readonly payee: string;
  readonly facilityId?: string;
  readonly amountIdr: number;
}

interface Order extends Payment {
  readonly payoutId: string;
  readonly source: { readonly eventId: string };
}

const wordsOf = (eventId: string, { payee, facilityId, amountIdr }: Payment) =>
  `${eventId} ${payee} ${facilityId ?? ''} ${amountIdr}`;

/** Each payment that an approval promised was ordered once and settled once, and no other; and sums are what people saw. */
function paymentsIn(log: readonly RawEvent[], paid: readonly PaidClaim[]): string[] {
  const of = (type: string) => log.filter((event) => event.type === type);
  const orders = of('PayoutOrdered').map(({ data }) => data as unknown as Order);
  const promised = of('ClaimApproved').flatMap(({ id, data }) =>
    (data.payments as Payment[]).map((payment) => wordsOf(id, payment)),
  );
  const ordered = orders.map((order) => wordsOf(order.source.eventId, order));
  const settled = of('PayoutSettled').map(({ stream }) => stream.replace('payout-', ''));
  const sums = of('ClaimApproved').reduce(
    (all, { data }) => all + (data.payments as Payment[]).reduce((sum, { amountIdr }) => sum + amountIdr, 0),
    0,
  );
  const seen = paid.reduce((all, { totalIdr }) => all + totalIdr, 0);
  return [
    ...unequal('promised and ordered', promised, ordered),
    ...unequal(
      'ordered and settled',
      orders.map(({ payoutId }) => payoutId),
      settled,
    ),
    ...(sums === seen ? [] : [`${sums} rupiah were approved, people saw ${seen} paid`]),
  ];
}

function unequal(what: string, one: readonly string[], other: readonly string[]): string[] {
  const [before, after] = [[...one].sort(), [...other].sort()];
  if (before.join('\n') === after.join('\n')) return [];
  const odd = [
    ...before.filter((item) => !after.includes(item)),
    ...after.filter((item) => !before.includes(item)),
  ];
  return [
    `${what} differ: ${before.length} and ${after.length}, ${odd.slice(0, 3).join('; ') || 'some are there twice'}`,
  ];
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
