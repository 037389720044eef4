import process from 'node:process';
import { parseArgs } from 'node:util';
import { type Measurements, report } from '../report.js';
import { pastOfClaims } from './past.js';
import { decisionsAgain } from './recomputed.js';
import { intoTheTree } from './tree.js';
import { eventToWitnessed } from './witnessed.js';

const USAGE = `Usage: npm run bench:audit -- [options]

  tree       events into the transparency log beside bare SHA-256 of the same bytes, and a proof
  witnessed  how long it takes until enough witnesses have seen an event
  past       the history of a claim, and a claim as it was known at some time, on a long log
  decisions  decisions that are computed again, beside a bare client that reads the same events

  --only PART              one of these (default: all)
  --events N               into the tree (default 400000)
  --witnessed-seconds T    (default 30)
  --past-events N          (default 1000000)
  --decisions N            (default 200000)
  --json                   a last line of JSON
  --help                   show this
`;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    events: { type: 'string', default: '400000' },
    'witnessed-seconds': { type: 'string', default: '30' },
    'past-events': { type: 'string', default: '1000000' },
    decisions: { type: 'string', default: '200000' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

/** Figures alone: nothing bare stands beside them. */
const without = async (figures: Promise<Measurements['figures']>): Promise<Measurements> => ({
  rows: [],
  figures: await figures,
});

const PARTS: Readonly<Record<string, () => Promise<Measurements>>> = {
  tree: () => intoTheTree(Number(values.events)),
  witnessed: () => without(eventToWitnessed(Number(values['witnessed-seconds']))),
  past: () => without(pastOfClaims(Number(values['past-events']))),
  decisions: () => decisionsAgain(Number(values.decisions)),
};

async function main(): Promise<void> {
  const { only } = values;
  if (values.help || (only !== undefined && !Object.hasOwn(PARTS, only))) {
    process.stdout.write(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const found: Measurements[] = [];
  for (const [name, measured] of Object.entries(PARTS))
    if (only === undefined || only === name) found.push(await measured());
  const rows = found.flatMap((one) => one.rows);
  const figures = found.flatMap((one) => one.figures);
  report(['', 'a second', 'bare', 'ratio'], { rows, figures }, values.json);
}

await main();
