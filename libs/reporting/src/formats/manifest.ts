import { createHash } from 'node:crypto';
import { SCHEMA } from '../facts/fact-tables.js';
import type { Report } from '../reports.js';

/** What a file of a report rests on, so that somebody else can tell whether it is what it says. */
export interface Manifest {
  readonly report: string;
  readonly code: string;
  readonly version: number;
  readonly query: ReturnType<typeof queryOf>;
  /** Place in the log up to which every event is counted; null where only Kafka brought any. */
  readonly position: string | null;
  readonly newestAt: string | null;
  /** Under which name that place is kept: another version of the facts has another one. */
  readonly checkpoint: string;
  readonly putAside: number;
  readonly file: { readonly name: string; readonly bytes: number; readonly sha256: string };
}

/** The question, as it can be asked again. */
export function queryOf({ on, by, where }: Report) {
  return { on, by, where };
}

export function manifestOf(report: Report, name: string, file: Uint8Array): Manifest {
  const { indicator, position, newestAt, putAside } = report;
  return {
    report: indicator.name,
    code: indicator.code,
    version: indicator.version,
    query: queryOf(report),
    position,
    newestAt,
    checkpoint: SCHEMA,
    putAside,
    file: { name, bytes: file.byteLength, sha256: createHash('sha256').update(file).digest('hex') },
  };
}
