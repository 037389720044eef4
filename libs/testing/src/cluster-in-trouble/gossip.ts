import gossipPb from '@eventstore/db-client/generated/gossip_pb.js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import type { Endpoint, NodeState } from './fates.js';

/** A node, as gossip tells of it. */
export interface Gossiped extends Endpoint {
  readonly instance: string;
  readonly state: NodeState;
  readonly isAlive: boolean;
}

/** What `Gossip.Read` answers. */
export function gossipOf(nodes: readonly Gossiped[]): Uint8Array {
  const members = nodes.map(({ address, port, instance, state, isAlive }) =>
    new gossipPb.MemberInfo()
      .setInstanceId(new sharedPb.UUID().setString(instance))
      .setTimeStamp(`${Date.now()}0000`)
      .setState(state)
      .setIsAlive(isAlive)
      .setHttpEndPoint(new gossipPb.EndPoint().setAddress(address).setPort(port)),
  );
  return new gossipPb.ClusterInfo().setMembersList(members).serializeBinary();
}
