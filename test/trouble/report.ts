import Table from 'cli-table3';
import type { DayResult } from './day-in-trouble.js';

/** Everything that is wrong, a line each. */
export function faultsOf({ rows, wrong }: DayResult): string[] {
  const ofKinds = rows.flatMap(({ kind, lost, doubled, falselyDenied }) => [
    ...lost.map((one) => `${kind}: lost ${one}`),
    ...doubled.map((one) => `${kind}: doubled ${one}`),
    ...falselyDenied.map((one) => `${kind}: answered "not recorded" and recorded ${one}`),
  ]);
  return [...wrong, ...ofKinds];
}

const seconds = (ms: number | undefined) => (ms === undefined ? '' : (ms / 1000).toFixed(1));

/** Kinds of trouble × the longest silence, answers, lost, doubled. */
export function tableOf({ rows, acknowledged, claimsPaid }: DayResult): string {
  const table = new Table({
    head: [
      '',
      'longest silence, s',
      'acknowledged',
      'not recorded',
      'unknown',
      'met',
      'unready after, s',
      'lost',
      'doubled',
    ],
    colAligns: ['left', ...Array<'right'>(8).fill('right')],
    style: { head: [], border: [], compact: true },
  });
  for (const row of rows) {
    const { kind, longestSilenceMs, notRecorded, unknown, met, unreadyAfterMs, lost, doubled } = row;
    table.push([
      kind,
      seconds(longestSilenceMs),
      row.acknowledged,
      notRecorded,
      unknown,
      met,
      seconds(unreadyAfterMs),
      lost.length,
      doubled.length,
    ]);
  }
  return `${table.toString()}\n${acknowledged} commands acknowledged, ${claimsPaid} claims paid`;
}
