import { BYTE_ORDER_MARK, csvLine } from '#csv-files';
import { type FlatTable, WITHHELD } from './flat-table.js';

/** What the row of the total has in place of the values of cuts. */
const ALL = 'ALL';

/** A report as CSV (RFC 4180), with a byte order mark, by which Excel knows UTF-8. */
export function csvOf({ columns, rows }: FlatTable): string {
  const lines = [
    columns.map(({ name }) => name),
    ...rows.map(({ cells, isWithheld }) =>
      cells.map((cell, place) => {
        if (!columns[place]!.isFigure) return cell === null ? ALL : String(cell);
        return isWithheld ? WITHHELD : String(cell ?? '');
      }),
    ),
  ];
  return `${BYTE_ORDER_MARK}${lines.map(csvLine).join('')}`;
}
