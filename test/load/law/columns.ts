import { period, periodsFrom } from '#kernel';
import { type Batch, contributionKernel, CONTRIBUTION_CODES, generateChunk } from '#law/simulation';

export interface SweepSpeed {
  readonly personMonthsPerSecond: number;
  /** The same arithmetic, written by hand for these twelve months. */
  readonly bareLoopPerSecond: number;
}

const FIRST = period('2026-01');
const MONTHS = periodsFrom(FIRST, 12);
const PEOPLE = { members: 65_536 * 4, seed: 7 };

/** How fast wage earners are swept over, beside a loop over typed arrays that knows every number beforehand; in turns. */
export function measureSweep(cpuSeconds: number): SweepSpeed {
  const batches = [0, 1, 2, 3]
    .flatMap((chunk) => generateChunk(PEOPLE, chunk, MONTHS.length).map(({ batch }) => batch))
    .filter(({ group }) => group === 'PU');
  const kernel = contributionKernel('PU', MONTHS);
  const members = batches.reduce((sum, { size }) => sum + size, 0);
  const columns = batches.map(({ size }) => CONTRIBUTION_CODES.PU.map(() => new Float64Array(size)));
  const bare = batches.map(({ size }) => CONTRIBUTION_CODES.PU.map(() => new Float64Array(size)));
  const swept = () => batches.forEach((batch, at) => kernel(batch, columns[at]!));
  const byHand = () => batches.forEach((batch, at) => bareLoop(batch, bare[at]!));
  swept();
  byHand();
  assertSame(columns, bare);
  const spent = { swept: 0, byHand: 0 };
  let turns = 0;
  for (; spent.swept + spent.byHand < cpuSeconds; turns += 1) {
    spent.swept += timed(swept);
    spent.byHand += timed(byHand);
  }
  const perSecond = (time: number) => Math.round((members * MONTHS.length * turns) / time);
  return { personMonthsPerSecond: perSecond(spent.swept), bareLoopPerSecond: perSecond(spent.byHand) };
}

/** Seconds of the processor: others may have it meanwhile. */
function timed(work: () => void): number {
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1e6;
}

function assertSame(columns: readonly Float64Array[][], bare: readonly Float64Array[][]): void {
  columns.forEach((ofBatch, batch) =>
    ofBatch.forEach((column, at) => {
      if (Buffer.compare(Buffer.from(column.buffer), Buffer.from(bare[batch]![at]!.buffer)) !== 0) {
        throw new Error('The bare loop computes something else');
      }
    }),
  );
}

/** 2026: PP 36/2025 halves JKK of labour-intensive industry in January; the JP cap rises in March. */
const JKK_N = [0, 24, 54, 89, 127, 174];
const [CAP_2025, CAP_2026] = [10_547_400, 11_086_300];

function bareLoop({ size, income, riskClass, programs, flags }: Batch, into: readonly Float64Array[]): void {
  const [jkk, jkm, jhtEmployer, jhtWorker, jpEmployer, jpWorker] = into as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let at = 0; at < size; at += 1) {
    const wage = income[at]!;
    const joined = programs[at]!;
    const labour = flags[at]! & 1;
    const rate = JKK_N[riskClass[at]!]!;
    let [inJkk, inJkm, byEmployer, byWorker, pensionEmployer, pensionWorker] = [0, 0, 0, 0, 0, 0];
    for (let month = 0; month < 12; month += 1) {
      inJkk += Math.floor(((labour && month === 0 ? 1 : 2) * rate * wage + 10_000) / 20_000);
      inJkm += Math.floor((3 * wage + 500) / 1_000);
      if (joined & 4) {
        byEmployer += Math.floor((37 * wage + 500) / 1_000);
        byWorker += Math.floor((2 * wage + 50) / 100);
      }
      if (joined & 8) {
        const base = Math.min(wage, month < 2 ? CAP_2025 : CAP_2026);
        pensionEmployer += Math.floor((2 * base + 50) / 100);
        pensionWorker += Math.floor((base + 50) / 100);
      }
    }
    jkk[at]! += inJkk;
    jkm[at]! += inJkm;
    jhtEmployer[at]! += byEmployer;
    jhtWorker[at]! += byWorker;
    jpEmployer[at]! += pensionEmployer;
    jpWorker[at]! += pensionWorker;
  }
}
