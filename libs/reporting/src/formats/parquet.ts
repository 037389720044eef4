import type { Report } from '../reports.js';
import type { FlatTable } from './flat-table.js';
import { queryOf } from './manifest.js';

/**
 * A report as a Parquet file: text for cuts, numbers for figures, and whether a row is withheld. What it rests on stands in its metadata. The
 * same report gives the same bytes.
 */
export async function parquetOf(report: Report, { columns, rows }: FlatTable): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  const buffer = parquetWriteBuffer({
    columnData: [
      ...columns.map(({ name, isFigure }, place) => ({
        name,
        type: isFigure ? ('DOUBLE' as const) : ('STRING' as const),
        data: rows.map(({ cells }) => cells[place] ?? null),
      })),
      { name: 'withheld', type: 'BOOLEAN' as const, data: rows.map(({ isWithheld }) => isWithheld) },
    ],
    kvMetadata: [
      { key: 'lindung.report', value: report.indicator.name },
      { key: 'lindung.rule', value: `${report.indicator.code}/${report.indicator.version}` },
      { key: 'lindung.query', value: JSON.stringify(queryOf(report)) },
      ...(report.position === null ? [] : [{ key: 'lindung.position', value: report.position }]),
    ],
    createdBy: 'lindung',
  });
  return new Uint8Array(buffer);
}
