export {
  type CsvFile,
  type CsvLayout,
  type CsvLine,
  isLineFault,
  type LineFault,
  readCsvFile,
  refuseFaultyFile,
} from './csv-file.js';
export { FirstLines } from './first-lines.js';
export { fileRefusals } from './refusals.js';
export { LINES_TOGETHER, byLine, type LinesProgress, type Listening, takeLines } from './take-lines.js';
export { asCsv } from './workbook.js';
export { BYTE_ORDER_MARK, csvLine } from './written-csv.js';
