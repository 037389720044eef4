import { NotProven } from '../faults.js';
import { EMPTY_ROOT } from '../merkle/hashes.js';
import { type TreeHead, verifyConsistency } from '../merkle/verify.js';
import { signedByLog } from '../notes/checkpoint.js';
import type { PublicKey } from '../notes/keys.js';
import type { AddCheckpoint } from './witness-messages.js';

/** What a witness answers, by its status of HTTP (c2sp.org/tlog-witness). */
export type Verdict =
  | { readonly status: 200 }
  | { readonly status: 400 | 403 | 404; readonly why: string }
  /** The log has to begin from this size. */
  | { readonly status: 409; readonly size: number }
  /**
   * Signed by the log, and not shown to have grown out of the tree that it signed before. A fork: the log has two histories; else the proof
   * is none of these two sizes, which says nothing of the log, as anybody can send its checkpoints.
   */
  | { readonly status: 422; readonly why: string; readonly isFork: boolean };

/** Where a log begins that was never cosigned. */
const NOTHING: TreeHead = { size: 0, root: EMPTY_ROOT };

/**
 * Whether a witness may cosign a checkpoint.
 * @param known the one it cosigned last, of this log
 * @param keys of the logs that it knows
 */
export function judge(
  { oldSize, proof, checkpoint }: AddCheckpoint,
  known: TreeHead = NOTHING,
  keys: readonly PublicKey[],
): Verdict {
  try {
    signedByLog(checkpoint, keys);
  } catch (error) {
    if (!(error instanceof NotProven)) throw error;
    return { status: error.fault === 'OTHER_ORIGIN' ? 404 : 403, why: error.message };
  }
  if (oldSize > checkpoint.size) return { status: 400, why: 'The old size is larger than the checkpoint' };
  if (oldSize !== known.size) return { status: 409, size: known.size };
  try {
    verifyConsistency(known, checkpoint, proof);
    return { status: 200 };
  } catch (error) {
    if (!(error instanceof NotProven)) throw error;
    return { status: 422, why: error.message, isFork: error.fault === 'NOT_CONSISTENT' };
  }
}
