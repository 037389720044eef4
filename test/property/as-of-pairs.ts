import { expect } from '@jest/globals';
import type { Chance } from './chance.js';
import {
  type PlainEvent,
  plainClaim,
  plainContributions,
  plainCredit,
  plainPayment,
  plainPaymentsOfEmployer,
  plainReceivables,
  plainScholarship,
} from './plain-fold.js';
import { type LateStep, plainOverdue, plainTotals } from './plain-overdue.js';
import { plainAccident, plainFacility, plainMemberships } from './plain-registers.js';

type Body = Readonly<Record<string, unknown>>;

/** What is asked by pairs of a place in the log and a day, and of which log. */
export interface PairsAsked {
  readonly events: readonly PlainEvent[];
  readonly chance: Chance;
  readonly pairs: number;
  /** Asks the API as an auditor. */
  readonly ask: (
    path: string,
    position?: bigint,
    day?: string,
  ) => Promise<{ readonly status: number; readonly body: Body }>;
}

/** How often something was told of, and how often nothing was there by then. */
export interface PairsTold {
  readonly told: number;
  readonly nothing: number;
}

const storyOf = (body: Body, of?: string): readonly string[] =>
  (body['timeline'] as readonly { readonly type: string; readonly of?: string }[])
    .filter((one) => of === undefined || one.of === of)
    .map(({ type }) => type);

const picked = (body: Body, ...names: readonly string[]): object =>
  Object.fromEntries(names.map((name) => [name, body[name]]));

/** One thing: where it is asked for, what anybody adds up of it, and what is compared of the answer. */
interface Kind {
  readonly prefix: string;
  readonly path: string;
  readonly plain: (events: readonly PlainEvent[], id: string, position: bigint, day?: string) => unknown;
  readonly of: (body: Body) => unknown;
}

const KINDS: readonly Kind[] = [
  {
    prefix: 'payout-',
    path: '/payouts/',
    plain: plainPayment,
    of: (body) => ({ ...picked(body, 'amountIdr', 'status'), story: storyOf(body) }),
  },
  {
    prefix: 'claim-',
    path: '/claims/',
    plain: plainClaim,
    of: (body) => ({ ...picked(body, 'participantId', 'submittedOn'), story: storyOf(body, 'claim') }),
  },
  {
    prefix: 'scholarship-',
    path: '/scholarships/',
    plain: plainScholarship,
    of: (body) => picked(body, 'participantId', 'childId', 'approvedIdr', 'status', 'endReason'),
  },
  {
    prefix: 'accident-',
    path: '/accidents/',
    plain: plainAccident,
    of: (body) => ({
      ...picked(body, 'participantId', 'occurredOn', 'stageOneOn', 'stageTwoOn'),
      concludedOn: body['determinedBy'] === null ? body['concludedOn'] : 'determined',
      story: storyOf(body),
    }),
  },
  {
    prefix: 'facility-',
    path: '/facilities/',
    plain: plainFacility,
    of: (body) => ({
      ...picked(body, 'name', 'kind', 'district'),
      agreements: (body['agreements'] as readonly Record<string, string>[])
        .map(({ agreementId, validFrom, lastDay }) => `${agreementId} ${validFrom} ${lastDay}`)
        .sort(),
      story: storyOf(body),
    }),
  },
];

const dayOf = ({ data }: PlainEvent) => (data as { readonly effectiveOn?: string }).effectiveOn;

/** Payments, claims, scholarships, accidents and facilities, each by itself. */
export async function compareThings({ events, chance, pairs, ask }: PairsAsked): Promise<PairsTold> {
  const found = { told: 0, nothing: 0 };
  const idsOf = (prefix: string) => [
    ...new Set(
      events.flatMap(({ streamId }) => (streamId.startsWith(prefix) ? [streamId.slice(prefix.length)] : [])),
    ),
  ];
  const kinds = KINDS.map((kind) => ({ ...kind, ids: idsOf(kind.prefix) }));
  for (let pair = 0; pair < pairs; pair++) {
    const { ids, path, plain, of } = kinds[pair % kinds.length]!;
    const id = chance.pick(ids);
    const { position } = chance.pick(events);
    const day = chance.percent(70) ? dayOf(chance.pick(events)) : undefined;
    const { status, body } = await ask(`${path}${id}`, position, day);
    const expected = plain(events, id, position, day);
    expect(status === 200 ? of(body) : undefined).toEqual(expected);
    found[expected ? 'told' : 'nothing']++;
  }
  return found;
}

/** What employers have paid in, and what is left of it. */
export async function compareDues({ events, chance, pairs, ask }: PairsAsked): Promise<{
  readonly payments: number;
}> {
  let payments = 0;
  const paid = events.filter(({ type }) => type === 'DuesPaid' || type === 'DuesReversed');
  for (let pair = 0; pair < pairs; pair++) {
    const { employerId } = chance.pick(paid).data as { employerId: string };
    const { position } = chance.pick(events);
    const { effectiveOn } = chance.pick(paid).data as { effectiveOn: string };
    const day = chance.percent(50) ? effectiveOn : undefined;
    const list = await ask(`/employers/${employerId}/payments?limit=200`, position, day);
    const told = (list.body['items'] as { paymentId: string; amountIdr: number; reversal: unknown }[])
      .map((one) => `${one.paymentId} ${one.amountIdr} ${one.reversal !== null}`)
      .sort();
    expect(told).toEqual(plainPaymentsOfEmployer(events, employerId, position, day));
    const dues = await ask(`/employers/${employerId}/dues`, position);
    expect({ creditIdr: dues.body['creditIdr'] }).toEqual(plainCredit(events, employerId, position));
    payments += told.length;
  }
  return { payments };
}

/** What is owed since decisions changed, and what became of it. */
export async function compareReceivables({ events, chance, pairs, ask }: PairsAsked): Promise<{
  readonly OPEN: number;
  readonly closed: number;
}> {
  const owed = events.filter(({ streamId }) => streamId.startsWith('receivable-'));
  const told = { OPEN: 0, closed: 0 };
  for (let pair = 0; pair < pairs; pair++) {
    const { participantId, effectiveOn } = chance.pick(owed).data as Record<string, string>;
    // Little comes after most of what is owed: times close to it tell more than any.
    const { position } = chance.percent(50) ? chance.pick(owed) : chance.pick(events);
    const day = chance.percent(50) ? effectiveOn : undefined;
    const path = `/receivables?limit=200&participantId=${participantId}`;
    const { items } = (await ask(path, position, day)).body as unknown as {
      readonly items: readonly { readonly amountIdr: number; readonly status: string }[];
    };
    expect(items.map(({ amountIdr, status }) => `${amountIdr} ${status}`).sort()).toEqual(
      plainReceivables(events, participantId!, position, day),
    );
    for (const { status } of items) told[status === 'OPEN' ? 'OPEN' : 'closed']++;
  }
  return told;
}

/** Contributions and memberships, person by person. */
export async function comparePersons({ events, chance, pairs, ask }: PairsAsked): Promise<{
  readonly contributions: number;
  readonly memberships: number;
}> {
  const told = { contributions: 0, memberships: 0 };
  const payments = events.filter(({ type }) => type === 'ContributionPaid');
  const works = events.filter(({ streamId }) => streamId.startsWith('membership-'));
  for (let pair = 0; pair < pairs; pair++) {
    const about = chance.pick(pair % 2 === 0 ? payments : works).data;
    const { participantId, effectiveOn } = about as Record<'participantId' | 'effectiveOn', string>;
    const { position } = chance.pick(events);
    const day = chance.percent(50) ? effectiveOn : undefined;
    const { status, body } = await ask(`/participants/${participantId}`, position, day);
    if (status !== 200 || (body['mergedIds'] as string[]).length > 0) continue;
    const contributions = (body['contributions'] as { period: string; amountIdr: number }[])
      .map(({ period, amountIdr }) => `${period} ${amountIdr}`)
      .sort();
    expect(contributions).toEqual(plainContributions(events, participantId, position, day));
    const memberships = (body['memberships'] as Record<string, string | null>[])
      .filter(({ segment, placementId }) => segment === 'PU' && placementId === null)
      .map(({ employerId, startedOn, endedOn }) => `${employerId} ${startedOn} ${endedOn ?? 'never'}`)
      .sort();
    expect(memberships).toEqual(plainMemberships(events, participantId, position, day));
    told.contributions += contributions.length;
    told.memberships += memberships.length;
  }
  return told;
}

/** What is late: complaints and money asked back one by one, and the totals of everything by whose turn it is. */
export async function compareOverdue({ events, chance, pairs, ask }: PairsAsked): Promise<{
  readonly late: number;
  readonly totals: number;
}> {
  const told = { late: 0, totals: 0 };
  for (let pair = 0; pair < pairs; pair++) {
    // Early in the log nothing is late yet.
    const { position } = events[events.length - 1 - chance.below(Math.ceil(events.length / 2))]!;
    const day = chance.percent(50) ? dayOf(chance.pick(events)) : undefined;
    const late: (LateStep & Readonly<Record<'kind' | 'slot' | 'subjectId', string>>)[] = [];
    let today = '';
    for (let cursor: string | null = ''; cursor !== null;) {
      const next: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await ask(`/overdue?limit=200${next}`, position, day);
      late.push(...(body['items'] as typeof late));
      today = (body['asOf'] as { readonly asIfOn: string }).asIfOn;
      cursor = body['nextCursor'] as string | null;
    }
    for (const thing of ['complaint', 'receivable'] as const) {
      const those = late.filter(({ kind, slot }) => kind === thing.toUpperCase() && slot === thing);
      const plain = those.filter(({ turn }) => thing === 'complaint' || turn === 'OUTSIDE');
      expect(plain.map(({ subjectId, turn, dueOn }) => `${subjectId} ${turn} ${dueOn}`).sort()).toEqual(
        plainOverdue(events, thing, position, today, day),
      );
      told.late += plain.length;
    }
    const totals = (await ask('/overdue/totals', position, day)).body as unknown as readonly object[];
    expect(totals).toEqual(plainTotals(late).map((total) => expect.objectContaining(total)));
    told.totals += totals.length;
  }
  return told;
}
