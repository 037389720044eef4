import { NotProven } from '../faults.js';
import {
  type SealedEvent,
  type ToldEvent,
  blinded,
  leafEntry,
  readToldEvent,
  recordOf,
  recordTold,
  writtenToldEvent,
} from '../leaf.js';
import { leafHash } from '../merkle/hashes.js';
import { verifyInclusion } from '../merkle/verify.js';
import type { Accepted, Policy } from './policy.js';
import { type LogProof, verifyProof } from './proof.js';

/**
 * A proof that says which event it is of, out of one that does not.
 * @throws NotProven when it is of another event
 */
export function proofOfEvent(event: SealedEvent, proof: LogProof): LogProof {
  const record = recordOf(event);
  verifyInclusion(leafHash(leafEntry(record)), proof.index, proof.checkpoint, proof.hashes);
  const { id, streamId } = event;
  return { ...proof, extra: writtenToldEvent({ ...record, id, streamId }) };
}

/** What a proof of an event says, once all of it was checked. */
export interface ProvenEvent extends Accepted {
  readonly event: ToldEvent;
}

/**
 * Checks a proof of an event, without a network and without the event.
 * @throws NotProven
 */
export function verifyEventProof(proof: LogProof, policy: Policy): ProvenEvent {
  if (!proof.extra) throw new NotProven('MALFORMED', 'extra');
  const event = readToldEvent(proof.extra);
  return { ...verifyProof(proof, leafHash(leafEntry(recordTold(event))), policy), event };
}

/** That these are the bytes that were recorded, sealed as they were. @throws NotProven ENTRY_DIFFERS */
export function verifyRecorded(
  { id, dataHash, metadataHash }: ToldEvent,
  recorded: { readonly data?: Uint8Array; readonly metadata?: Uint8Array },
): void {
  const { data, metadata } = recorded;
  if (data && !blinded(id, data).equals(dataHash)) throw new NotProven('ENTRY_DIFFERS', 'data');
  if (metadata && !blinded(id, metadata).equals(metadataHash))
    throw new NotProven('ENTRY_DIFFERS', 'metadata');
}
