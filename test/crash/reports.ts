import { setTimeout as wait } from 'node:timers/promises';
import type { RawEvent } from '../compatibility/upgrade/raw-log.js';
import type { BranchOffice } from './branch-office.js';

/** A figure that a report has, counted from the log by nothing of Lindung. */
export interface Counted {
  /** Its address, and the figure of its total. */
  readonly report: string;
  readonly figure: string;
  readonly value: number;
  /** Of so many persons: of fewer than five the report says nothing. */
  readonly persons: number;
}

interface Report {
  readonly total: { readonly figures: Readonly<Record<string, number>> | null };
  readonly putAside: number;
}

/** So few persons that a report withholds what it knows of them. */
const FEW = 5;

/** The workers of a branch's day paid August and September; who died in September is gone on its last day. */
const DAY = '2026-09-30';

const WITHIN_MS = 120_000;
const PAUSE_MS = 250;

/** What reports should come to after a branch's day: whoever is registered and lives, money, decisions, and who treated whom. */
export function countedIn(log: readonly RawEvent[]): readonly Counted[] {
  const of = (type: string) => log.filter((event) => event.type === type).map(({ data }) => data);
  const dead = new Set(of('DeathReported').map(({ participantId }) => participantId));
  const living = of('ParticipantRegistered').filter(({ participantId }) => !dead.has(participantId));
  const contributions = of('ContributionPaid');
  const orders = new Map(of('PayoutOrdered').map((order) => [order.payoutId, order]));
  const settled = of('PayoutSettled');
  const accidentsAt = new Set(
    of('AccidentConcluded')
      .filter(({ conclusion }) => conclusion === 'WORK_ACCIDENT')
      .map(({ accidentId }) => accidentId),
  );
  const care = of('CareProvided').filter(({ accidentId }) => accidentsAt.has(accidentId));
  const decided = log.filter(({ type }) => type === 'ClaimApproved' || type === 'ClaimDenied');
  const claimOf = new Map(of('ClaimSubmitted').map((claim) => [`claim-${String(claim.claimId)}`, claim]));
  const paidOf = (programme: string) =>
    settled.filter(({ payoutId }) => {
      const source = orders.get(payoutId)?.source as { id: string } | undefined;
      return claimOf.get(`claim-${source?.id}`)?.programme === programme;
    });
  const personsPaid = (some: readonly Data[]) =>
    count(some, ({ payoutId }) => orders.get(payoutId)?.participantId);
  const ofAll = { report: 'claims-paid?' } as const;
  return [
    {
      report: `active-participants?on=${DAY}`,
      figure: 'persons',
      value: living.length,
      persons: living.length,
    },
    {
      report: 'contributions?',
      figure: 'receivedIdr',
      value: sum(contributions, 'amountIdr'),
      persons: count(contributions, ({ participantId }) => participantId),
    },
    { ...ofAll, figure: 'amountIdr', value: sum(settled, 'amountIdr'), persons: personsPaid(settled) },
    { ...ofAll, figure: 'payments', value: settled.length, persons: personsPaid(settled) },
    ...['JKK', 'JKM'].map((programme) => ({
      report: `claims-paid?programme=${programme}`,
      figure: 'amountIdr',
      value: sum(paidOf(programme), 'amountIdr'),
      persons: personsPaid(paidOf(programme)),
    })),
    {
      report: 'decisions?',
      figure: 'claims',
      value: decided.length,
      persons: count(decided, ({ stream }) => claimOf.get(stream)?.participantId),
    },
    {
      report: 'plkk-share?',
      figure: 'allIdr',
      value: sum(care, 'invoiceIdr'),
      persons: count(care, ({ participantId }) => participantId),
    },
  ];
}

/**
 * Which figures of the reporting service are not what the log comes to, once it had time to hear of everything; whatever it put
 * aside is wrong as well.
 */
export async function reportsAgainst(
  log: readonly RawEvent[],
  { reportingUrl, issuer }: Pick<BranchOffice, 'reportingUrl' | 'issuer'>,
): Promise<readonly string[]> {
  const token = await issuer.tokenFor('reporting');
  const deadline = performance.now() + WITHIN_MS;
  const counted = countedIn(log);
  for (;;) {
    const wrong = (await Promise.all(counted.map((one) => wrongWith(one, reportingUrl, token)))).flat();
    if (wrong.length === 0 || performance.now() > deadline) return wrong;
    await wait(PAUSE_MS);
  }
}

async function wrongWith({ report, figure, value, persons }: Counted, url: string, token: string) {
  const asked = await fetch(`${url}/reports/${report}`, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(30_000),
  });
  if (!asked.ok) return [`${report} was answered ${asked.status}`];
  const { total, putAside } = (await asked.json()) as Report;
  const aside = putAside > 0 ? [`${report} put ${putAside} messages aside`] : [];
  const shown = total.figures?.[figure];
  if (shown === undefined && persons < FEW) return aside;
  return shown === value
    ? aside
    : [...aside, `${figure} of ${report} is ${shown ?? 'withheld'}, the log comes to ${value}`];
}

type Data = RawEvent['data'];

const sum = (some: readonly Data[], amount: string) =>
  some.reduce((all, data) => all + (data[amount] as number), 0);

const count = <Item>(some: readonly Item[], personOf: (item: Item) => unknown) =>
  new Set(some.map(personOf)).size;
