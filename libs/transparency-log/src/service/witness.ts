import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../merkle/hashes.js';
import { type SignedCheckpoint, readCheckpoint, writtenCheckpoint } from '../notes/checkpoint.js';
import { cosign } from '../notes/cosignature.js';
import type { PublicKey, SigningKey } from '../notes/keys.js';
import { isOf, signatureLine } from '../notes/note.js';
import { type Verdict, judge } from '../protocol/judge.js';
import { readAddCheckpoint } from '../protocol/witness-messages.js';
import { type FolderLock, lockFolder, writeDurably } from './durable-files.js';
import { readIfThere } from './tile-files.js';

export interface WitnessOptions {
  readonly folder: string;
  readonly key: SigningKey;
  /** Of the logs that it looks after. */
  readonly logs: readonly PublicKey[];
  /** Seconds since 1970. */
  readonly now: () => bigint;
}

/** A verdict, with the line that is given where it is good. */
export type WitnessAnswer =
  Exclude<Verdict, { status: 200 }> | { readonly status: 200; readonly line: string };

const FORKS = 'forks';

/** By which a log is asked for: SHA-256 of its origin, in hexadecimal. */
export const originHash = (origin: string): string => sha256(Buffer.from(origin)).toString('hex');

/**
 * Cosigns checkpoints that grew out of those it cosigned before, and nothing else. What it cosigned last is on disk before anybody has
 * the signature: after a crash it knows at least what others have from it.
 */
export class Witness {
  /** One after the other: what is compared and what is written must be the same. */
  private turn: Promise<unknown> = Promise.resolve();
  /** Of the checkpoints of a second history that were seen since it started, what each is kept under. */
  private readonly forks = new Set<string>();

  private constructor(
    private readonly options: WitnessOptions,
    private readonly lock: FolderLock,
  ) {}

  /** @throws Error when another program has the folder: two would cosign two histories */
  static async open(options: WitnessOptions): Promise<Witness> {
    await mkdir(options.folder, { recursive: true });
    return new Witness(options, lockFolder(options.folder));
  }

  close(): void {
    this.lock.release();
  }

  /** How many checkpoints of a second history were seen since it started. */
  get forksSeen(): number {
    return this.forks.size;
  }

  /** @throws NotProven MALFORMED when it is no such request */
  addCheckpoint(body: Uint8Array): Promise<WitnessAnswer> {
    const answer = this.turn.then(() => this.answer(body));
    this.turn = answer.catch(() => undefined);
    return answer;
  }

  /** What was cosigned last, with the signatures of the log and of this witness; undefined when nothing was. */
  async latest(hash: string): Promise<Buffer | undefined> {
    return /^[0-9a-f]{64}$/.test(hash) ? readIfThere(join(this.options.folder, hash)) : undefined;
  }

  private async answer(body: Uint8Array): Promise<WitnessAnswer> {
    const { folder, key, logs, now } = this.options;
    const asked = readAddCheckpoint(body);
    const { origin } = asked.checkpoint;
    const kept = await this.latest(originHash(origin));
    const verdict = judge(asked, kept && readCheckpoint(kept), logs);
    if (verdict.status === 422 && verdict.isFork) await this.keepFork(asked.checkpoint, body, kept);
    if (verdict.status !== 200) return verdict;
    const signature = cosign(key, asked.checkpoint.note.text, now());
    const known: SignedCheckpoint = {
      ...asked.checkpoint,
      note: {
        text: asked.checkpoint.note.text,
        signatures: [
          ...asked.checkpoint.note.signatures.filter((one) => logs.some((log) => isOf(one, log))),
          signature,
        ],
      },
    };
    await writeDurably(join(folder, originHash(origin)), writtenCheckpoint(known));
    return { status: 200, line: signatureLine(signature) };
  }

  /**
   * Keeps two checkpoints that the log has signed and that do not go together: what was asked, and what was cosigned before. Each
   * is kept as it was seen first, whoever sends it again and with whatever proof: nobody but the log can fill the disk.
   */
  private async keepFork(
    { note }: SignedCheckpoint,
    asked: Uint8Array,
    known: Uint8Array | undefined,
  ): Promise<void> {
    const fork = sha256(Buffer.from(note.text)).toString('hex');
    if (this.forks.has(fork)) return;
    const file = join(this.options.folder, FORKS, fork);
    if (!(await readIfThere(file))) {
      if (known) await writeDurably(`${file}.known`, known);
      await writeDurably(file, asked);
    }
    this.forks.add(fork);
  }
}
