import { setTimeout as wait } from 'node:timers/promises';
import { Backend } from './backend.js';
import {
  ANSWERED,
  type AppendFate,
  type Endpoint,
  NOT_LEADER,
  NOT_READY,
  type NodeState,
  type ReadRefusal,
  type Script,
  VNodeState,
} from './fates.js';
import { gossipOf } from './gossip.js';
import { PlayedNode } from './played-node.js';

export interface ClusterOptions {
  /** Port of the log that all nodes show, on this machine and without TLS. */
  readonly logPort: number;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  /** How long there is no leader when one is elected. */
  readonly electionMs?: number;
  /** How long an append waits for those who have to confirm it. */
  readonly timeoutMs?: number;
}

/** How many appends that stay without an answer are waited for before a node goes, and how long at most. */
const [CAUGHT, CATCHING_MS] = [4, 400];

/** So much of what was recorded is remembered, for nodes that lag. */
const REMEMBERED = 10_000;

/**
 * Three nodes that play the part of an EventStoreDB cluster in trouble, before one log that has none. What they say and do is
 * what nodes of EventStoreDB 24.2 say and do.
 */
export class ClusterInTrouble implements Script {
  readonly timeoutMs: number;
  /** Calls that met trouble. */
  met = 0;
  /** What becomes of appends that a node could take. */
  special: ((node: Endpoint) => AppendFate | undefined) | undefined;
  gossip: 'true' | 'old' | 'fails' = 'true';
  /** How many milliseconds those who do not lead are behind. */
  lagMs = 0;
  private members: readonly PlayedNode[] = [];
  private leading: PlayedNode | undefined;
  private readonly states = new Map<Endpoint, NodeState>();
  private readonly away = new Set<Endpoint>();
  /** Takes itself for the leader, and knows nothing of what happened since. */
  private deluded: { readonly node: Endpoint; readonly since: number } | undefined;
  private news: { readonly at: number; readonly position: bigint }[] = [];
  private lastGossip: Uint8Array = new Uint8Array();
  private readonly backend: Backend;
  private readonly electionMs: number;

  private constructor(private readonly options: ClusterOptions) {
    this.backend = new Backend(options.logPort);
    this.electionMs = options.electionMs ?? 300;
    this.timeoutMs = options.timeoutMs ?? 500;
  }

  static async start(options: ClusterOptions): Promise<ClusterInTrouble> {
    const cluster = new ClusterInTrouble(options);
    const start = () => PlayedNode.start(cluster.backend, cluster);
    cluster.members = [await start(), await start(), await start()];
    cluster.lead(cluster.members[0]!);
    return cluster;
  }

  get connectionString(): string {
    return `esdb://${this.members.map(({ address, port }) => `${address}:${port}`).join(',')}?tls=false`;
  }

  get nodes(): readonly PlayedNode[] {
    return this.members;
  }

  /** Undefined while there is none. */
  get leader(): PlayedNode | undefined {
    return this.leading;
  }

  get followers(): readonly PlayedNode[] {
    return this.members.filter((node) => node !== this.leading);
  }

  /** True with this chance. */
  chance(share: number): boolean {
    return this.options.random() < share;
  }

  /** Makes a node the leader at once. */
  lead(leader: PlayedNode): void {
    this.leading = leader;
    for (const node of this.present()) this.states.set(node, VNodeState.FOLLOWER);
    this.states.set(leader, VNodeState.LEADER);
  }

  /** There is no leader for a while, then another one; or none, without a majority. */
  async elect(not?: PlayedNode): Promise<void> {
    this.leaderless();
    await wait(this.electionMs);
    const able = this.present().filter((node) => node !== not);
    if (this.present().length * 2 <= this.members.length) return;
    this.lead(able[Math.floor(this.options.random() * able.length)]!);
  }

  /** Nobody leads: appends are not taken, reads are where they need no leader. */
  leaderless(state: NodeState = VNodeState.UNKNOWN): void {
    this.leading = undefined;
    for (const node of this.present()) this.states.set(node, state);
  }

  setState(node: PlayedNode, state: NodeState): void {
    this.states.set(node, state);
  }

  /** The others know that a node is not there. */
  lose(...nodes: readonly PlayedNode[]): void {
    for (const node of nodes) {
      this.away.add(node);
      if (this.leading === node) this.leading = undefined;
    }
  }

  /** It is there again, and follows whoever leads. */
  async comeBack(...nodes: readonly PlayedNode[]): Promise<void> {
    for (const node of nodes) {
      this.away.delete(node);
      this.states.set(node, this.leading ? VNodeState.FOLLOWER : VNodeState.UNKNOWN);
      await node.comeBack();
    }
  }

  /** One that led and was frozen goes on where it stopped, until it hears from the others. */
  async thaw(node: PlayedNode, since: number): Promise<void> {
    this.deluded = { node, since };
    await this.comeBack(node);
    await wait(this.timeoutMs);
    this.deluded = undefined;
  }

  /** Leaves a few appends without an answer, half of them recorded, until `meanwhile` has ended what they wait on. */
  async catching(meanwhile: () => Promise<void>): Promise<void> {
    let caught = 0;
    const enough = new Promise<void>((resolve) => {
      this.special = (node) => {
        caught += 1;
        if (caught === CAUGHT) resolve();
        // Who forwarded an append waits for the leader no longer than it may.
        const said = node === this.leading ? 'nothing' : 'forwarding time-out';
        return { recorded: this.chance(0.5) ? 'now' : 'never', said };
      };
    });
    await Promise.race([enough, wait(CATCHING_MS)]);
    await meanwhile();
    this.special = undefined;
  }

  fateOf(node: Endpoint, requiresLeader: boolean): AppendFate {
    const fate = this.decided(node, requiresLeader);
    if (fate !== ANSWERED) this.met += 1;
    return fate;
  }

  refusalOf(node: Endpoint, requiresLeader: boolean): ReadRefusal | undefined {
    const refusal = this.refusal(node, requiresLeader);
    if (refusal) this.met += 1;
    return refusal;
  }

  gossipOf(): Uint8Array | undefined {
    if (this.gossip === 'fails') {
      this.met += 1;
      return undefined;
    }
    if (this.gossip === 'true') this.lastGossip = this.gossiped();
    else this.met += 1;
    return this.lastGossip;
  }

  /** From now on what is gossiped is what was true until now. */
  freezeGossip(): void {
    this.lastGossip = this.gossiped();
    this.gossip = 'old';
  }

  lagOf(node: Endpoint): number {
    const lag = this.behind(node);
    if (lag > 0) this.met += 1;
    return lag;
  }

  cut(calls: number): void {
    this.met += calls;
  }

  seenAfter(lagMs: number): bigint {
    const known = performance.now() - lagMs;
    return this.news.findLast(({ at }) => at <= known)?.position ?? -1n;
  }

  recorded(position: bigint): void {
    const end = this.news.at(-1)?.position ?? -1n;
    if (position > end) this.news.push({ at: performance.now(), position });
    if (this.news.length > 2 * REMEMBERED) this.news = this.news.slice(REMEMBERED);
  }

  async stop(): Promise<void> {
    await Promise.all(this.members.map((node) => node.close()));
    this.backend.close();
  }

  private present(): readonly PlayedNode[] {
    return this.members.filter((node) => !this.away.has(node));
  }

  private behind(node: Endpoint): number {
    if (node === this.deluded?.node) return performance.now() - this.deluded.since;
    return node === this.leading ? 0 : this.lagMs;
  }

  private decided(node: Endpoint, requiresLeader: boolean): AppendFate {
    // Nobody confirms what it writes.
    if (node === this.deluded?.node) return { recorded: 'never', said: 'commit time-out' };
    const state = this.states.get(node);
    if (state === VNodeState.FOLLOWER && requiresLeader) return NOT_LEADER;
    if (state !== VNodeState.LEADER && state !== VNodeState.FOLLOWER) return NOT_READY;
    return this.special?.(node) ?? ANSWERED;
  }

  private refusal(node: Endpoint, requiresLeader: boolean): ReadRefusal | undefined {
    if (node === this.deluded?.node) return undefined;
    const state = this.states.get(node);
    if (state === VNodeState.INITIALIZING) return 'not ready';
    if (!requiresLeader || state === VNodeState.LEADER || state === VNodeState.RESIGNINGLEADER)
      return undefined;
    return this.leading ? 'not leader' : 'not ready';
  }

  private gossiped(): Uint8Array {
    return gossipOf(
      this.members.map((node) => ({
        address: node.address,
        port: node.port,
        instance: node.instance,
        state: this.states.get(node) ?? VNodeState.UNKNOWN,
        isAlive: !this.away.has(node),
      })),
    );
  }
}
