import type {
  ServerDuplexStream,
  ServerUnaryCall,
  ServiceDefinition,
  UntypedServiceImplementation,
  sendUnaryData,
} from '@grpc/grpc-js';
import persistentGrpc from '@eventstore/db-client/generated/persistent_grpc_pb.js';
import persistentPb from '@eventstore/db-client/generated/persistent_pb.js';
import type {
  CreateReq,
  DeleteReq,
  GetInfoReq,
  ListReq,
  ReplayParkedReq,
  SubscriptionInfo,
  UpdateReq,
} from '@eventstore/db-client/generated/persistent_pb.js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import { serveConsumer, type ConsumerContext } from '../persistent/consumer-call.js';
import { ALL, readDefinition, readKey, readKeyToDelete } from '../persistent/group-definition.js';
import type { PersistentGroup } from '../persistent/persistent-group.js';
import { subscriptionInfo } from '../persistent/statistics.js';
import { invalidArgument, toCallError } from './errors.js';
import { accessOf } from '../security/guard.js';
import { withEncodedAnswers } from './method.js';

const generated = persistentGrpc.PersistentSubscriptionsService;

/** `event_store.client.persistent_subscriptions.PersistentSubscriptions`; events go out as they are stored. */
export const persistentDefinition: ServiceDefinition = {
  ...generated,
  read: withEncodedAnswers(generated.read),
};

/** The handlers of the PersistentSubscriptions service. */
export const persistentHandlers = (context: ConsumerContext): UntypedServiceImplementation => ({
  ...definingHandlers(context),
  ...watchingHandlers(context),
  read: (call: ServerDuplexStream<Buffer, Buffer>) => serveConsumer(context, accessOf(call), call),
});

/** Which groups there are is recorded, so that a server that starts again knows them. */
function definingHandlers({ subscriptions }: ConsumerContext): UntypedServiceImplementation {
  return {
    create: unary(async (request: CreateReq, by) => {
      const { key, settings, filter } = readDefinition(request);
      subscriptions.create(key, settings, filter);
      await subscriptions.record({ key, change: 'created', by });
      return new persistentPb.CreateResp();
    }),
    update: unary(async (request: UpdateReq, by) => {
      const { key, settings } = readDefinition(request);
      subscriptions.update(key, settings);
      await subscriptions.record({ key, change: 'updated', by });
      return new persistentPb.UpdateResp();
    }),
    delete: unary(async (request: DeleteReq, by) => {
      const key = readKeyToDelete(request.getOptions());
      await subscriptions.delete(key);
      await subscriptions.record({ key, change: 'deleted', by });
      return new persistentPb.DeleteResp();
    }),
  };
}

/** How groups are getting on, and what an operator does about it. */
function watchingHandlers({ subscriptions }: ConsumerContext): UntypedServiceImplementation {
  return {
    getInfo: unary((request: GetInfoReq) => {
      const group = subscriptions.find(readKey(request.getOptions()));
      return new persistentPb.GetInfoResp().setSubscriptionInfo(infoOf(group));
    }),
    replayParked: unary((request: ReplayParkedReq) => {
      const options = request.getOptions();
      const stopAt = options?.hasStopAt() === true ? Number(options.getStopAt()) : Infinity;
      subscriptions.find(readKey(options)).replayParked(stopAt);
      return new persistentPb.ReplayParkedResp();
    }),
    list: unary((request: ListReq) => {
      const groups = subscriptions.list(sourceOf(request));
      return new persistentPb.ListResp().setSubscriptionsList(groups.map(infoOf));
    }),
    restartSubsystem: unary(() => {
      subscriptions.restart();
      return new sharedPb.Empty();
    }),
  };
}

/** A unary handler out of a function that answers or throws. It also learns who asks. */
function unary<Request, Response>(answer: (request: Request, by: string) => Response | Promise<Response>) {
  return (call: ServerUnaryCall<Request, Response>, reply: sendUnaryData<Response>): void => {
    Promise.resolve()
      .then(() => answer(call.request, accessOf(call).name))
      .then(
        (response) => reply(null, response),
        (error: unknown) => reply(toCallError(error)),
      );
  };
}

function infoOf(group: PersistentGroup): SubscriptionInfo {
  const consumers = [...group.consumers].map((consumer) => consumer.statistics());
  return subscriptionInfo(group.definition, group.statistics(), consumers);
}

function sourceOf(request: ListReq): string | undefined {
  const options = request.getOptions();
  if (options?.hasListAllSubscriptions() === true) return undefined;
  const forStream = options?.getListForStream();
  if (forStream?.hasAll() === true) return ALL;
  const name = forStream?.getStream()?.getStreamName_asU8();
  if (name === undefined) throw invalidArgument('The list names neither a stream nor all.');
  return Buffer.from(name).toString('utf8');
}
