import type { ServerUnaryCall, UntypedServiceImplementation, sendUnaryData } from '@grpc/grpc-js';
import gossipPb from '@eventstore/db-client/generated/gossip_pb.js';
import type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';

const { LEADER } = gossipPb.MemberInfo.VNodeState;

/** Host and port that a client uses to reach the server. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** The node that gossip tells of. */
export interface OnlyNode {
  /** Another one after each start. */
  readonly instance: string;
  /** Where it listens. */
  readonly address: () => Address;
}

/**
 * The handlers of `event_store.client.gossip.Gossip` for a cluster of one: this node, the leader, at the address by
 * which the client just reached it. That makes discovery (`esdb+discover://`) work behind any name.
 */
export function gossipHandlers({ instance, address }: OnlyNode): UntypedServiceImplementation {
  return {
    read: (call: ServerUnaryCall<unknown, ClusterInfo>, answer: sendUnaryData<ClusterInfo>) =>
      answer(null, clusterOfOne(instance, addressOf(call.getHost(), address()))),
  };
}

/** The same for `GET /gossip`, which scripts ask whether there is a leader; `authority` is how they reached the node. */
export function gossipDocument({ instance, address }: OnlyNode, authority: string): object {
  const { host, port } = addressOf(authority, address());
  const state = { state: 'Leader', isAlive: true, isReadOnlyReplica: false };
  const place = { httpEndPointIp: host, httpEndPointPort: port };
  const member = { instanceId: instance, timeStamp: new Date().toISOString(), ...state, ...place };
  return { members: [member], serverIp: host, serverPort: port };
}

function clusterOfOne(instance: string, { host, port }: Address): ClusterInfo {
  const id = new sharedPb.UUID();
  id.setString(instance);
  const endPoint = new gossipPb.EndPoint();
  endPoint.setAddress(host);
  endPoint.setPort(port);
  const member = new gossipPb.MemberInfo();
  member.setInstanceId(id);
  member.setTimeStamp(`${Date.now()}0000`);
  member.setState(LEADER);
  member.setIsAlive(true);
  member.setHttpEndPoint(endPoint);
  return new gossipPb.ClusterInfo().setMembersList([member]);
}

/** The authority of the request, `host:port`; IPv6 addresses stand in brackets. */
function addressOf(authority: string, own: Address): Address {
  const match = /^(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(authority);
  if (match === null) return own;
  return { host: match[1]!, port: match[2] === undefined ? own.port : Number(match[2]) };
}
