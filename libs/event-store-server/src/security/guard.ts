import type { Logger } from 'pino';
import type {
  Metadata,
  ServerUnaryCall,
  ServerWritableStream,
  ServiceDefinition,
  UntypedServiceImplementation,
  sendUnaryData,
} from '@grpc/grpc-js';
import {
  accessDenied,
  credentialsMissing,
  notAuthenticated,
  toCallError,
  type CallError,
} from '../service/errors.js';
import type { ServerMetrics } from '../monitoring/server-metrics.js';
import type { UserDirectory } from './user-directory.js';

/** Who makes a call. */
export interface Caller {
  readonly name: string;
  readonly mayWrite: boolean;
}

/** Finds out who makes a call. */
export type Identify = (metadata: Metadata) => Promise<Caller>;

/** A call that was not let through. */
export interface RefusedCall {
  readonly method: string;
  readonly peer: string;
  readonly reason: string;
}

/** What stands before the services of a server with users. Without one everybody may do everything. */
export interface Gate {
  readonly identify: Identify;
  refused(call: RefusedCall): void;
}

/** Who everybody is where nobody is asked for a name, as in an EventStoreDB that runs insecurely. */
const UNASKED = 'system';

/**
 * Identifies callers by the credentials that the client sends with each call.
 *
 * @throws CallError UNAUTHENTICATED (from the promise) when there are none, or they are wrong
 */
export function identifyBy(users: UserDirectory): Identify {
  return async (metadata) => {
    const header = metadata.get('authorization')[0];
    if (header === undefined) throw credentialsMissing();
    const user = await users.authenticate(String(header));
    if (user === undefined) throw notAuthenticated();
    return { name: user.name, mayWrite: user.rights === 'read-write' };
  };
}

/** The gate of a server with users: who is refused is counted and written to the log. */
export function gateFor(users: UserDirectory, metrics: ServerMetrics, logger: Logger): Gate {
  return {
    identify: identifyBy(users),
    refused: (call) => {
      metrics.refusedCalls.inc();
      logger.warn(call, 'a call was refused');
    },
  };
}

/** A call of any kind, as far as the guard looks at it. */
type GuardedCall = Pick<ServerUnaryCall<unknown, unknown>, 'metadata' | 'getPeer'> &
  Pick<ServerWritableStream<unknown, unknown>, 'emit'>;
type Handler = (call: GuardedCall, answer: sendUnaryData<unknown>) => void;

/** The callers of calls that are being served. */
const callers = new WeakMap<object, Caller>();

/** Name of the user who makes a call. */
export function usernameOf(call: object): string {
  return callers.get(call)?.name ?? UNASKED;
}

/**
 * Puts a check before every handler: the caller must be known, and for a method that is not listed as reading, must be
 * allowed to write. Without a gate the handlers stay as they are.
 */
export function guard(
  definition: ServiceDefinition,
  handlers: UntypedServiceImplementation,
  reading: readonly string[],
  gate: Gate | undefined,
): UntypedServiceImplementation {
  if (gate === undefined) return handlers;
  const checked: UntypedServiceImplementation = {};
  for (const [name, handler] of Object.entries(handlers)) {
    const method = definition[name];
    if (method === undefined) throw new Error(`the service has no method ${name}`);
    const serve = handler as unknown as Handler;
    const check: Handler = (call, answer) => {
      const refuse = (error: CallError) => {
        gate.refused({ method: method.path, peer: call.getPeer(), reason: error.details ?? error.message });
        if (method.responseStream) call.emit('error', error);
        else answer(error);
      };
      gate.identify(call.metadata).then(
        (caller) => {
          if (!caller.mayWrite && !reading.includes(name)) return refuse(accessDenied(caller.name));
          callers.set(call, caller);
          serve(call, answer);
        },
        (error: unknown) => refuse(toCallError(error)),
      );
    };
    checked[name] = check;
  }
  return checked;
}
