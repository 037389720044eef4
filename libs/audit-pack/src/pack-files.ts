import { sha256 } from '#transparency-log';
import type { PackFiles } from './archive.js';

/** The one file of each kind that a pack has. */
export const [MANIFEST, CHECKPOINT, POLICY, PAPERS, RULES] = [
  'manifest.json',
  'checkpoint',
  'policy.txt',
  'papers.json',
  'rules.json',
] as const;

/** What is kept of one event: its bytes as they were recorded, and the proof that they were. */
export const EVENT_FILES = ['data', 'metadata', 'tlog-proof'] as const;
export type EventFile = (typeof EVENT_FILES)[number];

/** Where a file of an event stands in a pack. */
export const eventFile = (streamId: string, revision: bigint, what: EventFile): string =>
  `events/${streamId}/${revision}.${what}`;

/** What was opened of an event for an auditor who may see it. */
export const openedFile = (streamId: string, revision: bigint): string =>
  `opened/${streamId}/${revision}.json`;

/** Which event a file is of; undefined when it is of none. */
export function eventOf(
  path: string,
): { readonly place: string; readonly what: EventFile | 'opened' } | undefined {
  const [, folder, streamId, revision, what] =
    /^(events|opened)\/([\w-]{1,200})\/(0|[1-9]\d{0,18})\.([\w-]+)$/.exec(path) ?? [];
  if (streamId === undefined) return undefined;
  const place = `${streamId}@${revision}`;
  if (folder === 'opened') return what === 'json' ? { place, what: 'opened' } : undefined;
  return EVENT_FILES.some((one) => one === what) ? { place, what: what as EventFile } : undefined;
}

/** What a pack is about, and the SHA-256 of each of its files. */
export interface Manifest {
  readonly format: typeof FORMAT;
  readonly claimId: string;
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
}

export const FORMAT = 'lindung-audit-pack/v1';

/** The manifest of these files, in the one way that it is written: nothing in it could be otherwise. */
export function writtenManifest(claimId: string, files: PackFiles): Uint8Array {
  const paths = [...files.keys()].filter((path) => path !== MANIFEST).sort();
  const manifest: Manifest = {
    format: FORMAT,
    claimId,
    files: paths.map((path) => {
      const content = files.get(path) as Uint8Array;
      return { path, bytes: content.length, sha256: sha256(content).toString('hex') };
    }),
  };
  return writtenJson(manifest);
}

/** JSON as every file of a pack has it. */
export const writtenJson = (value: unknown): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(value, undefined, 2)}\n`);

/** JSON of a file; undefined where it is none. */
export function readJson(bytes: Uint8Array | undefined): unknown {
  if (!bytes) return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}
