import {
  status,
  type Server,
  type ServiceDefinition,
  type UntypedServiceImplementation,
  type sendUnaryData,
} from '@grpc/grpc-js';
import gossipGrpc from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import monitoringGrpc from '@eventstore/db-client/generated/monitoring_grpc_pb.js';
import operationsGrpc from '@eventstore/db-client/generated/operations_grpc_pb.js';
import projectionsGrpc from '@eventstore/db-client/generated/projections_grpc_pb.js';
import featuresGrpc from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import usersGrpc from '@eventstore/db-client/generated/users_grpc_pb.js';
import type { ConsumerContext } from '../persistent/consumer-call.js';
import { PersistentSubscriptions } from '../persistent/persistent-subscriptions.js';
import type { EventLog } from '../storage/event-log.js';
import type { AppendLimits } from '../streams/incoming-append.js';
import { callError } from './errors.js';
import { gossipHandlers, type OnlyNode } from './gossip.service.js';
import { guard, type Gate, type Open } from '../security/guard.js';
import type { ServerMetrics } from '../monitoring/server-metrics.js';
import type { Report } from '../monitoring/health.js';
import { withMessages, withRawRequests, type Decoders } from './method.js';
import { persistentDefinition, persistentHandlers } from './persistent.service.js';
import { serverFeaturesHandlers } from './server-features.service.js';
import { streamsDecoders, streamsDefinition, streamsHandlers } from './streams.service.js';

/** All that the services work with. */
export interface ServiceContext {
  readonly log: EventLog;
  readonly metrics: ServerMetrics;
  readonly limits: AppendLimits;
  readonly stalledAfterMs: number;
  /** Only a server with users has one. */
  readonly gate: Gate | undefined;
  readonly report: Report;
  readonly node: OnlyNode;
}

/** What every user may do with persistent subscriptions, if they may read the stream. */
const FOR_CONSUMERS = ['read', 'getInfo', 'list'];

const HINT = 'Use an EventStoreDB or KurrentDB cluster for that.';
const REFUSED: readonly [ServiceDefinition, string][] = [
  [projectionsGrpc.ProjectionsService, `The embedded event store has no server-side projections. ${HINT}`],
  [
    usersGrpc.UsersService,
    'The embedded event store has no users service: its users stand in a file, see "lindung store user".',
  ],
  [
    operationsGrpc.OperationsService,
    `The embedded event store has no scavenging and no cluster operations; it is stopped by a signal. ${HINT}`,
  ],
  [monitoringGrpc.MonitoringService, 'The embedded event store has its metrics at /metrics, for Prometheus.'],
];

/**
 * Adds every service of the protocol to a server: those that it offers, and clear refusals for the others. A batch call is
 * opened by anybody and each append in it refused by itself, as in EventStoreDB: the official client keeps the appends
 * of a whole process in one map, and a call that ends would take those of others with it.
 */
export function addServices(server: Server, context: ServiceContext): void {
  const { gate, node } = context;
  const gossip = gossipGrpc.GossipService;
  const features = featuresGrpc.ServerFeaturesService;
  const definitions = [streamsDefinition, persistentDefinition, gossip, features];
  const offered: [ServiceDefinition, UntypedServiceImplementation, (method: string) => Open, Decoders?][] = [
    [
      streamsDefinition,
      streamsHandlers(context),
      (method) => (method === 'batchAppend' ? 'to anybody' : 'to users'),
      streamsDecoders,
    ],
    [
      persistentDefinition,
      persistentHandlers(groupsOf(context)),
      (method) => (FOR_CONSUMERS.includes(method) ? 'to users' : 'to operators'),
    ],
    [gossip, gossipHandlers(node), () => 'to anybody'],
    [features, serverFeaturesHandlers(definitions), () => 'to anybody'],
  ];
  // Nothing is made of the bytes of a request before its caller is known, and nothing at all of those of refused calls.
  for (const [definition, handlers, open, decoders] of offered) {
    const guarded = guard(definition, withMessages(definition, handlers, decoders), open, gate);
    server.addService(withRawRequests(definition), guarded);
  }
  for (const [definition, reason] of REFUSED) {
    server.addService(withRawRequests(definition), unimplemented(definition, reason));
  }
}

function groupsOf({ log, report, metrics, stalledAfterMs }: ServiceContext): ConsumerContext {
  return {
    subscriptions: new PersistentSubscriptions(log, report),
    stopping: log.stopping,
    stalledAfterMs,
    onStalled: (peer, error) => {
      metrics.droppedSubscribers.inc();
      report(`consumer ${peer} was dropped`, error);
    },
  };
}

interface Emitter {
  emit(event: string, error: unknown): void;
}

/** Handlers that refuse every method of a service and say why. */
function unimplemented(definition: ServiceDefinition, reason: string): UntypedServiceImplementation {
  const handlers: UntypedServiceImplementation = {};
  for (const [name, method] of Object.entries(definition)) {
    const refuse = (call: Emitter, answer: sendUnaryData<unknown>) => {
      const error = callError(status.UNIMPLEMENTED, reason);
      if (method.responseStream) call.emit('error', error);
      else answer(error);
    };
    handlers[name] = refuse;
  }
  return handlers;
}
