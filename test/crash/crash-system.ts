import { eventually } from '../../libs/testing/src/eventually.js';
import { Random } from '../system/random.js';
import { type Audit, audit } from './audit.js';
import { BranchDay } from './branch-day.js';
import { openBranchOffice } from './branch-office.js';
import { PatientClient } from './patient-client.js';

export interface CrashOptions {
  readonly rounds: number;
  readonly seed: number;
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
export async function crashSystem({ rounds, seed, onRound }: CrashOptions): Promise<CrashResult> {
  const random = new Random(seed);
  const office = await openBranchOffice();
  try {
    await office.whole();
    let [answers, isOver] = [0, false];
    const client = new PatientClient(office, { acknowledged: () => void (answers += 1) });
    const day = new BranchDay(client);
    let broken: Error | undefined;
    const working = day
      .work(DESKS, () => isOver)
      .catch((error: Error) => {
        broken = error;
      });
    // Each is killed before any is killed twice.
    let left: typeof office.victims = [];
    for (let round = 1; round <= rounds; round++) {
      const until = answers + random.between(FEWEST, MOST);
      await eventually(
        'people have worked on',
        () => broken !== undefined || answers >= until,
        ROUND_WITHIN_MS,
      );
      if (broken) throw broken;
      if (left.length === 0) left = office.victims;
      const victim = random.pick(left);
      left = left.filter((one) => one !== victim);
      await victim.kill(random);
      const killed = performance.now();
      await office.whole();
      onRound?.(round, victim.name, Math.round(performance.now() - killed), answers);
    }
    isOver = true;
    await working;
    if (broken) throw broken;
    const restarts = office.ended().length;
    const audited = await audit(office, client.acknowledged, day.paid);
    const { retries, known } = client;
    return {
      rounds,
      acknowledged: answers,
      claimsPaid: day.paid.length,
      retries,
      known,
      restarts,
      ...audited,
    };
  } finally {
    await office.stop();
  }
}
