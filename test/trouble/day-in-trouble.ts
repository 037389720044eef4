import { setTimeout as wait } from 'node:timers/promises';
import {
  ClusterInTrouble,
  TROUBLES,
  TROUBLE_NAMES,
  type TroubleName,
} from '../../libs/testing/src/cluster-in-trouble/index.js';
import { eventually } from '../../libs/testing/src/eventually.js';
import { rawLog } from '../compatibility/upgrade/raw-log.js';
import { audit } from '../crash/audit.js';
import { BranchDay } from '../crash/branch-day.js';
import { type BranchOffice, openBranchOffice } from '../crash/branch-office.js';
import { PatientClient } from '../crash/patient-client.js';
import { Random } from '../system/random.js';
import { onlookerOf } from '../system/settled.js';
import { Book, type Compared, type Row } from './book.js';
import { ImportDesk } from './import-desk.js';
import { ReadinessWatch } from './readiness.js';

export interface DayOptions {
  readonly seed: number;
  /** Every kind unless told. */
  readonly kinds?: readonly TroubleName[];
  /** How long each trouble lasts at least. */
  readonly holdMs: number;
  readonly electionMs: number;
  /** How long an append waits for those who have to confirm it. */
  readonly timeoutMs: number;
  /** Settings of every program. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Afterwards every payment is compared and every read model built again. */
  readonly thorough?: boolean;
  readonly onKind?: (row: Row) => void;
}

export interface DayResult {
  readonly rows: readonly (Row & Compared)[];
  /** Everything else that is wrong. */
  readonly wrong: readonly string[];
  readonly acknowledged: number;
  readonly claimsPaid: number;
}

/** No append is taken while they last. */
const REFUSING: ReadonlySet<string> = new Set<TroubleName>([
  'there is no quorum',
  'nobody is ready',
  'gossip fails',
  'gossip names the dead',
  'everybody is gone',
]);
const TRUTH_WITHIN_MS = 10_000;

const PATIENT_DESKS = 2;
const IMPATIENT_DESKS = 4;
const BETWEEN_TRIES_MS = 25;
/** So many commands are acknowledged before the next trouble. */
const AT_WORK_AGAIN = 8;
const AT_WORK_WITHIN_MS = 150_000;

/**
 * A day of a branch on a cluster that runs through every kind of trouble. Some send again what was not acknowledged until it
 * is, others do not.
 */
export async function dayInTrouble(options: DayOptions): Promise<DayResult> {
  const random = new Random(options.seed);
  let cluster: ClusterInTrouble | undefined;
  const office = await openBranchOffice({
    settings: options.settings,
    logBy: async (logPort) =>
      (cluster = await ClusterInTrouble.start({ ...options, logPort, random: () => random.next() })),
  });
  try {
    await office.whole();
    return await played(office, cluster!, random, options);
  } finally {
    await office.stop();
  }
}

async function played(
  office: BranchOffice,
  cluster: ClusterInTrouble,
  random: Random,
  { holdMs, kinds = TROUBLE_NAMES, thorough = false, onKind }: DayOptions,
): Promise<DayResult> {
  const book = new Book();
  // Whoever was there before the servers began again.
  const begunAgain = office.ended();
  const client = new PatientClient(office, book);
  const day = new BranchDay(client);
  const importing = new ImportDesk(client);
  const readiness = new ReadinessWatch(office.commandApiUrl);
  const wrong: string[] = [];
  let isOver = false;
  const over = () => isOver;
  const broken = (error: Error) => {
    isOver = true;
    wrong.push(error.message);
  };
  const desks = [day.work(PATIENT_DESKS, over), importing.work(over)];
  for (let desk = 0; desk < IMPATIENT_DESKS; desk++) desks.push(impatient(client, over));
  const working = Promise.all(desks.map((desk) => desk.catch(broken)));
  await atWork(book.row, over);
  for (const kind of shuffled(kinds, random)) {
    if (isOver) break;
    wrong.push(...(await inTrouble(kind, { cluster, book, readiness, holdMs, isOver: over })));
    onKind?.(book.row);
  }
  isOver = true;
  await working;
  await readiness.stop();
  wrong.push(...(await afterwards(office, book, begunAgain)));
  const found = await compared(office, { book, client, day, importing }, thorough);
  return { ...found, wrong: [...wrong, ...found.wrong] };
}

interface Worked {
  readonly book: Book;
  readonly client: PatientClient;
  readonly day: BranchDay;
  readonly importing: ImportDesk;
}

/** What was answered, beside what the log holds. */
async function compared(
  office: BranchOffice,
  { book, client, day, importing }: Worked,
  thorough: boolean,
): Promise<DayResult> {
  const log = await rawLog(office.eventStoreUrl);
  const ofLog = book.compare(log);
  const wrong = importing.wrongIn(log);
  if (thorough) {
    const found = await audit(office, client.acknowledged, day.paid);
    wrong.push(...found.wrongPayments, ...found.failedReadModels, ...found.storeProblems);
  }
  return {
    rows: book.rows.map((row, nth) => ({ ...row, ...ofLog[nth]! })),
    wrong: [...wrong, ...book.mistakes],
    acknowledged: client.acknowledged.length,
    claimsPaid: day.paid.length,
  };
}

interface Scene {
  readonly cluster: ClusterInTrouble;
  readonly book: Book;
  readonly readiness: ReadinessWatch;
  readonly holdMs: number;
  /** Nobody works any more. */
  readonly isOver: () => boolean;
}

/** One trouble, from its beginning until people work again. @returns what was wrong */
async function inTrouble(
  kind: TroubleName,
  { cluster, book, readiness, holdMs, isOver }: Scene,
): Promise<string[]> {
  const wrong: string[] = [];
  const note = (error: Error) => void wrong.push(`${kind}: ${error.message}`);
  const before = cluster.met;
  book.begin(kind);
  const { row } = book;
  const end = await TROUBLES[kind](cluster);
  const hold = wait(holdMs);
  if (REFUSING.has(kind)) {
    row.unreadyAfterMs = await readiness.becomes(false, TRUTH_WITHIN_MS);
    if (row.unreadyAfterMs === undefined) wrong.push(`${kind}: command-api says that it is ready`);
  }
  await hold;
  await eventually('somebody has met it', () => isOver() || cluster.met > before).catch(note);
  await end();
  row.met = cluster.met - before;
  await atWork(row, isOver).catch(note);
  if ((await readiness.becomes(true, TRUTH_WITHIN_MS)) === undefined) {
    wrong.push(`${kind}: command-api does not say that it is ready again`);
  }
  return wrong;
}

/** @throws Error when nothing is acknowledged for so long */
async function atWork(row: Row, isOver: () => boolean): Promise<void> {
  const until = row.acknowledged + AT_WORK_AGAIN;
  await eventually('people are at work', () => isOver() || row.acknowledged >= until, AT_WORK_WITHIN_MS);
}

/** What is tried once is given up. */
async function impatient(client: PatientClient, isOver: () => boolean): Promise<void> {
  const village = { kind: 'VILLAGE', name: 'Desa Sukamaju', district: '321601' };
  while (!isOver()) {
    await client.tryOnce('/sponsors', village);
    await wait(BETWEEN_TRIES_MS);
  }
}

/** Everything catches up by itself, and no program has ended. */
async function afterwards(
  office: BranchOffice,
  book: Book,
  begunAgain: readonly string[],
): Promise<string[]> {
  book.begin('after');
  const onlooker = onlookerOf(office.databaseUrl, office.eventStoreUrl);
  const wrong: string[] = [];
  const note = (error: Error) => void wrong.push(error.message);
  try {
    await office.whole().catch(note);
    await onlooker.settled().catch(note);
    wrong.push(...(await onlooker.failing()));
  } finally {
    await onlooker.close();
  }
  const ended = office.ended();
  for (const name of begunAgain) ended.splice(ended.indexOf(name), 1);
  return [...wrong, ...ended.map((name) => `${name} ended`)];
}

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const left = [...items];
  return items.map(() => left.splice(random.between(0, left.length - 1), 1)[0]!);
}
