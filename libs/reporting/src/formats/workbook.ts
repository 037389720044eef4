import type { Report } from '../reports.js';
import { type FlatTable, WITHHELD } from './flat-table.js';

/** A report as a workbook of Excel: the table, and a sheet that says what it is and what it rests on. */
export async function workbookOf(report: Report, { columns, rows }: FlatTable): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  const { indicator, on, position, newestAt, putAside } = report;
  const table = [
    columns.map(({ name }) => name),
    ...rows.map(({ cells, isWithheld }) =>
      cells.map((cell, place) => (isWithheld && columns[place]!.isFigure ? WITHHELD : cell)),
    ),
  ];
  const about = [
    ['code', indicator.code],
    ['title', indicator.title.id],
    ['about', indicator.about.id],
    ['title (en)', indicator.title.en],
    ['about (en)', indicator.about.en],
    ['version of the rule', indicator.version],
    ['on', on],
    ['log position', position],
    ['newest event', newestAt],
    ['messages put aside', putAside],
    [WITHHELD, 'fewer than five persons, or a number from which fewer could be worked out'],
  ];
  return writeXlsx({
    sheets: [
      { name: 'Laporan', rows: table },
      { name: 'Keterangan', rows: about },
    ],
  });
}
