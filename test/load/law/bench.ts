import { parseArgs } from 'node:util';
import { formatRupiah, period, periodsFrom } from '#kernel';
import { simulate } from '#law-simulation';
import { type Figure, type Measurements, report, type Row, watchMemory } from '../report.js';
import { measureScalar } from './scalar.js';
import { measureSweep } from './columns.js';

const HELP = `Measures how fast the law is computed: one request at a time, and a whole country at once.

  npm run bench:law -- [options]

  --quick     a few seconds: shorter turns, one million members instead of sixty
  --json      the last line is the result as JSON
  --help      this

All rates are of a second of the processor. Of requests, they are calculations: without words the sum alone is read, with words the
arithmetic and both explanations of every component. A ratio is the rate through its goal. The simulation stands beside a loop over
typed arrays with every number of these twelve months written into it; both take turns, and both must come to the same sums. The
loop computes every month; the simulation computes months in which the same is owed once, and may so be the quicker one.
`;

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const [GOAL, GOAL_WITH_WORDS] = [200_000, 50_000];
const [COUNTRY, QUICK_COUNTRY] = [60_000_000, 1_000_000];
const MONTHS = periodsFrom(period('2026-01'), 12);

if (options.help) process.stdout.write(HELP);
else report(['computing, a second', 'rate', 'goal or bare loop', 'ratio'], await measure(), options.json);

async function measure(): Promise<Measurements> {
  const scalar = measureScalar(options.quick ? 0.3 : 1);
  const sweep = measureSweep(options.quick ? 1 : 5);
  const country = await measureCountry(options.quick ? QUICK_COUNTRY : COUNTRY);
  return {
    rows: [
      ...scalar.map(({ name, perCpuSecond }) => row(`${name}, without words`, perCpuSecond, GOAL)),
      ...scalar.map(({ name, perCpuSecondWithWords }) =>
        row(`${name}, with words`, perCpuSecondWithWords, GOAL_WITH_WORDS),
      ),
      row(
        'simulated person-months of wage earners, in one thread',
        sweep.personMonthsPerSecond,
        sweep.bareLoopPerSecond,
      ),
    ],
    figures: country,
  };
}

function row(name: string, perSecond: number, ceilingPerSecond: number): Row {
  return { name, perSecond, ceilingPerSecond, ratio: Number((perSecond / ceilingPerSecond).toFixed(3)) };
}

/** All contributions of so many synthetic members over twelve months, made and counted on all processors. */
async function measureCountry(members: number): Promise<Figure[]> {
  const memory = watchMemory();
  const begun = performance.now();
  const processor = process.cpuUsage();
  const { report: counted } = await simulate({
    population: { kind: 'SYNTHETIC', members, seed: 1 },
    months: MONTHS,
  });
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(processor);
  const persons = counted.groups
    .filter(({ kind }) => kind === 'CONTRIBUTION')
    .reduce((sum, line) => sum + line.persons, 0);
  if (persons !== members) throw new Error(`Counted ${persons} of ${members} members`);
  const name = `${formatRupiah(members)} members × ${MONTHS.length} months × all contributions`;
  return [
    { name, value: Number(seconds.toFixed(2)), unit: 's' },
    { name: `${name}, processor`, value: Number(((user + system) / 1e6).toFixed(2)), unit: 'CPU s' },
    {
      name: 'simulated person-months, all processors, population made as well',
      value: Math.round((members * MONTHS.length) / seconds),
      unit: 'person-months/s',
    },
    { name: 'peak resident memory of the simulation', value: memory.peakMiB(), unit: 'MiB' },
  ];
}
