import process from 'node:process';
import Table from 'cli-table3';

/** A rate beside what it is measured against. */
export interface Row {
  readonly name: string;
  readonly perSecond: number;
  readonly ceilingPerSecond: number;
  /** The rate through what it is measured against. */
  readonly ratio: number;
}

/** Something else that was measured. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

export interface Measurements {
  readonly rows: readonly Row[];
  readonly figures: readonly Figure[];
}

/** Prints what was measured; with `json` the last line is all of it as JSON. */
export function report(
  head: readonly [string, string, string, string],
  { rows, figures }: Measurements,
  json: boolean,
): void {
  const table = new Table({ head: [...head] });
  for (const { name, perSecond, ceilingPerSecond, ratio } of rows) {
    table.push([
      name,
      perSecond.toLocaleString('en'),
      ceilingPerSecond.toLocaleString('en'),
      ratio.toFixed(2),
    ]);
  }
  process.stdout.write(`${table.toString()}\n`);
  for (const { name, value, unit } of figures) {
    process.stdout.write(`${name}: ${value.toLocaleString('en')} ${unit}\n`);
  }
  if (json) process.stdout.write(`${JSON.stringify({ rows, figures })}\n`);
}

const MIB = 1024 * 1024;

/** Looks at the resident memory of this process from now on. */
export function watchMemory(): { peakMiB(): number } {
  let peak = 0;
  const sample = () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  setInterval(sample, 100).unref();
  return {
    peakMiB: () => {
      sample();
      return Math.round(peak / MIB);
    },
  };
}
