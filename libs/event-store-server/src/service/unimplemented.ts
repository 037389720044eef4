import {
  status,
  type ServiceDefinition,
  type UntypedServiceImplementation,
  type sendUnaryData,
} from '@grpc/grpc-js';
import { callError } from './errors.js';

interface Emitter {
  emit(event: string, error: unknown): void;
}

/** Handlers that refuse every method of a service and say why. */
export function unimplemented(definition: ServiceDefinition, reason: string): UntypedServiceImplementation {
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
