import { asPdf } from '#documents';
import { type Language, type Page, PastPageQuery, asked, orderedPage, shape, shownOf } from '#http';
import { Rejection } from '#kernel';
import { query } from '#runtime';
import { paymentListRefusals } from '../../domain/payment-list-refusals.js';
import { importRefusals } from '../../domain/refusals.js';
import { receiptOfList } from './printed.js';
import { AskedItem, ImportItem, type ImportRemarkItem } from './import.answers.js';
import { BY_DAY, IMPORT_KINDS, type ImportRow, importReadModel } from './import.read-model.js';
import { remarksCsv, remarksPage } from './remarks.js';

/** The part of the list that is asked for. */
export class ImportListQuery extends shape(
  {
    sponsorId: asked.uuid({ optional: true }),
    kind: asked.code(IMPORT_KINDS, { optional: true }),
    from: asked.day({ optional: true, description: 'Handed in on this day or later' }),
  },
  PastPageQuery,
) {}

const toItem = (row: ImportRow): ImportItem => ({
  ...shownOf(ImportItem, row),
  actions: `/${row.kind === 'PAYMENT' ? 'payment-lists' : 'imports'}/${row.importId}/actions`,
  asked: row.asked.map((one) => ({
    ...shownOf(AskedItem, one),
    amountIdr: one.kind === 'REFUND' ? one.amountIdr : null,
  })),
});

interface OfImport {
  readonly importId: string;
}

/** Oldest first. */
export const ListImports = query(
  'ListImports',
  importReadModel,
  (filter: ImportListQuery, tables): Promise<Page<ImportItem>> => {
    let rows = tables.selectFrom('imports').selectAll();
    if (filter.sponsorId !== undefined) rows = rows.where('sponsorId', '=', filter.sponsorId);
    if (filter.kind !== undefined) rows = rows.where('kind', '=', filter.kind);
    if (filter.from !== undefined) rows = rows.where('handedInOn', '>=', filter.from);
    return orderedPage(rows, BY_DAY, filter, toItem);
  },
);

/** Refuses `IMPORT_NOT_FOUND`. */
export const GetImport = query(
  'GetImport',
  importReadModel,
  async ({ importId }: OfImport, tables): Promise<ImportItem> => {
    const row = await tables
      .selectFrom('imports')
      .selectAll()
      .where('importId', '=', importId)
      .executeTakeFirst();
    if (!row) throw new Rejection(importRefusals.IMPORT_NOT_FOUND());
    return toItem(row);
  },
);

/** The receipt of a list, to be printed. Refuses `IMPORT_NOT_FOUND`, `LIST_NOT_FINISHED`. */
export const PrintListReceipt = query(
  'PrintListReceipt',
  importReadModel,
  async ({ importId, language }: OfImport & { language: Language }, tables): Promise<Buffer> => {
    const row = await tables
      .selectFrom('imports')
      .leftJoin('sponsors', 'sponsors.sponsorId', 'imports.sponsorId')
      .selectAll('imports')
      .select('sponsors.name as sponsorName')
      .where('imports.importId', '=', importId)
      .executeTakeFirst();
    if (!row) throw new Rejection(importRefusals.IMPORT_NOT_FOUND());
    const { taken, sponsorName } = row;
    if (taken === null) throw new Rejection(paymentListRefusals.LIST_NOT_FINISHED());
    const list = { ...toItem(row), taken };
    return asPdf(receiptOfList(list, sponsorName ?? row.sponsorId, language), language);
  },
);

/** In the order of the file. Refuses `IMPORT_NOT_FOUND`. */
export const ListImportRemarks = query(
  'ListImportRemarks',
  importReadModel,
  async (page: PastPageQuery & OfImport, tables): Promise<Page<ImportRemarkItem>> => {
    const { importId } = page;
    const known = await tables
      .selectFrom('imports')
      .select('importId')
      .where('importId', '=', importId)
      .executeTakeFirst();
    if (!known) throw new Rejection(importRefusals.IMPORT_NOT_FOUND());
    return remarksPage(tables, importId, page);
  },
);

/** The remarks as a file that a spreadsheet opens; nothing in it comes from the file of the sponsor. Refuses `IMPORT_NOT_FOUND`. */
export const GetImportRemarksCsv = query(
  'GetImportRemarksCsv',
  importReadModel,
  async ({ importId }: OfImport, tables): Promise<string> => {
    const known = await tables
      .selectFrom('imports')
      .select('importId')
      .where('importId', '=', importId)
      .executeTakeFirst();
    if (!known) throw new Rejection(importRefusals.IMPORT_NOT_FOUND());
    return remarksCsv(tables, importId);
  },
);
