import gossipPb from '@eventstore/db-client/generated/gossip_pb.js';

/** A node, as another one knows it. */
export interface ClusterMember {
  /** `host:port` */
  readonly address: string;
  /** `LEADER`, `FOLLOWER`, `UNKNOWN`, … */
  readonly state: string;
  readonly isAlive: boolean;
  /** What tells one start of a server from every other, as it came. */
  readonly instance: string;
}

const NAMES: ReadonlyMap<unknown, string> = new Map(
  Object.entries(gossipPb.MemberInfo.VNodeState).map(([name, number]) => [number, name] as const),
);

/** Those that have no vote. */
const COPIES: ReadonlySet<string> = new Set(['READONLYLEADERLESS', 'PREREADONLYREPLICA', 'READONLYREPLICA']);

/** What `Gossip.Read` answers. */
export function membersIn(gossip: Uint8Array): readonly ClusterMember[] {
  const members = gossipPb.ClusterInfo.deserializeBinary(gossip).getMembersList();
  return members.map((member) => {
    const place = member.getHttpEndPoint();
    return {
      address: `${place?.getAddress() ?? '?'}:${place?.getPort() ?? '?'}`,
      state: NAMES.get(member.getState()) ?? 'UNKNOWN',
      isAlive: member.getIsAlive(),
      instance: Buffer.from(member.getInstanceId()?.serializeBinary() ?? []).toString('hex'),
    };
  });
}

/** The node that may write, if there is one. */
export function leaderOf(members: readonly ClusterMember[]): ClusterMember | undefined {
  return members.find(({ state, isAlive }) => isAlive && state === 'LEADER');
}

/** Whether two addresses lead to different clusters, as far as their nodes tell. */
export function areApart(some: readonly ClusterMember[], others: readonly ClusterMember[]): boolean {
  const known = new Set(some.map(({ instance }) => instance));
  return some.length > 0 && others.length > 0 && !others.some(({ instance }) => known.has(instance));
}

/** Why a cluster takes no appends, in words that anybody may read; undefined when it does. */
export function whyNoAppends(members: readonly ClusterMember[]): string | undefined {
  if (!leaderOf(members)) return 'has no leader';
  const voters = members.filter(({ state }) => !COPIES.has(state));
  const alive = voters.filter(({ isAlive }) => isAlive).length;
  return alive * 2 > voters.length
    ? undefined
    : `has no quorum: ${alive} of ${voters.length} nodes are alive`;
}
