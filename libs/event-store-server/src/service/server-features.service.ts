import type {
  ServerUnaryCall,
  ServiceDefinition,
  UntypedServiceImplementation,
  sendUnaryData,
} from '@grpc/grpc-js';
import featuresPb from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';

/**
 * The version that the server states to clients: the EventStoreDB whose protocol it follows. The official client
 * chooses its calls by the list of methods, and people read the version.
 */
export const PROTOCOL_VERSION = '23.10.0';

/** Features that clients ask for by name. */
function featuresOf(path: string): string[] {
  if (path.includes('.persistentsubscriptions/')) return ['stream', 'all'];
  return path.endsWith('.streams/read') ? ['position', 'events'] : [];
}

/** The handlers of `event_store.client.server_features.ServerFeatures`: which methods this server has. */
export function serverFeaturesHandlers(services: readonly ServiceDefinition[]): UntypedServiceImplementation {
  const methods = services.flatMap((service) => Object.values(service).map((method) => method.path));
  return {
    getSupportedMethods: (
      _call: ServerUnaryCall<unknown, unknown>,
      answer: sendUnaryData<SupportedMethods>,
    ) => answer(null, supportedMethods(methods)),
  };
}

function supportedMethods(paths: readonly string[]): SupportedMethods {
  const supported = new featuresPb.SupportedMethods();
  supported.setEventStoreServerVersion(PROTOCOL_VERSION);
  for (const path of paths) {
    const [, service, name] = path.toLowerCase().split('/');
    const method = new featuresPb.SupportedMethod();
    method.setServiceName(service ?? '');
    method.setMethodName(name ?? '');
    method.setFeaturesList(featuresOf(path.toLowerCase()));
    supported.addMethods(method);
  }
  return supported;
}
