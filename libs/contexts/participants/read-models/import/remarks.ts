import type { TablesIn } from '#followers';
import { type Page, type PastPageQuery, orderedPage } from '#http';
import type { ImportRemarkItem } from './import.answers.js';
import { BY_LINE, type importReadModel } from './import.read-model.js';

type Tables = TablesIn<typeof importReadModel>;

/** The remarks of a file, in its order. */
export function remarksPage(
  tables: Tables,
  importId: string,
  page: PastPageQuery,
): Promise<Page<ImportRemarkItem>> {
  const rows = tables.selectFrom('remarks').selectAll().where('importId', '=', importId);
  return orderedPage(rows, BY_LINE, page, ({ line, code, detail, participantId, isRejected }) => ({
    line,
    code,
    detail,
    participantId,
    rejected: isRejected === 1,
  }));
}

/** The same as a file that a spreadsheet opens; nothing in it comes from the file that was sent. */
export async function remarksCsv(tables: Tables, importId: string): Promise<string> {
  const rows = await tables
    .selectFrom('remarks')
    .selectAll()
    .where('importId', '=', importId)
    .orderBy('line')
    .orderBy('code')
    .execute();
  const lines = rows.map(({ line, isRejected, code, detail, participantId }) =>
    [line, isRejected === 1 ? 'REJECTED' : 'WARNING', code, quoted(detail), participantId ?? ''].join(','),
  );
  return ['line,result,code,detail,participant_id', ...lines, ''].join('\r\n');
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
