import type { Words } from '#kernel';
import type { Report } from '../reports.js';
import { type Cell, type FlatTable, WITHHELD, WITHHELD_WORDS } from './flat-table.js';

/** A report as a workbook of Excel: the table, and a sheet that says what it is and what it rests on, in both languages. */
export async function workbookOf(report: Report, { columns, rows }: FlatTable): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  const table = [
    columns.map(({ name }) => name),
    ...rows.map(({ cells, isWithheld }) =>
      cells.map((cell, place) => (isWithheld && columns[place]!.isFigure ? WITHHELD : cell)),
    ),
  ];
  return writeXlsx({
    sheets: [
      { name: 'Laporan', rows: table },
      { name: 'Keterangan', rows: explained(report) },
    ],
  });
}

/** What each line is and says, in Indonesian and beside it in English. */
function explained({ indicator, on, position, newestAt, putAside }: Report): Cell[][] {
  const lines: readonly (readonly [Words, Cell | Words])[] = [
    [{ id: 'kode', en: 'code' }, indicator.code],
    [{ id: 'judul', en: 'title' }, indicator.title],
    [{ id: 'yang dihitung', en: 'what is counted' }, indicator.about],
    [{ id: 'versi aturan', en: 'version of the rule' }, indicator.version],
    [{ id: 'pada hari', en: 'on' }, on],
    [{ id: 'posisi log', en: 'log position' }, position],
    [{ id: 'peristiwa terbaru', en: 'newest event' }, newestAt],
    [{ id: 'pesan yang dikesampingkan', en: 'messages put aside' }, putAside],
    [{ id: WITHHELD, en: WITHHELD }, WITHHELD_WORDS],
  ];
  return lines.map(([what, says]) =>
    (['id', 'en'] as const).flatMap((language) => [what[language], said(says, language)]),
  );
}

const said = (says: Cell | Words, language: keyof Words): Cell =>
  typeof says === 'object' && says !== null ? says[language] : says;
