import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Table from 'cli-table3';
import { startStandalone } from '../../apps/standalone/src/start-standalone.js';
import { optionsOrExit } from '../system/command-line.js';
import { publishedFigures } from './figures-file.js';
import { makeHistory } from './history.js';
import { planOf } from './plan.js';
import { isAsPublished, shownFigures } from './reports.js';

const USAGE = `Usage: npm run test:figures -- [options]

Has a history happen over HTTP whose reports show the published figures of Kabupaten Bekasi (test/figures/published-figures.csv):
registrations by file, employers, a project, candidates, deaths, accidents, claims, scholarships, payments. Then asks the reporting
service, which knows the feed alone, and puts beside each figure what its report shows.

  --scale N    one in so many of everybody and of each rupiah (default 1: all 492,000 members)
  --json       print the result as one line of JSON at the end
  --help       show this

Ends with 1 when a report shows another figure, 2 for options that make no sense.
`;

const { json, scale } = optionsOrExit(USAGE, { scale: { default: 1, min: 1 } });
const figures = publishedFigures();
const plan = planOf(figures, scale);
const dataDir = await mkdtemp(join(tmpdir(), 'lindung-figures-'));
const started = performance.now();
const seconds = () => Math.round((performance.now() - started) / 1000);
const tell = (what: string) => process.stderr.write(`${seconds()} s: ${what}\n`);
const system = await startStandalone({
  dataDir,
  freePorts: true,
  allowClockHeader: true,
  ownThread: true,
  logLevel: 'error',
});
try {
  tell('started');
  const position = await makeHistory(system, plan, tell);
  tell(`the history ends at position ${position}`);
  const shown = await shownFigures(system, figures, scale, position);
  tell('the reports have taken it in');
  const table = new Table({ head: ['figure', 'published', 'shown, times the scale', 'as of', 'source'] });
  for (const { figure, value, shown: is, asOf, source } of shown) {
    table.push([figure, value.toLocaleString('en'), is.toLocaleString('en'), asOf, source]);
  }
  process.stdout.write(`${table.toString()}\n`);
  if (json) process.stdout.write(`${JSON.stringify({ scale, seconds: seconds(), shown })}\n`);
  process.exitCode = shown.every(isAsPublished) ? 0 : 1;
} finally {
  await system.stop();
  await rm(dataDir, { recursive: true });
}
