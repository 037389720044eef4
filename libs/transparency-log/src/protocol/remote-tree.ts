import { NotProven } from '../faults.js';
import { type SealedEvent, blinded, readLeafEntry, writtenToldEvent } from '../leaf.js';
import { leafHash } from '../merkle/hashes.js';
import { inclusionProof } from '../merkle/proofs.js';
import { verifyInclusion } from '../merkle/verify.js';
import { type SignedCheckpoint, readCheckpoint } from '../notes/checkpoint.js';
import { entriesIn } from '../tiles/entry-bundle.js';
import { subtreesIn } from '../tiles/tile-hashes.js';
import { TILE_WIDTH, type TileName, tilePath, tileWidthIn } from '../tiles/tile-path.js';
import { proofOfEvent } from './event-proof.js';
import { type LogProof, readProof } from './proof.js';

/** How long the transparency log may take to answer, unless somebody has less patience. */
const WITHIN_MS = 10_000;

/** An event that no checkpoint that is shown covers yet. */
export class NotInTreeYet extends Error {
  override readonly name = 'NotInTreeYet';
}

/** A transparency log that is asked over the network for what it publishes to everybody. */
export class RemoteTree {
  /**
   * @param url where it is: `http://127.0.0.1:3017/log`
   * @param withinMs how long it may take to answer
   */
  constructor(
    private readonly url: string,
    private readonly withinMs = WITHIN_MS,
  ) {}

  /** The place of an event in the tree. @throws NotInTreeYet */
  async indexOf(event: Pick<SealedEvent, 'position' | 'streamId' | 'revision'>): Promise<number> {
    const proof = await this.firstProof(event.position);
    if (!proof) throw new NotInTreeYet(`${event.streamId}@${event.revision} is not in the signed tree yet`);
    return proof.index;
  }

  /** The newest checkpoint that it shows. */
  async checkpoint(): Promise<SignedCheckpoint> {
    const bytes = await this.fetched('checkpoint');
    if (!bytes) throw new Error(`${this.url} shows no checkpoint`);
    return readCheckpoint(bytes);
  }

  /** Of an event at a place, in the tree of a checkpoint. @throws NotProven when the tree says otherwise */
  async proofOf(event: SealedEvent, index: number, checkpoint: SignedCheckpoint): Promise<LogProof> {
    const { size } = checkpoint;
    const hashes = await inclusionProof(
      index,
      size,
      subtreesIn(size, (tile) => this.tile(tile)),
    );
    return proofOfEvent(event, { index, hashes, checkpoint });
  }

  /**
   * The proof of an event by the first checkpoint that covers it, which says of which event it is. Whoever asks knows the event, and not
   * the bytes that were recorded: what they hash to is told by the tree, and leads to its root.
   * @returns undefined while no checkpoint covers it
   * @throws NotProven when another event stands at that position
   */
  async toldProof({
    id,
    streamId,
    position,
  }: Pick<SealedEvent, 'id' | 'streamId' | 'position'>): Promise<LogProof | undefined> {
    const proof = await this.firstProof(position);
    if (!proof) return undefined;
    const { index, checkpoint, hashes } = proof;
    const bundle = { level: 'entries', index: Math.floor(index / TILE_WIDTH) } as const;
    const tile = { ...bundle, width: tileWidthIn(checkpoint.size, bundle) };
    const entry = entriesIn(await this.tile(tile), tile.width, tilePath(tile))[index % TILE_WIDTH];
    const record = entry && readLeafEntry(entry);
    if (
      !record ||
      record.position !== position ||
      !record.streamHash.equals(blinded(id, Buffer.from(streamId)))
    )
      throw new NotProven('ENTRY_DIFFERS', `leaf ${index}`);
    verifyInclusion(leafHash(entry), index, checkpoint, hashes);
    return { ...proof, extra: writtenToldEvent({ ...record, id, streamId }) };
  }

  private async firstProof(position: bigint): Promise<LogProof | undefined> {
    const bytes = await this.fetched(`proof/${position}`);
    return bytes && readProof(bytes);
  }

  private readonly tiles = new Map<string, Promise<Buffer>>();

  private tile(tile: TileName): Promise<Buffer> {
    const path = tilePath(tile);
    const known = this.tiles.get(path) ?? this.thatIsThere(path);
    this.tiles.set(path, known);
    return known;
  }

  private async thatIsThere(path: string): Promise<Buffer> {
    const bytes = await this.fetched(path);
    if (!bytes) throw new NotProven('TILE_MISSING', path);
    return bytes;
  }

  /** @returns undefined when there is none */
  private async fetched(path: string): Promise<Buffer | undefined> {
    const address = `${this.url.replace(/\/$/, '')}/${path}`;
    const response = await fetch(address, { signal: AbortSignal.timeout(this.withinMs) });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (response.status === 404) return undefined;
    if (!response.ok) throw new Error(`${address} answers ${response.status}`);
    return bytes;
  }
}
