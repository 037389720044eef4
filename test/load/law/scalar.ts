import { calculate } from '#law';

/** Requests of one kind, different from each other as those of a day are. */
interface Workload {
  readonly name: string;
  readonly requests: readonly Readonly<Record<string, unknown>>[];
}

export interface ScalarSpeed {
  readonly name: string;
  /** Calculations in a second of the processor. */
  readonly perCpuSecond: number;
  readonly perCpuSecondWithWords: number;
}

const DIFFERENT = 240;

const day = (at: number) =>
  `${2016 + (at % 10)}-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`;
const month = (at: number) => day(at).slice(0, 7);
const wage = (at: number) => 1_500_000 + at * 54_321;

const workload = (name: string, request: (at: number) => Readonly<Record<string, unknown>>): Workload => ({
  name,
  requests: Array.from({ length: DIFFERENT }, (_, at) => request(at)),
});

const CHILDREN = [{ remainingYears: { SMP: 2, SMA: 3, PT: 5 } }, { remainingYears: { SD: 4, SMP: 3 } }];

const WORKLOADS: readonly Workload[] = [
  workload('JKM', (at) => ({
    calculator: 'JKM',
    segment: at % 2 ? 'BPU' : 'PU',
    deathDate: day(at),
    consecutivePaidMonths: at % 24,
    totalPaidMonths: 24 + (at % 60),
    active: true,
  })),
  workload('JKM with scholarships', (at) => ({
    calculator: 'JKM',
    segment: 'PU',
    deathDate: day(at),
    totalPaidMonths: 60 + at,
    eligibleChildren: CHILDREN,
  })),
  workload('JHT in full', (at) => ({
    calculator: 'JHT_FULL',
    contributionsPaid: wage(at) * 20,
    developmentCredited: wage(at),
    reason: at % 2 ? 'RETIREMENT_AGE' : 'RESIGNED',
    stopDate: '2025-02-03',
    claimDate: '2025-08-01',
    ageAtClaim: 57,
  })),
  workload('JHT in part', (at) => ({
    calculator: 'JHT_PARTIAL',
    balance: wage(at) * 30,
    membershipMonths: 121 + at,
    purpose: at % 2 ? 'HOUSE' : 'RETIREMENT_PREPARATION',
    claimDate: day(at),
  })),
  workload('contributions of a BPU', (at) => ({
    calculator: 'CONTRIB_BPU',
    declaredIncome: wage(at),
    period: month(at),
    sector: at % 2 ? 'TRANSPORT' : 'OTHER',
  })),
  workload('contributions of a BPU for twelve months', (at) => ({
    calculator: 'CONTRIB_BPU',
    declaredIncome: wage(at),
    period: month(at),
    months: 12,
    programs: ['JKK', 'JKM', 'JHT'],
  })),
  workload('contributions of a PU, JKK and JKM', (at) => ({
    calculator: 'CONTRIB_PU',
    monthlyWage: wage(at),
    riskClass: 1 + (at % 5),
    period: month(at),
  })),
  workload('contributions of a PU, all programmes', (at) => ({
    calculator: 'CONTRIB_PU',
    monthlyWage: wage(at),
    riskClass: 1 + (at % 5),
    period: month(at),
    programs: ['JKK', 'JKM', 'JHT', 'JP', 'JKP'],
  })),
  workload('contributions of a construction project', (at) => ({
    calculator: 'CONTRIB_JAKON',
    contractValueInclVat: wage(at) * 800,
    contractDate: day(at),
  })),
  workload('contributions of a migrant worker', (at) => ({
    calculator: 'CONTRIB_PMI',
    route: at % 2 ? 'PLACEMENT_AGENCY' : 'INDEPENDENT',
    contractMonths: at % 3 ? 24 : 12,
    jhtMonthly: 50_000 + at * 1_000,
    registeredOn: '2025-03-03',
  })),
];

/** How many requests are answered in a second of the processor, and how many when every word of the answer is read. */
export function measureScalar(cpuSeconds: number): ScalarSpeed[] {
  return WORKLOADS.map(({ name, requests }) => ({
    name,
    perCpuSecond: rate(requests, (request) => calculate(request).totalIdr, cpuSeconds),
    perCpuSecondWithWords: rate(requests, wordsOf, cpuSeconds),
  }));
}

function wordsOf(request: Readonly<Record<string, unknown>>): number {
  const { totalIdr, components } = calculate(request);
  let read: number = totalIdr;
  for (const { arithmetic, explanation } of components) {
    read += arithmetic.length + explanation.id.length + explanation.en.length;
  }
  return read;
}

function rate(
  requests: readonly Readonly<Record<string, unknown>>[],
  answer: (request: Readonly<Record<string, unknown>>) => number,
  cpuSeconds: number,
): number {
  run(requests, answer, cpuSeconds / 3);
  return run(requests, answer, cpuSeconds);
}

function run(
  requests: readonly Readonly<Record<string, unknown>>[],
  answer: (request: Readonly<Record<string, unknown>>) => number,
  cpuSeconds: number,
): number {
  let [answered, sum] = [0, 0];
  const begun = process.cpuUsage();
  for (;;) {
    for (const request of requests) sum += answer(request);
    answered += requests.length;
    const { user, system } = process.cpuUsage(begun);
    const seconds = (user + system) / 1e6;
    if (seconds >= cpuSeconds) {
      if (!(sum >= 0)) throw new Error('A calculation gave no number');
      return Math.round(answered / seconds);
    }
  }
}
