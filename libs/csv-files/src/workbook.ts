import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Rejection } from '#kernel';
import { LOST_DIGITS, MOST_COLUMNS, MOST_LINES, MOST_ROWS, ZIP_MARK } from './limits.js';
import { fileRefusals } from './refusals.js';
import type { WorkbookAnswer, WorkbookAsked, WorkbookFault } from './workbook.thread.js';

const MIB = 1024 * 1024;

const LIMITS = {
  entries: 500,
  unpackedBytes: 96 * MIB,
  rows: MOST_LINES,
  columns: MOST_COLUMNS,
  sharedStrings: 500_000,
  tags: 1_500_000,
  csvBytes: 20 * MIB,
};

/** What the thread may hold, MiB. A file that would need more ends its thread alone. */
const MEMORY = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 };

/** The largest takes a few seconds. */
const LONGEST_MS = 60_000;

/** One workbook after the other: each may hold as much as the limits allow. Whoever would have to wait for more is told. */
const MOST_WAITING = 8;
let turn: Promise<unknown> = Promise.resolve();
let waiting = 0;

/**
 * A list as CSV: as it is, or made of the first sheet of an Excel workbook (`.xlsx`), each row at its own line. Days are
 * `YYYY-MM-DD`, numbers their digits.
 * @throws Rejection `FILE_NOT_A_WORKBOOK`, `FILE_UNPACKS_TOO_LARGE`, `FILE_TOO_LONG`, `FILE_TOO_WIDE`, `FILES_AT_ONCE` where others wait
 */
export async function asCsv(file: Buffer): Promise<Buffer> {
  if (file.indexOf(ZIP_MARK) !== 0) return file;
  if (waiting >= MOST_WAITING) throw new Rejection(fileRefusals.FILES_AT_ONCE());
  waiting++;
  const mine = turn.then(() => inThread(file)).finally(() => waiting--);
  turn = mine.catch(() => {});
  const answer = await mine;
  if ('fault' in answer) throw new Rejection(REFUSALS[answer.fault]());
  return Buffer.from(answer.csv);
}

const REFUSALS = {
  NOT_A_WORKBOOK: fileRefusals.FILE_NOT_A_WORKBOOK,
  TOO_LARGE: fileRefusals.FILE_UNPACKS_TOO_LARGE,
  TOO_LONG: () => fileRefusals.FILE_TOO_LONG({ most: MOST_ROWS }),
  TOO_WIDE: () => fileRefusals.FILE_TOO_WIDE({ most: MOST_COLUMNS }),
} satisfies Record<WorkbookFault, unknown>;

async function inThread(bytes: Buffer): Promise<WorkbookAnswer> {
  // TypeScript where this is run as it is written.
  const thread = new Worker(new URL(`workbook.thread${extname(import.meta.filename)}`, import.meta.url), {
    workerData: { bytes, limits: LIMITS, lostDigits: LOST_DIGITS } satisfies WorkbookAsked,
    resourceLimits: MEMORY,
  });
  const signal = AbortSignal.timeout(LONGEST_MS);
  try {
    const [answer] = (await once(thread, 'message', { signal })) as [WorkbookAnswer];
    return answer;
  } catch (error) {
    const isTooMuch = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' || signal.aborted;
    if (!isTooMuch) throw error;
    return { fault: 'TOO_LARGE' };
  } finally {
    await thread.terminate();
  }
}
