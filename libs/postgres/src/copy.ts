import type pg from 'pg';
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams';
import { limitedOf } from './limited.js';
import type { NamedColumn } from './table.js';

/** Brings rows into a table by COPY, on the connection of a transaction. `into` is SQL: a table's name as it is found there. */
export type CopyRows = (
  into: string,
  columns: readonly NamedColumn[],
  rows: readonly Readonly<Record<string, unknown>>[],
) => Promise<void>;

/** Characters that go to the server at a time. */
const CHUNK = 128 * 1024;

export function copyingOver(client: pg.ClientBase): CopyRows {
  return async (into, columns, rows) => {
    const names = columns.map(({ sqlName }) => `"${sqlName}"`).join(', ');
    await limitedOf(client).statement(() =>
      sendAll(chunks(columns, rows), client.query(copyFrom(`copy ${into} (${names}) from stdin`))),
    );
  };
}

/** A `pipeline` does the same, and costs as much as all else about some hundred rows. */
function sendAll(chunks: Iterator<Buffer>, to: CopyStreamQuery): Promise<void> {
  return new Promise((resolve, reject) => {
    // PostgreSQL only says that it was told to give up.
    let unwritable: Error | undefined;
    let isRefused = false;
    to.once('finish', resolve);
    to.on('error', (error) => {
      isRefused = true;
      reject(unwritable ?? error);
    });
    const send = () => {
      // It refuses what has come while more is under way: nobody takes the rest.
      if (isRefused) return;
      try {
        for (let next = chunks.next(); !next.done; next = chunks.next()) {
          if (!to.write(next.value)) {
            to.once('drain', send);
            return;
          }
        }
        to.end();
      } catch (error) {
        unwritable = error as Error;
        to.destroy(unwritable);
      }
    };
    send();
  });
}

function* chunks(
  columns: readonly NamedColumn[],
  rows: readonly Readonly<Record<string, unknown>>[],
): Generator<Buffer> {
  let lines = '';
  for (const row of rows) {
    lines += lineOf(columns, row);
    if (lines.length < CHUNK) continue;
    yield Buffer.from(lines);
    lines = '';
  }
  if (lines !== '') yield Buffer.from(lines);
}

/** One row in COPY's text format (https://www.postgresql.org/docs/current/sql-copy.html). */
export function lineOf(columns: readonly NamedColumn[], row: Readonly<Record<string, unknown>>): string {
  let line = '';
  let isFirst = true;
  for (const { name, kind } of columns) {
    if (!isFirst) line += '\t';
    isFirst = false;
    line += fieldOf(row[name], kind === 'json');
  }
  return `${line}\n`;
}

function fieldOf(value: unknown, isJson: boolean): string {
  if (value === null || value === undefined) return '\\N';
  if (isJson) return escaped(JSON.stringify(value));
  return typeof value === 'string' ? escaped(value) : `${value as number | boolean}`;
}

const SPECIAL = /[\\\n\r\t]/;
const NAMES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(text: string): string {
  return SPECIAL.test(text)
    ? text.replaceAll(/[\\\n\r\t]/g, (character) => NAMES[character] ?? character)
    : text;
}
