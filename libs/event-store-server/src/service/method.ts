import type {
  MethodDefinition,
  ServerUnaryCall,
  ServerWritableStream,
  ServiceDefinition,
  UntypedServiceImplementation,
  sendUnaryData,
} from '@grpc/grpc-js';
import { decodeMessage, type MessageClass } from '../wire/decode-message.js';
import { toCallError } from './errors.js';

const sameBytes = (bytes: Buffer): Buffer => bytes;

/** A method of a generated service whose answers are already encoded, so that stored bytes go out as they are. */
export function withEncodedAnswers<Request, Response>(
  method: MethodDefinition<Request, Response>,
): MethodDefinition<Request, Buffer> {
  return { ...method, responseSerialize: sameBytes, responseDeserialize: sameBytes };
}

/**
 * The methods of a service with their requests as they arrived: a handler makes a message of them (`withMessages`) once it
 * is known who asks.
 */
export function withRawRequests(service: ServiceDefinition): ServiceDefinition {
  const raw = Object.entries(service).map(([name, method]) => {
    return [name, { ...method, requestSerialize: sameBytes, requestDeserialize: sameBytes }];
  });
  return Object.fromEntries(raw) as ServiceDefinition;
}

/** What the generated code says of a method beside what its type tells. */
type GeneratedMethod = MethodDefinition<unknown, unknown> & { readonly requestType: MessageClass<unknown> };

type OneRequest = Pick<ServerUnaryCall<unknown, unknown>, 'request'> &
  Pick<ServerWritableStream<unknown, unknown>, 'emit'>;
type Handler = (call: OneRequest, answer: sendUnaryData<unknown>) => void;

/** How the requests of some methods are read, by the names of these; those of others are decoded as the messages that they are. */
export type Decoders = Readonly<Record<string, (bytes: Buffer) => unknown>>;

/**
 * Handlers of methods with raw requests, out of handlers that take messages. A method whose requests are a stream gets
 * their bytes and makes messages of them itself.
 */
export function withMessages(
  service: ServiceDefinition,
  handlers: UntypedServiceImplementation,
  decoders: Decoders = {},
): UntypedServiceImplementation {
  const decoding: UntypedServiceImplementation = {};
  for (const [name, handler] of Object.entries(handlers)) {
    const { requestStream, responseStream, requestType } = service[name] as GeneratedMethod;
    const serve = handler as unknown as Handler;
    const decode = decoders[name] ?? ((bytes) => decodeMessage(requestType, bytes));
    const decodeAndServe: Handler = (call, answer) => {
      try {
        call.request = decode(call.request as Buffer);
      } catch (error) {
        if (responseStream) call.emit('error', toCallError(error));
        else answer(toCallError(error));
        return;
      }
      serve(call, answer);
    };
    decoding[name] = requestStream ? handler : decodeAndServe;
  }
  return decoding;
}
