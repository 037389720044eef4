export { REPORTING } from './facts/fact-tables.js';
export { chartOf } from './formats/chart.js';
export { csvOf } from './formats/csv.js';
export { type FlatTable, WITHHELD, flatTable } from './formats/flat-table.js';
export { type Manifest, manifestOf } from './formats/manifest.js';
export { parquetOf } from './formats/parquet.js';
export { workbookOf } from './formats/workbook.js';
export { reportingRefusals } from './http/reporting.refusals.js';
export { type Cut, CUTS, INDICATORS, WAITING, indicatorNamed } from './indicators/index.js';
export {
  type DeadLetter,
  type Retried,
  discard,
  letterOf,
  lettersThatWait,
  retryStream,
  waitingStreams,
} from './intake/dead-letters.js';
export { type Report, type ReportAsked, report } from './reports.js';
export { ReportingModule } from './reporting.module.js';
export type { FeedToken } from './sources/token.js';
