import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CONTEXTS } from '#contexts';
import { claimOfAccident } from '#contexts/claims/facts';
import { deadlineReadModel } from '#contexts/deadlines/read-models/deadline/deadline.read-model';
import type { DeadlineRow } from '#contexts/deadlines/read-models/deadline/deadlines.table';
import { actionsOf } from '#contexts/deadlines/read-models/deadline/waiting-step';
import type { DeadlineSubject } from '#contexts/deadlines/domain/deadline.events';
import { takenBy } from '#contexts/deadlines/domain/taken-by';
import { tablesOf, waitForPosition } from '#followers';
import type { ActionsAnswer } from '#http';
import { type AuthorityLevel, ROLES_OF_TURN, type Role } from '#kernel';
import { tokenOf } from './app-in-memory.js';
import { chanceOf } from './chance.js';
import { Explorer } from './explorer.js';
import { EACH_ONCE } from './plots.js';
import { commandRoutes } from './routes.js';
import { type StoredWorld, storedWorld } from './stored-world.js';

const BEGINNING = Date.parse('2026-11-02T02:00:00Z');
const SEED = 20_261_130;
const STEPS = 4_000;

/** After so many steps somebody looks, at so many of each kind of step. */
const [STEPS_BETWEEN, OF_EACH] = [400, 3];

/** The steps of cases that somebody of the office takes; what late entries and signatures wait for is no case. */
const STEPS_OF_CASES: readonly string[] = [
  'CALCULATE_BENEFIT',
  'DECIDE_CLAIM',
  'DECIDE_DENIAL',
  'REASSESS_CLAIM',
  'APPROVE_DIFFERENCE',
  'ANSWER_OBJECTION',
  'SETTLE_DOUBT',
  'INSTRUCT_PAYOUT',
  'CORRECT_ACCOUNT',
  'CONFIRM_ACCOUNT',
  'CONFIRM_SETTLEMENT',
  'REDIRECT_PAYOUT',
  'CANCEL_PAYOUT',
  'DECIDE_COMPENSATION',
  'VERIFY_INVOICE',
  'APPROVE_INVOICE',
  'CLOSE_REVIEW',
  'DECIDE_YEAR',
  'ANSWER_COMPLAINT',
  'END_MEDIATION',
  'CONFIRM_NOTICE',
  'CONCLUDE_ACCIDENT',
  'NAME_CARE_BEARER',
  'CONFIRM_GUARANTEE',
];

/** What is compared; decisions that were drawn are not there before a month is over. */
const CASES: readonly DeadlineSubject[] = [
  'ACCIDENT',
  'CLAIM',
  'COMPLAINT',
  'INVOICE',
  'PAYOUT',
  'REVIEW',
  'SCHOLARSHIP',
];

/** Whose next step is gone soon after: somebody looks at once. */
const isSeldom = (type: string | undefined): boolean =>
  type === 'InvoiceSubmitted' || type === 'InvoiceVerified' || type === 'ScholarshipEvidenceSubmitted';

/** What ends the thing itself is open to more people than decide what waits of it: whoever handed in a school year may end the right. */
const ENDS_THE_THING = 'end-scholarship';

interface Person {
  readonly sub: string;
  readonly role: Role;
  readonly office: string;
  readonly authority?: AuthorityLevel;
}

const of = (sub: string, role: Role, authority?: AuthorityLevel, office = 'Bekasi'): Person => ({
  sub,
  role,
  office,
  ...(authority && { authority }),
});

/** Some had a hand in what happened, and some had none. */
const PEOPLE: readonly Person[] = [
  ...['user-0', 'user-1', 'user-2', 'user-3', 'nobody'].map((sub) => of(sub, 'supervisor', 5)),
  of('user-4', 'supervisor', 2),
  of('nobody', 'supervisor', 2),
  of('nobody', 'supervisor', 3, 'Cikarang'),
  of('user-5', 'supervisor', 5, 'Cikarang'),
  of('niece', 'supervisor', 5),
  of('nephew', 'supervisor', 5),
  ...['user-0', 'user-6', 'nobody', 'niece'].map((sub) => of(sub, 'adjudicator')),
  ...['user-1', 'user-7', 'nobody', 'niece'].map((sub) => of(sub, 'finance')),
];

/** What one person may do about a step, and whether it stands in their queue. */
interface Seen {
  /** When. */
  readonly at: string;
  readonly row: DeadlineRow;
  readonly person: Person;
  readonly isOpen: boolean;
  readonly isListed: boolean;
  readonly codes: readonly string[];
}

describe('What stands in somebody’s queue', () => {
  let system: StoredWorld;
  let fresh: StoredWorld['fresh'];
  let inMemory: StoredWorld['inMemory'];
  let world: StoredWorld['world'];
  let moment: string;
  const seen: Seen[] = [];
  const waiting: DeadlineRow[] = [];

  beforeAll(async () => {
    system = await storedWorld();
    ({ fresh, inMemory, world } = system);
    system.follow([deadlineReadModel]);
    const explorer = new Explorer(world, commandRoutes(CONTEXTS), BEGINNING, EACH_ONCE);
    const chance = chanceOf(SEED);
    for (let step = 1; step <= STEPS; step++) {
      await explorer.step(chance.below(2 ** 31));
      if (step % STEPS_BETWEEN === 0) await look(CASES, step > STEPS - 4 * STEPS_BETWEEN);
      else if (isSeldom(world.events.at(-1)?.type)) await look(['INVOICE', 'SCHOLARSHIP']);
    }
  }, 600_000);
  afterAll(() => system.end());

  async function get(path: string, { sub, role, office, authority }: Person): Promise<unknown> {
    const { body, statusCode } = await inMemory.app.inject({
      method: 'GET',
      url: path,
      headers: {
        authorization: `Bearer ${tokenOf({ sub, roles: [role], office, ...(authority && { authority }) })}`,
        'x-lindung-clock': moment,
      },
    });
    if (statusCode >= 500) throw new Error(`${path}: ${body}`, { cause: inMemory.failures.at(-1) });
    return JSON.parse(body) as unknown;
  }

  async function queueOf(person: Person, kinds: readonly DeadlineSubject[]): Promise<ReadonlySet<string>> {
    const ids = new Set<string>();
    for (const kind of kinds) await addPages(ids, kind, person);
    return ids;
  }

  async function addPages(ids: Set<string>, kind: DeadlineSubject, person: Person): Promise<void> {
    for (let cursor: string | null = ''; cursor !== null;) {
      const from: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page = (await get(`/work?limit=200&kind=${kind}${from}`, person)) as {
        items: readonly { deadlineId: string }[];
        nextCursor: string | null;
      };
      page.items.forEach(({ deadlineId }) => ids.add(deadlineId));
      cursor = page.nextCursor;
    }
  }

  async function look(kinds = CASES, isNearTheEnd = false): Promise<void> {
    moment = world.events.reduce(
      (latest, { metadata: { issuedAt } }) => (issuedAt > latest ? issuedAt : latest),
      '',
    );
    const looked = sampleOf((await rowsNow()).filter(({ kind }) => kinds.includes(kind)));
    for (const row of looked) {
      const claimId = row.kind === 'ACCIDENT' ? claimOfAccident(row.subjectId) : row.claimId;
      if (claimId !== null) await declareInterest(claimId);
      const isDecided = row.step === 'DECIDE_CLAIM' || row.step === 'APPROVE_DIFFERENCE';
      if (isNearTheEnd && isDecided && row.participantId !== null) await correct(row.participantId);
    }
    const rows = await rowsNow();
    waiting.push(...rows.filter(({ step }) => step !== null));
    const queues = await Promise.all(PEOPLE.map((person) => queueOf(person, kinds)));
    for (const row of looked) {
      const home = officeOf(row, rows);
      for (const [nth, person] of PEOPLE.entries()) {
        // What waits at another office is suggested to nobody, unless no branch may decide it.
        if (home !== undefined && home !== person.office && !row.isAboveBranches) continue;
        const isListed = queues[nth]?.has(row.deadlineId) ?? false;
        seen.push({ at: moment, row, person, isListed, ...(await openTo(person, row)) });
      }
    }
  }

  async function rowsNow(): Promise<DeadlineRow[]> {
    const end = (await inMemory.log.lastPosition()) ?? 0n;
    await waitForPosition(fresh.database, deadlineReadModel, end, 60_000);
    return tablesOf(fresh.database, deadlineReadModel).selectFrom('deadlines').selectAll().execute();
  }

  /** Somebody has an interest in every other claim that is looked at; where there is none yet she is told so. */
  async function declareInterest(claimId: string): Promise<void> {
    if (Number.parseInt(claimId.slice(0, 8), 16) % 2 === 1) return;
    await say(of('niece', 'adjudicator'), `/claims/${claimId}/interests`, { interest: 'RELATIVE' });
  }

  /** Near the end somebody has corrected data of those whose claims wait for a decision. */
  async function correct(participantId: string): Promise<void> {
    const evidence = { kind: 'E_KTP', number: 'archive/ktp' };
    const person = { occupation: `pedagang ${moment.slice(0, 10)}` };
    await say(of('nephew', 'registrar'), `/participants/${participantId}/corrections`, { person, evidence });
  }

  async function say({ sub, role, office }: Person, url: string, body: object): Promise<void> {
    await world.send({
      route: 'what stands in a queue',
      method: 'POST',
      url,
      headers: {
        authorization: `Bearer ${tokenOf({ sub, roles: [role], office })}`,
        'x-lindung-clock': moment,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
      processesFollow: true,
    });
  }

  async function openTo(person: Person, row: DeadlineRow): Promise<Pick<Seen, 'isOpen' | 'codes'>> {
    if (!ROLES_OF_TURN[row.turn ?? 'OUTSIDE'].includes(person.role)) return { isOpen: false, codes: [] };
    const { actions = [] } = (await get(actionsOf(row), person)) as Partial<ActionsAnswer>;
    const items = actions.filter(({ name }) => takenBy(row.step).includes(name) && name !== ENDS_THE_THING);
    const reasons = items.flatMap(({ reason, choices }) => [
      ...(reason ? [reason.code] : []),
      ...(choices?.values ?? []).flatMap((one) => (one.reason ? [one.reason.code] : [])),
    ]);
    // Whoever might only refuse what is beyond them is not offered it.
    const isOpen = items.some(({ open }) => open) && !reasons.includes('BEYOND_AUTHORITY');
    return { isOpen, codes: [...new Set(reasons)] };
  }

  const keyOf = ({ row, at }: Seen) => `${row.deadlineId} ${at}`;

  /** Where somebody can take it at all, it is seen by those who can and by nobody else. */
  const comparable = () => {
    const takers = seen.filter(({ isOpen }) => isOpen);
    const able = new Set(takers.map(keyOf));
    const listed = new Set(seen.flatMap((one) => (one.isListed ? [keyOf(one)] : [])));
    return seen.filter(
      (one) =>
        able.has(keyOf(one)) &&
        // It waits for the end of another step, and is expected of nobody meanwhile.
        (one.row.heldBy === null || listed.has(keyOf(one))),
    );
  };
  const told = ({ row: { kind, step, subjectId, office }, person, codes }: Seen) =>
    `${kind} ${step} ${subjectId} at ${office}: ${JSON.stringify(person)} ${codes.join()}`;

  it('is what they can take by the table of actions of that thing', () => {
    const cannot = comparable().filter(({ isListed, isOpen }) => isListed && !isOpen);
    expect(cannot.map(told)).toEqual([]);
  });

  /** A queue does not know what another payer bears of an invoice, which may take a lower level. */
  const isBorneByOthers = ({ kind, within }: DeadlineRow): boolean =>
    kind === 'INVOICE' &&
    world.events.some(
      ({ type, data }) => type === 'OtherPayerNamed' && 'accidentId' in data && data['accidentId'] === within,
    );

  it('is all that they can take by it', () => {
    const missing = comparable().filter(
      ({ isListed, isOpen, row }) => isOpen && !isListed && !isBorneByOthers(row),
    );
    expect(missing.map(told)).toEqual([]);
  });

  it('is with somebody, until a day, and is done by an action, whatever waits', () => {
    const without = waiting.filter(
      ({ turn, dueOn, step }) => turn === null || dueOn === null || takenBy(step).length === 0,
    );
    expect(without.map(({ kind, step }) => `${kind} ${step}`)).toEqual([]);
  });

  it('was compared for several people, of accidents, claims, invoices, payments, reviews and complaints', () => {
    const kinds = new Set(comparable().map(({ row: { kind } }) => kind));
    expect([...kinds]).toEqual(
      expect.arrayContaining(['ACCIDENT', 'CLAIM', 'COMPLAINT', 'INVOICE', 'PAYOUT', 'REVIEW']),
    );
    const kept = new Set(comparable().flatMap(({ isOpen, codes }) => (isOpen ? [] : codes)));
    expect([...kept]).toEqual(
      expect.arrayContaining([
        'INTEREST_DECLARED',
        'DECIDER_CANNOT_INSTRUCT',
        'VERIFIER_CANNOT_APPROVE',
        'CORRECTOR_CANNOT_DECIDE',
        'REGISTRAR_CANNOT_DECIDE',
      ]),
    );
    expect(comparable().length).toBeGreaterThan(200);
  });
});

/** Some of each step of a case. */
function sampleOf(rows: readonly DeadlineRow[]): readonly DeadlineRow[] {
  return STEPS_OF_CASES.flatMap((step) => rows.filter((row) => row.step === step).slice(-OF_EACH));
}

/** Where a step is taken: its office, or that of its claim where it is decided there; undefined where it is of none. */
function officeOf(row: DeadlineRow, rows: readonly DeadlineRow[]): string | undefined {
  if (!row.atOfficeOfClaim) return row.known.office;
  const claimId = row.claimId ?? rows.find(({ deadlineId }) => deadlineId === row.ofScholarship)?.claimId;
  return rows.find((one) => one.kind === 'CLAIM' && one.slot === 'claim' && one.subjectId === claimId)
    ?.office;
}
