import type { ServiceDefinition } from '@grpc/grpc-js';
import gossipGrpc from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import monitoringGrpc from '@eventstore/db-client/generated/monitoring_grpc_pb.js';
import operationsGrpc from '@eventstore/db-client/generated/operations_grpc_pb.js';
import persistentGrpc from '@eventstore/db-client/generated/persistent_grpc_pb.js';
import projectionsGrpc from '@eventstore/db-client/generated/projections_grpc_pb.js';
import featuresGrpc from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import usersGrpc from '@eventstore/db-client/generated/users_grpc_pb.js';

const pathsOf = (...services: ServiceDefinition[]): string[] =>
  services.flatMap((service) => Object.values(service).map(({ path }) => path));

/** Methods that ask for the right to do something. */
export const GUARDED = pathsOf(streamsGrpc.StreamsService, persistentGrpc.PersistentSubscriptionsService);

/** Methods that anybody may call, to find the server. */
export const PUBLIC = pathsOf(gossipGrpc.GossipService, featuresGrpc.ServerFeaturesService);

/** Methods that the server does not offer. */
export const REFUSED = pathsOf(
  projectionsGrpc.ProjectionsService,
  usersGrpc.UsersService,
  operationsGrpc.OperationsService,
  monitoringGrpc.MonitoringService,
);
