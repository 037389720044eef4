import gossipPb from '@eventstore/db-client/generated/gossip_pb.js';

/** A node, as another one knows it. */
export interface ClusterMember {
  /** `host:port` */
  readonly address: string;
  /** `LEADER`, `FOLLOWER`, `UNKNOWN`, … */
  readonly state: string;
  readonly isAlive: boolean;
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
    };
  });
}

/** The node that may write, if there is one. */
export function leaderOf(members: readonly ClusterMember[]): ClusterMember | undefined {
  return members.find(({ state, isAlive }) => isAlive && state === 'LEADER');
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
