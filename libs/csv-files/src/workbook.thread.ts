import { parentPort, workerData } from 'node:worker_threads';
import { createInflateRaw } from 'node:zlib';
import { streamXlsxRows } from 'hucre/xlsx';

/*
 * Turns a workbook into CSV, in a thread of its own with memory of its own: whatever a file unpacks to, nobody else is held up by
 * it or goes down with it. It imports nothing of ours, so that it runs as it is written as well as built.
 */

/** What the thread is asked. */
export interface WorkbookAsked {
  readonly bytes: Uint8Array;
  readonly limits: WorkbookLimits;
  /** Written in place of a number of more digits than Excel keeps. */
  readonly lostDigits: string;
}

/** Bounds that are looked at before anything of the file is read into memory, the last two while it is. */
export interface WorkbookLimits {
  readonly entries: number;
  /** Of all entries together. */
  readonly unpackedBytes: number;
  readonly rows: number;
  readonly columns: number;
  readonly sharedStrings: number;
  /** Of an entry that is no sheet. */
  readonly tags: number;
  readonly csvBytes: number;
}

/** Why there is no CSV. */
export type WorkbookFault = 'NOT_A_WORKBOOK' | 'TOO_LARGE' | 'TOO_LONG' | 'TOO_WIDE';

export type WorkbookAnswer = { readonly csv: Uint8Array } | { readonly fault: WorkbookFault };

class Refused extends Error {
  readonly fault: WorkbookFault;

  constructor(fault: WorkbookFault) {
    super(fault);
    this.fault = fault;
  }
}

const END_OF_DIRECTORY = 0x06054b50;
const IN_DIRECTORY = 0x02014b50;
const LONGEST_END = 65_557;
const [STORED, DEFLATED] = [0, 8];

/** Zip of more than 4 GiB, which no file here is. */
const SENTINEL = 0xffffffff;

/** What is packed in a zip, as its directory says. @throws Refused */
function* packedIn(bytes: Buffer, { entries }: WorkbookLimits): Generator<{ method: number; data: Buffer }> {
  let end = bytes.length - 22;
  while (end >= Math.max(0, bytes.length - LONGEST_END) && bytes.readUInt32LE(end) !== END_OF_DIRECTORY)
    end--;
  if (end < 0 || bytes.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Refused('NOT_A_WORKBOOK');
  const count = bytes.readUInt16LE(end + 10);
  if (count > entries) throw new Refused('TOO_LARGE');
  let at = bytes.readUInt32LE(end + 16);
  for (let entry = 0; entry < count; entry++) {
    if (bytes.readUInt32LE(at) !== IN_DIRECTORY) throw new Refused('NOT_A_WORKBOOK');
    const [method, packed, unpacked] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 24),
    ];
    const local = bytes.readUInt32LE(at + 42);
    // A length that stands only behind what it is of could be read otherwise by somebody else.
    const isUnsaid = packed === 0 && unpacked !== 0;
    if (isUnsaid || packed === SENTINEL || unpacked === SENTINEL || local === SENTINEL) {
      throw new Refused('NOT_A_WORKBOOK');
    }
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    yield { method, data: bytes.subarray(from, from + packed) };
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}

/** @throws Refused, or what zlib throws where it is no deflated data */
async function* unpacked(method: number, data: Buffer): AsyncGenerator<Buffer> {
  if (method === STORED) yield data;
  else if (method === DEFLATED) {
    const inflate = createInflateRaw();
    inflate.end(data);
    yield* inflate as AsyncIterable<Buffer>;
  } else throw new Refused('NOT_A_WORKBOOK');
}

/** Longer is no name of a tag that counts. */
const LONGEST_NAME = 64;

/** Counts what an entry would become in memory, keeping nothing of it. @throws Refused */
class Counted {
  private left = '';
  private readonly count = { tags: 0, rows: 0, cells: 0, strings: 0 };
  private isSheet = false;
  private readonly limits: WorkbookLimits;

  constructor(limits: WorkbookLimits) {
    this.limits = limits;
  }

  take(chunk: Buffer): void {
    const text = this.left + chunk.toString('latin1');
    const last = text.lastIndexOf('<');
    const cut = last >= 0 && text.length - last < LONGEST_NAME ? last : text.length;
    this.left = text.slice(cut);
    this.look(text.slice(0, cut));
  }

  end(): void {
    this.look(this.left);
  }

  private look(text: string): void {
    const { limits, count } = this;
    for (const [, name] of text.matchAll(/<(?:[\w.-]+:)?([\w.-]*)/g)) {
      count.tags++;
      if (name === 'c') count.cells++;
      else if (name === 'row') [count.rows, count.cells] = [count.rows + 1, 0];
      else if (name === 'si') count.strings++;
      else if (name === 'sheetData') this.isSheet = true;
      if (count.cells > limits.columns) throw new Refused('TOO_WIDE');
    }
    if (count.rows > limits.rows) throw new Refused('TOO_LONG');
    const most = this.isSheet ? limits.rows * limits.columns : limits.tags;
    if (count.strings > limits.sharedStrings || count.tags > most) throw new Refused('TOO_LARGE');
  }
}

/** Unpacks everything once and keeps nothing, so that no file says less than it holds. @throws Refused */
async function lookInto(bytes: Buffer, limits: WorkbookLimits): Promise<void> {
  let total = 0;
  for (const { method, data } of packedIn(bytes, limits)) {
    const counted = new Counted(limits);
    for await (const chunk of unpacked(method, data)) {
      total += chunk.length;
      if (total > limits.unpackedBytes) throw new Refused('TOO_LARGE');
      counted.take(chunk);
    }
    counted.end();
  }
}

type Cell = string | number | boolean | Date | null;

const MOST_DIGITS = 1e15;

function textOf(cell: Cell, lostDigits: string): string {
  if (cell === null) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  if (typeof cell === 'number' && Math.abs(cell) >= MOST_DIGITS) return lostDigits;
  return String(cell).replace(/\s*[\r\n]+\s*/g, ' ');
}

const quoted = (text: string): string => (/[",;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Each row at its own number, so that what is said of a line is said of the row. @throws Refused */
async function csvOf({ bytes, limits, lostDigits }: WorkbookAsked): Promise<Uint8Array> {
  const lines: string[] = [];
  let [width, size] = [0, 0];
  for await (const { index, values } of streamXlsxRows(bytes)) {
    if (index >= limits.rows) throw new Refused('TOO_LONG');
    if (values.length > limits.columns) throw new Refused('TOO_WIDE');
    const cells = (values as Cell[]).map((cell) => textOf(cell, lostDigits));
    while (cells.length > 0 && cells.at(-1)?.trim() === '') cells.pop();
    if (cells.length === 0) continue;
    const isHeader = width === 0;
    if (isHeader) width = cells.length;
    while (cells.length < width) cells.push('');
    const line = cells.map((cell) => (isHeader ? cell.replace(/[",;\t]/g, ' ') : quoted(cell))).join(';');
    size += line.length;
    if (size > limits.csvBytes) throw new Refused('TOO_LARGE');
    // Rows that say nothing may be left out of a sheet; one that comes again is another one.
    while (lines.length < index) lines.push('');
    lines.push(line);
  }
  return Buffer.from(lines.join('\n'));
}

async function answer(asked: WorkbookAsked): Promise<WorkbookAnswer> {
  try {
    await lookInto(Buffer.from(asked.bytes.buffer, asked.bytes.byteOffset, asked.bytes.length), asked.limits);
    return { csv: await csvOf(asked) };
  } catch (error) {
    // Whatever else is wrong with it: it is none that can be read.
    return { fault: error instanceof Refused ? error.fault : 'NOT_A_WORKBOOK' };
  }
}

parentPort?.postMessage(await answer(workerData as WorkbookAsked));
