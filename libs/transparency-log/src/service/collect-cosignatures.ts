import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from '#kernel';
import type { SignedCheckpoint } from '../notes/checkpoint.js';
import type { NoteSignature } from '../notes/note.js';
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

  private note(witness: string, error: unknown): void {
    const state = error instanceof WitnessRefuses ? 'refused' : 'unreachable';
    if (this.last.get(witness) !== state) {
      const reason = error instanceof Error ? error.message : String(error);
      this.terms.log[state === 'refused' ? 'error' : 'warn']({ witness, reason }, `A witness is ${state}`);
    }
    this.last.set(witness, state);
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
 * Shows others what was signed: at once, or where there are witnesses the newest checkpoint that enough of them have cosigned. The
 * tree does not wait for them.
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
      if (!lastSigned || lastSigned.size === checkpoint?.size) {
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
