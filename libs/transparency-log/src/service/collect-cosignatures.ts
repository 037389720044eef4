import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from '#kernel';
import { NotProven } from '../faults.js';
import type { SignedCheckpoint } from '../notes/checkpoint.js';
import { cosignersOf } from '../notes/cosignature.js';
import type { PublicKey } from '../notes/keys.js';
import { type Note, type NoteSignature, signatureLine } from '../notes/note.js';
import { type Policy, isQuorum } from '../protocol/policy.js';
import { AskedWitness, WitnessRefuses } from './ask-witnesses.js';
import type { KeptTree } from './kept-tree.js';

/** How a witness has answered last. */
export type WitnessState = 'not asked' | 'cosigned' | 'unreachable' | 'refused';

export interface CollectTerms {
  readonly policy: Policy;
  readonly log: Logger;
  /** How long a witness may take, milliseconds. */
  readonly withinMs: number;
}

/** Has checkpoints cosigned by the witnesses of a policy that have an address, and says whether they are enough. */
export class Cosignatures {
  private readonly asked: readonly AskedWitness[];
  private readonly last = new Map<string, WitnessState>();

  constructor(private readonly terms: CollectTerms) {
    const reached = terms.policy.witnesses.filter(({ url }) => url !== undefined);
    this.asked = reached.map((witness) => new AskedWitness(witness, terms.withinMs));
  }

  /** What each witness did last. */
  get states(): ReadonlyMap<string, WitnessState> {
    return new Map(this.asked.map(({ witness: { name } }) => [name, this.last.get(name) ?? 'not asked']));
  }

  /** @returns the checkpoint with all cosignatures that it got; undefined when they are no quorum */
  async collect(checkpoint: SignedCheckpoint, tree: KeptTree): Promise<SignedCheckpoint | undefined> {
    const found = new Map<string, NoteSignature>();
    await Promise.all(
      this.asked.map(async (one) => {
        const { name } = one.witness;
        try {
          found.set(name, await one.cosignatureFor(checkpoint, tree));
          this.last.set(name, 'cosigned');
        } catch (error) {
          this.note(name, error);
        }
      }),
    );
    const { text, signatures } = checkpoint.note;
    const note = { text, signatures: [...signatures, ...found.values()] };
    return isQuorum(this.terms.policy, new Set(found.keys())) ? { ...checkpoint, note } : undefined;
  }

  /**
   * Whether others may go on being shown a checkpoint: it has whatever the log has signed, the cosignatures that the policy asks for, and
   * none of whom the policy does not name.
   */
  isEnough({ note }: SignedCheckpoint, signed: SignedCheckpoint): boolean {
    const { policy } = this.terms;
    const ofLog = signed.note.signatures.map(signatureLine);
    const lines = note.signatures.map(signatureLine);
    const cosigners = policy.witnesses.filter(({ key }) => hasCosigned(note, key));
    const known = ofLog.length + cosigners.length;
    const names = new Set(cosigners.map(({ name }) => name));
    return ofLog.every((line) => lines.includes(line)) && known === lines.length && isQuorum(policy, names);
  }

  private note(witness: string, error: unknown): void {
    const state = error instanceof WitnessRefuses ? 'refused' : 'unreachable';
    if (this.last.get(witness) !== state) {
      const reason = error instanceof Error ? error.message : String(error);
      this.terms.log[state === 'refused' ? 'error' : 'warn']({ witness, reason }, `A witness is ${state}`);
    }
    this.last.set(witness, state);
  }
}

/** What is wrong is no cosignature: it is asked for again. */
function hasCosigned(note: Note, key: PublicKey): boolean {
  try {
    return cosignersOf(note, [key]).length > 0;
  } catch (error) {
    if (error instanceof NotProven) return false;
    throw error;
  }
}

export interface ShowingTerms {
  /** Who cosigns; nobody unless told. */
  readonly cosignatures?: Cosignatures;
  readonly log: Logger;
  /** How long to wait before witnesses that were no quorum are asked again. */
  readonly everyMs: number;
}

/**
 * Shows others what was signed: at once, or where there are witnesses the newest checkpoint that enough of them have cosigned, and the
 * same again where the keys or the policy are others than before. The tree does not wait for them.
 */
export class Showing {
  /** Ends with the signal. */
  readonly finished: Promise<void>;
  private wake = () => {};

  constructor(
    private readonly tree: KeptTree,
    private readonly terms: ShowingTerms,
    private readonly until: AbortSignal,
  ) {
    this.finished = terms.cosignatures ? this.run(terms.cosignatures) : Promise.resolve();
  }

  /** Something was signed. */
  async show(): Promise<void> {
    const { lastSigned } = this.tree;
    if (!this.terms.cosignatures && lastSigned) await this.tree.publish(lastSigned);
    this.wake();
  }

  private async run(cosignatures: Cosignatures): Promise<void> {
    const { tree, until } = this;
    until.addEventListener('abort', () => this.wake(), { once: true });
    while (!until.aborted) {
      const { lastSigned, checkpoint } = tree;
      const isNewest = checkpoint?.size === lastSigned?.size;
      if (!lastSigned || (checkpoint && isNewest && cosignatures.isEnough(checkpoint, lastSigned))) {
        await new Promise<void>((resolve) => {
          this.wake = resolve;
        });
        continue;
      }
      if (await this.shown(cosignatures, lastSigned)) continue;
      await wait(this.terms.everyMs, undefined, { signal: until, ref: false }).catch(() => undefined);
    }
  }

  private async shown(cosignatures: Cosignatures, signed: SignedCheckpoint): Promise<boolean> {
    try {
      const cosigned = await cosignatures.collect(signed, this.tree);
      if (cosigned) await this.tree.publish(cosigned);
      return cosigned !== undefined;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.terms.log.error({ reason }, 'A checkpoint could not be shown');
      return false;
    }
  }
}
