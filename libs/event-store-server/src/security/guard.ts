import type {
  Metadata,
  ServerUnaryCall,
  ServerWritableStream,
  ServiceDefinition,
  UntypedServiceImplementation,
  sendUnaryData,
} from '@grpc/grpc-js';
import { accessDenied, notAuthenticated, toCallError, type CallError } from '../service/errors.js';
import type { UserDirectory } from './users.js';

/** Who makes a call. */
export interface Caller {
  readonly name: string;
  readonly mayWrite: boolean;
}

/** Finds out who makes a call. */
export type Identify = (metadata: Metadata) => Promise<Caller>;

/** Without users everybody may do everything; such a server listens on loopback only. */
const ANYONE: Caller = { name: 'anonymous', mayWrite: true };

/** Identifies callers by the credentials that the client sends with each call. */
export function identifyBy(users: UserDirectory | undefined): Identify {
  return async (metadata) => {
    if (users === undefined) return ANYONE;
    const header = metadata.get('authorization')[0];
    if (header === undefined) throw accessDenied();
    const user = await users.authenticate(String(header));
    if (user === undefined) throw notAuthenticated();
    return { name: user.name, mayWrite: user.rights === 'read-write' };
  };
}

/** A call of any kind, as far as the guard looks at it. */
type GuardedCall = Pick<ServerUnaryCall<unknown, unknown>, 'metadata'> &
  Pick<ServerWritableStream<unknown, unknown>, 'emit'>;
type Handler = (call: GuardedCall, answer: sendUnaryData<unknown>) => void;

/** The callers of calls that are being served. */
const callers = new WeakMap<object, Caller>();

/** Name of the user who makes a call. */
export function usernameOf(call: object): string {
  return callers.get(call)?.name ?? ANYONE.name;
}

/**
 * Puts a check before every handler: the caller must be known, and for a method that is not listed as reading, must be
 * allowed to write.
 */
export function guard(
  definition: ServiceDefinition,
  handlers: UntypedServiceImplementation,
  reading: readonly string[],
  identify: Identify,
): UntypedServiceImplementation {
  const guarded: UntypedServiceImplementation = {};
  for (const [name, handler] of Object.entries(handlers)) {
    const method = definition[name];
    if (method === undefined) throw new Error(`the service has no method ${name}`);
    const serve = handler as unknown as Handler;
    const check: Handler = (call, answer) => {
      const refuse = (error: CallError) => {
        if (method.responseStream) call.emit('error', error);
        else answer(error);
      };
      identify(call.metadata).then(
        (caller) => {
          if (!caller.mayWrite && !reading.includes(name)) return refuse(accessDenied());
          callers.set(call, caller);
          serve(call, answer);
        },
        (error: unknown) => refuse(toCallError(error)),
      );
    };
    guarded[name] = check;
  }
  return guarded;
}
