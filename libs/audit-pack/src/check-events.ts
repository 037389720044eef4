import {
  type SignedCheckpoint,
  type ToldEvent,
  leafEntry,
  leafHash,
  readProof,
  readToldEvent,
  recordTold,
  verifyInclusion,
  verifyRecorded,
  writtenCheckpoint,
} from '#transparency-log';
import type { PackFiles } from './archive.js';
import { EVENT_FILES, type EventFile, eventFile, eventOf, readJson } from './pack-files.js';
import type { SaidEvent } from './papers.js';
import type { Findings } from './findings.js';

/** An event of a pack whose files were looked at. What is wrong with it has been noted. */
export interface CheckedEvent extends SaidEvent {
  readonly streamId: string;
  readonly revision: bigint;
}

/** Checks each event of a pack against the head of a tree: that its bytes, its proof and its name are of one leaf. In their order. */
export function checkEvents(
  files: PackFiles,
  head: SignedCheckpoint,
  findings: Findings,
): readonly CheckedEvent[] {
  const written = writtenCheckpoint(head);
  const events = placesIn(files).map(({ streamId, revision }) => {
    const place = `${streamId}@${revision}`;
    const [data, metadata, proof] = EVENT_FILES.map((what) =>
      fileOf(streamId, revision, what, files, findings),
    );
    const told = proof && findings.of(place, () => toldBy(proof, head, written, place, findings));
    if (told && (told.streamId !== streamId || told.revision !== revision))
      findings.note('OTHER_EVENT', place);
    if (told) {
      findings.of(place, () => verifyRecorded(told, { data }));
      findings.of(place, () => verifyRecorded(told, { metadata }));
    }
    return { streamId, revision, place, type: told?.type ?? '', data: objectIn(data) };
  });
  return events;
}

/** Each event that has a file, by stream and revision. */
function placesIn(files: PackFiles): readonly { readonly streamId: string; readonly revision: bigint }[] {
  const places = new Set<string>();
  for (const path of files.keys()) {
    const found = eventOf(path);
    if (found && found.what !== 'opened') places.add(found.place);
  }
  const read = [...places].map((place) => {
    const [streamId = '', revision = ''] = place.split('@');
    return { streamId, revision: BigInt(revision) };
  });
  return read.sort((one, other) =>
    one.streamId === other.streamId
      ? Number(one.revision - other.revision)
      : one.streamId < other.streamId
        ? -1
        : 1,
  );
}

function fileOf(
  streamId: string,
  revision: bigint,
  what: EventFile,
  files: PackFiles,
  findings: Findings,
): Uint8Array | undefined {
  const path = eventFile(streamId, revision, what);
  const found = files.get(path);
  if (!found) findings.note('FILE_MISSING', path);
  return found;
}

/** What a proof says of its event, once it leads to the root. @throws NotProven */
function toldBy(
  bytes: Uint8Array,
  head: SignedCheckpoint,
  written: string,
  place: string,
  findings: Findings,
): ToldEvent {
  const { extra, index, hashes, checkpoint } = readProof(bytes);
  if (writtenCheckpoint(checkpoint) !== written) findings.note('OTHER_CHECKPOINT', place);
  const told = readToldEvent(extra ?? Buffer.alloc(0));
  verifyInclusion(leafHash(leafEntry(recordTold(told))), index, head, hashes);
  return told;
}

function objectIn(data: Uint8Array | undefined): Readonly<Record<string, unknown>> {
  const said = readJson(data);
  return typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : {};
}
