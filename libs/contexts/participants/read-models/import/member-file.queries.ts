import type { TablesIn } from '#followers';
import { type Page, PastPageQuery, asked, orderedPage, shape, shownOf } from '#http';
import { Rejection } from '#kernel';
import { query } from '#runtime';
import { MEMBER_FILE_KINDS } from '../../domain/member-file.events.js';
import { importRefusals } from '../../domain/refusals.js';
import { type ImportRemarkItem, MemberFileItem } from './import.answers.js';
import { BY_DAY_OF_FILE, type MemberFileRow, importReadModel } from './import.read-model.js';
import { remarksCsv, remarksPage } from './remarks.js';

/** The part of the list that is asked for. */
export class MemberFileListQuery extends shape(
  { kind: asked.code(MEMBER_FILE_KINDS, { optional: true }) },
  PastPageQuery,
) {}

interface OfEmployer {
  readonly employerId: string;
}

interface OfFile extends OfEmployer {
  readonly fileId: string;
}

const toItem = (row: MemberFileRow): MemberFileItem => ({
  ...shownOf(MemberFileItem, row),
  actions: `/employers/${row.employerId}/member-files/${row.fileId}/actions`,
});

/** Oldest first. */
export const ListMemberFiles = query(
  'ListMemberFiles',
  importReadModel,
  (filter: MemberFileListQuery & OfEmployer, tables): Promise<Page<MemberFileItem>> => {
    let rows = tables.selectFrom('memberFiles').selectAll().where('employerId', '=', filter.employerId);
    if (filter.kind !== undefined) rows = rows.where('kind', '=', filter.kind);
    return orderedPage(rows, BY_DAY_OF_FILE, filter, toItem);
  },
);

/** Refuses `IMPORT_NOT_FOUND`. */
export const GetMemberFile = query(
  'GetMemberFile',
  importReadModel,
  async (of: OfFile, tables): Promise<MemberFileItem> => toItem(await memberFile(tables, of)),
);

/** In the order of the file. Refuses `IMPORT_NOT_FOUND`. */
export const ListMemberFileRemarks = query(
  'ListMemberFileRemarks',
  importReadModel,
  async (page: PastPageQuery & OfFile, tables): Promise<Page<ImportRemarkItem>> => {
    const { fileId } = await memberFile(tables, page);
    return remarksPage(tables, fileId, page);
  },
);

/** Refuses `IMPORT_NOT_FOUND`. */
export const GetMemberFileRemarksCsv = query(
  'GetMemberFileRemarksCsv',
  importReadModel,
  async (of: OfFile, tables): Promise<string> => {
    const { fileId } = await memberFile(tables, of);
    return remarksCsv(tables, fileId);
  },
);

async function memberFile(tables: TablesIn<typeof importReadModel>, { employerId, fileId }: OfFile) {
  const row = await tables
    .selectFrom('memberFiles')
    .selectAll()
    .where('fileId', '=', fileId)
    .where('employerId', '=', employerId)
    .executeTakeFirst();
  if (!row) throw new Rejection(importRefusals.IMPORT_NOT_FOUND());
  return row;
}
