import { DEADLINE_SUBJECTS, type DeadlineSubject } from '#contexts/deadlines/domain/deadline.events';
import type { Role } from '#kernel';
import type { Person } from '../fuzz/draft.js';
import type { Clerk, Json } from './clerk.js';

/** A kind of thing that goes on until it has an end. */
export interface Kind {
  readonly name: string;
  /** The list of them in the API of queries. */
  readonly list: string;
  /** Its own id in that list. */
  readonly id: string;
  /** Where it is found in the API of commands. */
  readonly address: (thing: Json) => string;
  /** Where all that is shown of it is found, or the list of which it is one. */
  readonly shown: (thing: Json) => string;
  /** Whether nobody waits for anything more of it. What follows from it is a thing of its own. */
  readonly isEnded: (thing: Json) => boolean;
  /** What the list does not tell: whether somebody has to look at the thing itself. */
  readonly isToBeLookedAt?: (thing: Json) => boolean;
  /** Who looks, where it is not the auditor. */
  readonly looker?: Role;
  /** What it may wait for: a thing of another kind, which has to come to its end first. */
  readonly waitsFor?: (thing: Json) => { readonly kind: string; readonly thing: Json } | undefined;
}

const is =
  (...statuses: readonly string[]) =>
  ({ status }: Json): boolean =>
    statuses.includes(String(status));

const text = (thing: Json, name: string): string => String(thing[name]);

/**
 * Whether what was said against its decision is answered, or over without an answer, as what heirs say of somebody who lives after all; a
 * list does not tell.
 */
const hasNothingOpen = ({ objections = [], disputes = [] }: Json): boolean =>
  (objections as readonly Json[]).every(
    ({ answer, overtakenOn }) => answer !== null || overtakenOn !== null,
  ) && (disputes as readonly Json[]).every(({ endedOn }) => endedOn !== null);

/** What is listed as a kind of thing of its own; a decision that was drawn is over already. */
const LISTED: readonly DeadlineSubject[] = [
  'CLAIM',
  'ACCIDENT',
  'PAYOUT',
  'SCHOLARSHIP',
  'INVOICE',
  'REVIEW',
  'RECEIVABLE',
  'COMPLAINT',
  'FINDING',
  'SAMPLE',
];

/** No case rests on whether two are one person, and which paper shows it no form tells. */
const OF_NO_CASE: readonly DeadlineSubject[] = ['DUPLICATE'];

/** What one person entered late, asked for or signed alone, and a second one has to confirm: queues alone tell of it. Cases rest on it. */
const FOR_SECOND_PERSONS = DEADLINE_SUBJECTS.filter(
  (kind) => !LISTED.includes(kind) && !OF_NO_CASE.includes(kind),
);

/** Paid, denied, withdrawn or closed, each in its own words. The order is the one in which they lead to each other. */
export const KINDS: readonly Kind[] = [
  ...FOR_SECOND_PERSONS.map((kind) => ({
    name: kind.toLowerCase().replaceAll('_', ' '),
    list: `/work?kind=${kind}&`,
    id: 'deadlineId',
    // Of the facility, the project, the sponsor …: `/facilities/0b4f…/actions`.
    address: (thing: Json) => text(thing, 'actions').replace(/\/actions$/, ''),
    shown: () => `/work?kind=${kind}&limit=200`,
    isEnded: is('GONE'),
    looker: 'supervisor' as const,
  })),
  {
    // Whoever looks into what was found frees every claim that it concerns at once.
    name: 'finding',
    list: '/findings',
    id: 'findingId',
    address: (thing) => `/findings/${text(thing, 'findingId')}`,
    shown: (thing) => `/findings/${text(thing, 'findingId')}`,
    isEnded: ({ state }) => state === 'EXPLAINED' || state === 'CONFIRMED',
  },
  {
    name: 'accident',
    list: '/accidents',
    id: 'accidentId',
    address: (thing) => `/accidents/${text(thing, 'accidentId')}`,
    shown: (thing) => `/accidents/${text(thing, 'accidentId')}`,
    isEnded: (thing) => is('NOT_WORK_ACCIDENT')(thing) || thing['nextStep'] === null,
  },
  {
    name: 'claim',
    list: '/claims',
    id: 'claimId',
    address: (thing) => `/claims/${text(thing, 'claimId')}`,
    shown: (thing) => `/claims/${text(thing, 'claimId')}`,
    // Heirs may disagree about what was approved, or paid, and nobody is paid, nor compensated for being late, before that ends.
    isToBeLookedAt: is('APPROVED', 'PAYMENT_ORDERED', 'PAYMENT_RETURNED', 'PAID'),
    isEnded: (thing) =>
      thing['reassessment'] === null &&
      thing['heirsAreWanted'] !== true &&
      // Nothing that was approved is paid before that is answered.
      (thing['paymentsStopped'] ?? null) === null &&
      hasNothingOpen(thing) &&
      is(
        'DENIED',
        'WITHDRAWN',
        'CANCELLED',
        'APPROVED',
        'PAYMENT_ORDERED',
        'PAYMENT_RETURNED',
        'PAYMENT_CANCELLED',
        'PAID',
      )(thing),
  },
  {
    name: 'invoice',
    list: '/invoices',
    id: 'invoiceId',
    address: (thing) => `/accidents/${text(thing, 'accidentId')}/invoices/${text(thing, 'invoiceId')}`,
    shown: (thing) => `/invoices/${text(thing, 'invoiceId')}`,
    isEnded: is('APPROVED', 'WITHDRAWN', 'PASSED_ON'),
  },
  {
    name: 'complaint',
    list: '/complaints',
    id: 'complaintId',
    address: (thing) => `/complaints/${text(thing, 'complaintId')}`,
    shown: (thing) => `/complaints/${text(thing, 'complaintId')}`,
    isEnded: is('CLOSED'),
  },
  {
    name: 'review',
    list: '/reviews',
    id: 'reviewId',
    address: (thing) => `/participants/${text(thing, 'participantId')}/reviews/${text(thing, 'reviewId')}`,
    shown: (thing) => `/reviews?benefitId=${text(thing, 'benefitId')}`,
    isEnded: is('CLOSED'),
  },
  {
    name: 'scholarship',
    list: '/scholarships',
    id: 'scholarshipId',
    address: (thing) => `/scholarships/${text(thing, 'scholarshipId')}`,
    shown: (thing) => `/scholarships/${text(thing, 'scholarshipId')}`,
    isEnded: is('ENDED'),
  },
  {
    name: 'payout',
    list: '/payouts',
    id: 'payoutId',
    address: (thing) => `/payouts/${text(thing, 'payoutId')}`,
    shown: (thing) => `/payouts/${text(thing, 'payoutId')}`,
    isEnded: (thing) => is('SETTLED', 'CANCELLED')(thing) && thing['lateCompensation'] !== 'FOUND',
    // Nobody is paid while heirs disagree about the claim, or are wanted, nor compensated for what was paid late of it.
    waitsFor: ({ sourceKind, sourceId }) =>
      sourceKind === 'CLAIM'
        ? { kind: 'claim', thing: { claimId: sourceId } }
        : sourceKind === 'LATENESS'
          ? { kind: 'payout', thing: { payoutId: sourceId } }
          : undefined,
  },
  {
    name: 'receivable',
    list: '/receivables',
    id: 'receivableId',
    address: (thing) => `/receivables/${text(thing, 'receivableId')}`,
    shown: (thing) => `/receivables?participantId=${text(thing, 'participantId')}`,
    isEnded: is('SETTLED', 'WAIVED'),
  },
];

/** More than a page holds are asked for page by page. */
const PAGE = 200;

/** Everything of a kind that has no end yet, as the lists show it. */
export async function openCases(
  clerk: Clerk,
  { list, isEnded, isToBeLookedAt, looker: role = 'auditor' }: Kind,
  looker: Person,
  moment: string,
): Promise<readonly Json[]> {
  const open: Json[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const at: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { items, nextCursor } = await clerk.read(
      `${list}${list.includes('?') ? '' : '?'}limit=${PAGE}${at}`,
      { ...looker, role },
      moment,
    );
    open.push(
      ...(items as readonly Json[]).filter((thing) => !isEnded(thing) || isToBeLookedAt?.(thing) === true),
    );
    cursor = nextCursor as string | null;
  }
  return open;
}

/** What is shown of a thing by now. */
export async function shownNow(
  clerk: Clerk,
  { shown, id, looker: role = 'auditor' }: Kind,
  thing: Json,
  { looker, moment, after }: { readonly looker: Person; readonly moment: string; readonly after?: string },
): Promise<Json> {
  const path = shown(thing);
  const since = after === undefined ? '' : `${path.includes('?') ? '&' : '?'}after=${after}`;
  const answer = await clerk.read(`${path}${since}`, { ...looker, role }, moment);
  if (!Array.isArray(answer['items'])) return answer;
  const items = answer['items'] as readonly Json[];
  // What waited and is not there any more waits no more.
  return items.find((one) => one[id] === thing[id]) ?? { ...thing, status: 'GONE' };
}
