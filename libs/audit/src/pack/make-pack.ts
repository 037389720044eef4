import {
  CHECKPOINT,
  MANIFEST,
  PAPERS,
  POLICY,
  RULES,
  eventFile,
  openedFile,
  papersIn,
  writtenArchive,
  writtenJson,
  writtenManifest,
} from '#audit-pack';
import type { EventStore, SealedSection } from '#event-store';
import {
  type RemoteTree,
  type SignedCheckpoint,
  acceptCheckpoint,
  readPolicy,
  writtenCheckpoint,
  writtenProof,
} from '#transparency-log';
import { type ComplaintsAbout, type FoundEvent, eventsOfClaim } from './claim-events.js';
import { type OpenSection, openedSections } from './opened-sections.js';
import { rulesInForce } from './rules-in-force.js';

export interface PackTerms {
  readonly log: Pick<EventStore, 'readKept'>;
  readonly tree: RemoteTree;
  readonly claimId: string;
  /** Which complaints there are about the claim and its accident; without, none is in the pack. */
  readonly complaintsAbout?: ComplaintsAbout;
  /** Whose checkpoints are believed (c2sp.org/tlog-policy): whoever checks the pack is told. */
  readonly policy: string;
  /** What whoever gets the pack may see of persons, and how it is opened. Nothing unless told. */
  readonly opened?: { readonly sections: readonly SealedSection[]; readonly open: OpenSection };
}

/** A pack that was made. */
export interface MadePack {
  readonly bytes: Uint8Array;
  readonly events: number;
  readonly streams: number;
  readonly checkpoint: SignedCheckpoint;
}

/**
 * One claim with everything that it rests on, and the proofs of it, as one archive. The same log, tree and checkpoint give the same bytes.
 * @returns undefined where there is no such claim
 * @throws NotInTreeYet, NotProven where the policy does not believe the checkpoint, TooManyEvents
 */
export async function makePack(terms: PackTerms): Promise<MadePack | undefined> {
  const { log, tree, claimId, policy, opened, complaintsAbout } = terms;
  const events = await eventsOfClaim(log, claimId, complaintsAbout);
  if (events.length === 0) return undefined;
  const places: number[] = [];
  for (const { kept } of events) places.push(await tree.indexOf(kept));
  // Asked after the places, so that it covers all of them.
  const checkpoint = await tree.checkpoint();
  acceptCheckpoint(checkpoint, readPolicy(policy));
  const files = new Map<string, Uint8Array>([
    [CHECKPOINT, Buffer.from(writtenCheckpoint(checkpoint))],
    [POLICY, Buffer.from(policy)],
    ...listsOf(events),
  ]);
  for (const [at, { kept }] of events.entries()) {
    const proof = await tree.proofOf(kept, places[at] as number, checkpoint);
    files.set(eventFile(kept.streamId, kept.revision, 'tlog-proof'), Buffer.from(writtenProof(proof)));
    files.set(eventFile(kept.streamId, kept.revision, 'data'), kept.data);
    files.set(eventFile(kept.streamId, kept.revision, 'metadata'), kept.metadata);
  }
  const shown = opened ? await openedSections(events, opened.sections, opened.open) : [];
  for (const { streamId, revision, sections } of shown) {
    files.set(openedFile(streamId, revision), writtenJson(sections));
  }
  files.set(MANIFEST, writtenManifest(claimId, files));
  const streams = new Set(events.map(({ kept }) => kept.streamId)).size;
  return { bytes: writtenArchive(files), events: events.length, streams, checkpoint };
}

function listsOf(events: readonly FoundEvent[]): readonly (readonly [string, Uint8Array])[] {
  const said = events.map(({ kept, open }) => ({
    place: `${kept.streamId}@${kept.revision}`,
    type: kept.type,
    data: open,
  }));
  // As whoever checks goes through them: by the name of the stream.
  const inOrder = said.toSorted((one, other) =>
    streamIn(one.place) < streamIn(other.place) ? -1 : streamIn(one.place) > streamIn(other.place) ? 1 : 0,
  );
  return [
    [PAPERS, writtenJson(papersIn(inOrder))],
    [RULES, writtenJson(rulesInForce(said))],
  ];
}

const streamIn = (place: string): string => place.slice(0, place.indexOf('@'));
