import { NotProven } from '../faults.js';
import { consistencyProof } from '../merkle/proofs.js';
import { decimal } from '../notes/base64.js';
import type { SignedCheckpoint } from '../notes/checkpoint.js';
import { cosignersOf } from '../notes/cosignature.js';
import { type NoteSignature, isOf, readSignatures } from '../notes/note.js';
import type { NamedWitness } from '../protocol/policy.js';
import { writtenAddCheckpoint } from '../protocol/witness-messages.js';
import type { KeptTree } from './kept-tree.js';

/** A witness refuses the tree, which is no outage: whoever runs the log has to look. */
export class WitnessRefuses extends Error {
  override readonly name = 'WitnessRefuses';

  constructor(
    readonly witness: string,
    readonly status: number,
  ) {
    super(`The witness ${witness} refuses the checkpoint with ${status}`);
  }
}

/** One after another, the sizes that a witness says it has cosigned; a log that is right needs two. */
const ATTEMPTS = 3;

/** Asks a witness for its cosignature, and remembers how far that witness has come. */
export class AskedWitness {
  private oldSize = 0;

  constructor(
    readonly witness: NamedWitness,
    private readonly withinMs: number,
  ) {}

  /** @throws WitnessRefuses; or Error when it cannot be reached, or answers something else */
  async cosignatureFor(checkpoint: SignedCheckpoint, tree: KeptTree): Promise<NoteSignature> {
    const { name, key } = this.witness;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const response = await this.ask(checkpoint, tree);
      const said = await response.text();
      if (response.status === 409) {
        this.oldSize = sizeIn(said, name);
        if (this.oldSize > checkpoint.size) throw new WitnessRefuses(name, response.status);
        continue;
      }
      if (!response.ok) throw new WitnessRefuses(name, response.status);
      this.oldSize = checkpoint.size;
      const signatures = readSignatures(said);
      const own = signatures.find((one) => isOf(one, key));
      if (!own) throw new NotProven('NOT_SIGNED', name);
      cosignersOf({ text: checkpoint.note.text, signatures: [own] }, [key]);
      return own;
    }
    throw new Error(`The witness ${name} says another size each time`);
  }

  private async ask(checkpoint: SignedCheckpoint, tree: KeptTree): Promise<Response> {
    const { oldSize } = this;
    const from = Math.min(oldSize, checkpoint.size);
    const proof = await consistencyProof(from, checkpoint.size, tree.subtrees(checkpoint.size));
    return fetch(`${this.witness.url?.replace(/\/$/, '')}/add-checkpoint`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: writtenAddCheckpoint({ oldSize: from, proof, checkpoint }),
      signal: AbortSignal.timeout(this.withinMs),
      redirect: 'error',
    });
  }
}

function sizeIn(text: string, witness: string): number {
  const size = text.endsWith('\n') ? decimal(text.slice(0, -1)) : undefined;
  if (size === undefined) throw new Error(`The witness ${witness} says no size`);
  return size;
}
