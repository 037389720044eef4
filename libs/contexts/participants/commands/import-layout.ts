import type { CsvLayout } from '#csv-files';
import {
  IMPORT_COLUMNS,
  type ImportColumn,
  type ImportRow,
  OPTIONAL_IMPORT_COLUMNS,
  readImportRow,
} from '../domain/import-row.js';

/** A file of the workers of a sponsor. */
export const WORKERS: CsvLayout<ImportColumn, ImportRow> = {
  columns: IMPORT_COLUMNS,
  optional: OPTIONAL_IMPORT_COLUMNS,
  read: readImportRow,
};
