import gossipPb from '@eventstore/db-client/generated/gossip_pb.js';

export const { VNodeState } = gossipPb.MemberInfo;
export type NodeState = gossipPb.MemberInfo.VNodeState;

export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

/** When the log records an append: at once, when the writer has been told something else already, or never. */
export type Recorded = 'now' | 'late' | 'never';

/** What a node says to an append: what the log says, or one of the words of a cluster in trouble. */
export type Said =
  | 'the answer'
  | 'not ready'
  | 'not leader'
  | 'commit time-out'
  | 'forwarding time-out'
  | 'bad request, then time-out'
  | 'nothing'
  | 'stream refused'
  | 'reset';

/** What becomes of an append. */
export interface AppendFate {
  readonly recorded: Recorded;
  readonly said: Said;
}

export const ANSWERED: AppendFate = { recorded: 'now', said: 'the answer' };
export const NOT_READY: AppendFate = { recorded: 'never', said: 'not ready' };
export const NOT_LEADER: AppendFate = { recorded: 'never', said: 'not leader' };

/** What a node says to a read that it does not answer. */
export type ReadRefusal = 'not ready' | 'not leader';

/** What a node asks before it answers. */
export interface Script {
  /** How long an append waits for those who have to confirm it. */
  readonly timeoutMs: number;
  readonly leader: Endpoint | undefined;
  fateOf(node: Endpoint, requiresLeader: boolean): AppendFate;
  refusalOf(node: Endpoint, requiresLeader: boolean): ReadRefusal | undefined;
  /** Undefined where gossip fails. */
  gossipOf(node: Endpoint): Uint8Array | undefined;
  /** How many milliseconds a node is behind. */
  lagOf(node: Endpoint): number;
  /** The end of the log as one who is so far behind knows it. */
  seenAfter(lagMs: number): bigint;
  /** So many calls were cut. */
  cut(calls: number): void;
  /** The log has recorded something. */
  recorded(position: bigint): void;
}
