import { eventually } from '../../libs/testing/src/eventually.js';
import { Random } from '../system/random.js';
import { type Audit, audit } from './audit.js';
import { BranchDay } from './branch-day.js';
import { type BranchOffice, type Victim, openBranchOffice } from './branch-office.js';
import { type OfficeBroker, openBroker } from './broker.js';
import { type BrokerAway, brokerAway } from './broker-away.js';
import { LatencyBook } from './latencies.js';
import { PatientClient } from './patient-client.js';

export interface CrashOptions {
  readonly rounds: number;
  readonly seed: number;
  /** Whether there is a broker of Kafka that the relay publishes to. */
  readonly withBroker?: boolean;
  /** Who is killed before anybody else; unless told, nobody in particular. */
  readonly first?: readonly string[];
  /** Nobody else is killed. */
  readonly onlyFirst?: boolean;
  /** So long the broker is away at the end, while people work on; not at all unless told. */
  readonly awayMs?: number;
  readonly onRound?: (round: number, victim: string, recoveredMs: number, acknowledged: number) => void;
}

export interface CrashResult extends Audit {
  readonly rounds: number;
  readonly acknowledged: number;
  readonly claimsPaid: number;
  /** Sent again, and how many of those had arrived the first time. */
  readonly retries: number;
  readonly known: number;
  /** How often a program was started again. */
  readonly restarts: number;
  readonly away?: BrokerAway;
}

const DESKS = 4;
/** So many answers people get between one crash and the next. */
const [FEWEST, MOST] = [1, 40];
const ROUND_WITHIN_MS = 180_000;

/**
 * Kills one program after the other in the middle of the work of a branch, and looks afterwards whether anything was lost or
 * done twice.
 * @throws Error when somebody does not come back, or something is not answered for minutes
 */
export async function crashSystem(options: CrashOptions): Promise<CrashResult> {
  const broker = options.withBroker ? await openBroker() : undefined;
  try {
    const office = await openBranchOffice({ broker });
    try {
      return await crashed(office, broker, options);
    } finally {
      await office.stop();
    }
  } finally {
    await broker?.stop();
  }
}

async function crashed(
  office: BranchOffice,
  broker: OfficeBroker | undefined,
  { rounds, seed, first = [], onlyFirst = false, awayMs = 0, onRound }: CrashOptions,
): Promise<CrashResult> {
  const random = new Random(seed);
  await office.whole();
  let [answers, isOver] = [0, false];
  const book = new LatencyBook();
  const client = new PatientClient(office, {
    acknowledged: () => void (answers += 1),
    took: (what, ms) => book.note(what, ms),
  });
  const day = new BranchDay(client);
  let broken: Error | undefined;
  const working = day
    .work(DESKS, () => isOver)
    .catch((error: Error) => {
      broken = error;
    });
  const isFirst = ({ name }: Victim) => first.includes(name);
  const victims = onlyFirst ? office.victims.filter(isFirst) : office.victims;
  // Each is killed before any is killed twice.
  let left: readonly Victim[] = victims.filter(isFirst);
  for (let round = 1; round <= rounds; round++) {
    const until = answers + random.between(FEWEST, MOST);
    await eventually(
      'people have worked on',
      () => broken !== undefined || answers >= until,
      ROUND_WITHIN_MS,
    );
    if (broken) throw broken;
    if (left.length === 0) left = victims;
    const victim = random.pick(left);
    left = left.filter((one) => one !== victim);
    await victim.kill(random);
    const killed = performance.now();
    await office.whole();
    onRound?.(round, victim.name, Math.round(performance.now() - killed), answers);
  }
  const away = broker && awayMs > 0 ? await brokerAway(office, broker, book, awayMs) : undefined;
  isOver = true;
  await working;
  if (broken) throw broken;
  const restarts = office.ended().length;
  const audited = await audit(office, client.acknowledged, day.paid, broker);
  const { retries, known } = client;
  const { length: claimsPaid } = day.paid;
  return { rounds, acknowledged: answers, claimsPaid, retries, known, restarts, away, ...audited };
}
