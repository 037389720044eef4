import { UUID } from '#kernel';
import {
  type Policy,
  type SignedCheckpoint,
  acceptCheckpoint,
  readCheckpoint,
  readPolicy,
} from '#transparency-log';
import { OtherArchive, type PackFiles, isArchiveOf, isSame, readArchive } from './archive.js';
import { type CheckedEvent, checkEvents } from './check-events.js';
import { checkLists } from './check-lists.js';
import type { PackFinding } from './faults.js';
import { Findings } from './findings.js';
import { streamsNamedIn } from './named-streams.js';
import {
  CHECKPOINT,
  FORMAT,
  MANIFEST,
  type Manifest,
  PAPERS,
  POLICY,
  RULES,
  eventOf,
  readJson,
  writtenManifest,
} from './pack-files.js';

/** What came of checking a pack. */
export interface PackReport {
  readonly holds: boolean;
  /** Everything that is not what it says it is; empty where the pack holds. */
  readonly findings: readonly PackFinding[];
  readonly claimId?: string;
  readonly checkpoint?: { readonly origin: string; readonly size: number };
  /** Who has cosigned the checkpoint, and when, as they say. */
  readonly seenBy: readonly { readonly witness: string; readonly seconds: number }[];
  /** Whose word is taken: keys as policies write them. Compare them with those that their owners publish. */
  readonly policy?: string;
  /** Whether the policy came from whoever checks, and not with the pack. */
  readonly isOwnPolicy: boolean;
  readonly events: number;
  /** Each stream with its events, and up to which revision it is there without a gap. */
  readonly streams: readonly { readonly streamId: string; readonly events: number }[];
  readonly papers: number;
  readonly calculations: number;
  /** Calculations of which the pack gives no rules: those of the version that the event names are not known. */
  readonly withoutRules: number;
  /** Events of which whoever made the pack opened a sealed part: of that the log proves nothing. */
  readonly opened: number;
}

/**
 * Checks everything in a pack, without a network and without asking anybody: hashes, proofs, signatures, and that lists say what
 * events say.
 * @param ownPolicy the policy of whoever checks; without one that of the pack counts, which whoever made the pack has chosen
 */
export function verifyPack(bytes: Uint8Array, ownPolicy?: string): PackReport {
  const findings = new Findings();
  const files = filesIn(bytes, findings);
  const claimId = checkManifest(files, findings);
  const packed = files.get(POLICY);
  const policyText = ownPolicy ?? (packed && new TextDecoder().decode(packed));
  const policy = policyText === undefined ? undefined : findings.of(POLICY, () => readPolicy(policyText));
  const checkpoint = checkpointIn(files, policy, ownPolicy === undefined, findings);
  const events = checkpoint ? checkEvents(files, checkpoint.head, findings) : [];
  const streams = checkStreams(events, claimId, findings);
  const lists = checkLists(files, events, findings);
  return {
    holds: findings.list.length === 0,
    findings: findings.list,
    claimId,
    ...(checkpoint && { checkpoint: { origin: checkpoint.head.origin, size: checkpoint.head.size } }),
    seenBy: checkpoint?.seenBy ?? [],
    policy: policyText,
    isOwnPolicy: ownPolicy !== undefined,
    events: events.length,
    streams,
    ...lists,
  };
}

function filesIn(bytes: Uint8Array, findings: Findings): PackFiles {
  try {
    const files = readArchive(bytes);
    if (!isArchiveOf(bytes, files)) findings.note('ARCHIVE_DIFFERS', 'It is not written as packs are');
    return files;
  } catch (error) {
    if (!(error instanceof OtherArchive)) throw error;
    findings.note('ARCHIVE_DIFFERS', error.message);
    return new Map();
  }
}

const SINGLE: readonly string[] = [MANIFEST, CHECKPOINT, POLICY, PAPERS, RULES];

/** @returns the claim that the pack is about */
function checkManifest(files: PackFiles, findings: Findings): string | undefined {
  for (const path of SINGLE) if (!files.has(path)) findings.note('FILE_MISSING', path);
  for (const path of files.keys())
    if (!SINGLE.includes(path) && !eventOf(path)) findings.note('FILE_UNKNOWN', path);
  const bytes = files.get(MANIFEST);
  const said = readJson(bytes) as Partial<Manifest> | null | undefined;
  const claimId = said?.claimId;
  if (!bytes || said?.format !== FORMAT || !UUID.fits(claimId) || !areEntries(said.files)) {
    findings.note('MANIFEST_DIFFERS', MANIFEST);
    return undefined;
  }
  const before = findings.list.length;
  compare(said.files, files, claimId, findings);
  if (!isSame(writtenManifest(claimId, files), bytes) && findings.list.length === before)
    findings.note('MANIFEST_DIFFERS', MANIFEST);
  return claimId;
}

/** Whatever a stranger has written there. */
const areEntries = (files: unknown): files is Manifest['files'] =>
  Array.isArray(files) &&
  (files as readonly (Partial<Manifest['files'][number]> | null)[]).every(
    (one) => typeof one?.path === 'string' && typeof one.sha256 === 'string',
  );

function compare(listed: Manifest['files'], files: PackFiles, claimId: string, findings: Findings): void {
  const actual = readJson(writtenManifest(claimId, files)) as Manifest;
  const sums = new Map(actual.files.map(({ path, sha256 }) => [path, sha256]));
  const named = new Set(listed.map(({ path }) => path));
  for (const { path, sha256 } of listed) {
    const sum = sums.get(path);
    if (sum === undefined) findings.note('FILE_MISSING', path);
    else if (sum !== sha256) findings.note('FILE_DIFFERS', path);
  }
  for (const path of sums.keys()) if (!named.has(path)) findings.note('FILE_UNLISTED', path);
}

interface Believed {
  readonly head: SignedCheckpoint;
  readonly seenBy: PackReport['seenBy'];
}

/** The checkpoint; also where it is not to be believed, which is noted: proofs are checked against it all the same. */
function checkpointIn(
  files: PackFiles,
  policy: Policy | undefined,
  isOfPack: boolean,
  findings: Findings,
): Believed | undefined {
  const bytes = files.get(CHECKPOINT);
  const head = bytes && findings.of(CHECKPOINT, () => readCheckpoint(bytes));
  if (!head) return undefined;
  const accepted = policy && findings.of(CHECKPOINT, () => acceptCheckpoint(head, policy));
  // A line that no key of its own policy has made was not there when the pack was.
  if (isOfPack)
    for (const name of accepted?.unknownSignatures ?? [])
      findings.note('NOT_SIGNED', `${CHECKPOINT}: ${name}`);
  const seenBy = (accepted?.cosigned ?? []).map(({ witness, seconds }) => ({
    witness: witness.name,
    seconds: Number(seconds),
  }));
  return { head, seenBy };
}

/** That streams are there from their beginning without a gap, the claim's among them, and those of the things that events name. */
function checkStreams(
  events: readonly CheckedEvent[],
  claimId: string | undefined,
  findings: Findings,
): PackReport['streams'] {
  const counts = new Map<string, number>();
  for (const { streamId, revision } of events) {
    const before = counts.get(streamId) ?? 0;
    if (revision !== BigInt(before)) findings.note('EVENT_MISSING', `${streamId}@${before}`);
    counts.set(streamId, before + 1);
  }
  for (const [streamId, place] of streamsNamedIn(events))
    if (!counts.has(streamId)) findings.note('STREAM_MISSING', `${streamId}, named by ${place}`);
  if (claimId !== undefined && !counts.has(`claim-${claimId}`))
    findings.note('CLAIM_MISSING', `claim-${claimId}`);
  return [...counts].map(([streamId, events]) => ({ streamId, events }));
}
