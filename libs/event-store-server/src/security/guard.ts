import type { Logger } from 'pino';
import type {
  Metadata,
  ServerUnaryCall,
  ServerWritableStream,
  ServiceDefinition,
  UntypedServiceImplementation,
  sendUnaryData,
} from '@grpc/grpc-js';
import { accessDenied, notAuthenticated, toCallError, type CallError } from '../service/errors.js';
import type { ServerMetrics } from '../monitoring/server-metrics.js';
import type { AccessLists } from '../storage/access-list.js';
import { mayManageGroups, mayUseStream, type Caller, type StreamAction } from './access-rules.js';
import { credentialsIn, type UserDirectory } from './user-directory.js';

/** A call that was not let through. */
export interface RefusedCall {
  readonly method: string;
  readonly peer: string;
  readonly reason: string;
}

/** What stands before the services of a server with users. Without one everybody may do everything. */
export interface Gate {
  /** @throws CallError UNAUTHENTICATED (from the promise) when there are credentials, and they are wrong */
  identify(metadata: Metadata): Promise<Caller>;
  readonly lists: AccessLists;
  refused(call: RefusedCall): void;
}

/** The gate of a server with users: who is refused is counted and written to the log. */
export function gateFor(
  users: UserDirectory,
  lists: AccessLists,
  metrics: ServerMetrics,
  logger: Logger,
): Gate {
  return {
    lists,
    identify: async (metadata) => {
      const [header] = metadata.get('authorization').map(String);
      if (header === undefined || credentialsIn(header) === undefined) return undefined;
      const user = await users.authenticate(header);
      if (user === undefined) throw notAuthenticated();
      return user;
    },
    refused: (call) => {
      metrics.refusedCalls.inc();
      logger.warn(call, 'a call was refused');
    },
  };
}

/** What whoever makes a call may do with streams. What is not allowed is reported to the gate. */
export interface Access {
  readonly name: string;
  allows(action: StreamAction, stream: string): boolean;
  /** @throws CallError PERMISSION_DENIED when it is not allowed */
  demand(action: StreamAction, stream: string): void;
}

/** Who everybody is where nobody is asked for a name, as in an EventStoreDB that runs insecurely. */
const UNASKED: Access = { name: 'system', allows: () => true, demand: () => undefined };

/** A call of any kind, as far as the guard looks at it. */
type GuardedCall = Pick<ServerUnaryCall<unknown, unknown>, 'metadata' | 'getPeer'> &
  Pick<ServerWritableStream<unknown, unknown>, 'emit'>;
type Handler = (call: GuardedCall, answer: sendUnaryData<unknown>) => void;

/** Who may call a method at all. For users, what they may do with a stream is asked where the stream is known. */
export type Open = 'to anybody' | 'to users' | 'to operators';

/** What the calls that are being served may do. */
const accesses = new WeakMap<object, Access>();

/** What a call may do that the guard has let through. */
export function accessOf(call: object): Access {
  const access = accesses.get(call);
  if (access === undefined) throw new Error('the call has not passed the guard');
  return access;
}

/** Lets a call do everything: for those that do not come over the network, or when the server has no users. */
export function trust(call: object): void {
  accesses.set(call, UNASKED);
}

/** Puts a check before every handler of a service: the caller must be known, and be one to whom the method is open. */
export function guard(
  definition: ServiceDefinition,
  handlers: UntypedServiceImplementation,
  open: (method: string) => Open,
  gate: Gate | undefined,
): UntypedServiceImplementation {
  const checked: UntypedServiceImplementation = {};
  for (const [name, handler] of Object.entries(handlers)) {
    const method = definition[name];
    if (method === undefined) throw new Error(`the service has no method ${name}`);
    const serve = handler as unknown as Handler;
    const admit: Handler = (call, answer) => {
      if (gate === undefined) {
        trust(call);
        return serve(call, answer);
      }
      const refuse = (error: CallError) => {
        gate.refused({ method: method.path, peer: call.getPeer(), reason: error.details ?? error.message });
        if (method.responseStream) call.emit('error', error);
        else answer(error);
      };
      gate.identify(call.metadata).then(
        (caller) => {
          if (!isOpen(open(name), caller)) return refuse(accessDenied(caller?.name, `call ${name}`));
          accesses.set(call, accessTo(gate, caller, { method: method.path, peer: call.getPeer() }));
          serve(call, answer);
        },
        (error: unknown) => refuse(toCallError(error)),
      );
    };
    checked[name] = admit;
  }
  return checked;
}

function isOpen(open: Open, caller: Caller): boolean {
  if (open === 'to operators') return mayManageGroups(caller);
  return open === 'to anybody' || caller !== undefined;
}

function accessTo(gate: Gate, caller: Caller, call: Omit<RefusedCall, 'reason'>): Access {
  const denial = (action: StreamAction, stream: string) => {
    if (mayUseStream(caller, action, stream, gate.lists)) return undefined;
    const error = accessDenied(caller?.name, `${action} ${stream}`);
    gate.refused({ ...call, reason: error.message });
    return error;
  };
  return {
    name: caller?.name ?? 'anonymous',
    allows: (action, stream) => denial(action, stream) === undefined,
    demand: (action, stream) => {
      const error = denial(action, stream);
      if (error !== undefined) throw error;
    },
  };
}
