import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  Client,
  type ClientReadableStream,
  Server,
  ServerCredentials,
  type ServerWritableStream,
  type StatusObject,
  credentials,
  status,
} from '@grpc/grpc-js';
import fc from 'fast-check';
import { callError } from './errors.js';
import { Http2Line } from './http2-line.js';

type Call = ServerWritableStream<unknown, Buffer>;

const asTheyAre = (bytes: Buffer) => bytes;
const METHOD = {
  path: '/lines/Send',
  requestStream: false,
  responseStream: true,
  requestSerialize: asTheyAre,
  requestDeserialize: asTheyAre,
  responseSerialize: asTheyAre,
  responseDeserialize: asTheyAre,
};

let server: Server;
let client: Client;
let serve: (line: Http2Line, call: Call) => void | Promise<void>;

beforeEach(async () => {
  server = new Server();
  server.addService(
    { send: METHOD },
    {
      send: (call: Call) => {
        const line = Http2Line.of(call);
        if (line === undefined)
          throw new Error('the library does not hold its stream where it is looked for');
        void serve(line, call);
      },
    },
  );
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, at) => {
      if (error) reject(error);
      else resolve(at);
    });
  });
  client = new Client(`127.0.0.1:${port}`, credentials.createInsecure());
});
afterEach(() => {
  client.close();
  server.forceShutdown();
});

const called = (deadline = Infinity): ClientReadableStream<Buffer> =>
  client
    .makeServerStreamRequest(METHOD.path, asTheyAre, asTheyAre, Buffer.alloc(0), { deadline })
    .on('error', () => undefined);

/** All that a call brings, and how it ends. */
async function received(call: ClientReadableStream<Buffer>) {
  const messages: Buffer[] = [];
  call.on('data', (message: Buffer) => messages.push(message));
  const { code, details } = await new Promise<StatusObject>((resolve) => call.once('status', resolve));
  return { messages, code, details };
}

describe('The line of a call', () => {
  const sizes = fc.oneof(fc.nat(2_000), fc.constantFrom(0, 16_384, 16_385, 32_763, 32_768, 200_000));
  const some = fc.array(
    sizes.map((size) => Buffer.alloc(size, size % 251)),
    { maxLength: 60 },
  );

  it('brings messages of all sizes as they are, in order, with the end behind them', async () => {
    await fc.assert(
      fc.asyncProperty(some, async (sent) => {
        serve = (line, call) => {
          for (const message of sent) line.write(message);
          void Promise.resolve().then(() => call.end());
        };
        const { messages, code } = await received(called());
        expect(messages.map((message, n) => sent[n]?.equals(message))).toEqual(sent.map(() => true));
        expect(code).toBe(status.OK);
      }),
      { numRuns: 30 },
    );
  });

  it('brings what was handed over before an error, and then the error', async () => {
    serve = (line, call) => {
      line.write(Buffer.from('before'));
      queueMicrotask(() => call.emit('error', callError(status.NOT_FOUND, 'nothing more')));
    };
    expect(await received(called())).toEqual({
      messages: [Buffer.from('before')],
      code: status.NOT_FOUND,
      details: 'nothing more',
    });
  });

  it('is full while the client takes nothing, and empty when it has taken all', async () => {
    let held = 0;
    const full = new Promise<Http2Line>((resolve) => {
      serve = async (line, call) => {
        for (; !line.isFull; await new Promise(setImmediate)) {
          line.write(Buffer.alloc(1_000));
          held++;
        }
        resolve(line);
        await new Promise<void>((proceed) => line.onceEmpty(proceed));
        call.end();
      };
    });
    const call = called();
    const all = received(call);
    call.once('data', () => call.pause());
    const line = await full;
    expect(held * 1_000).toBeLessThan(400_000);
    call.resume();
    expect((await all).messages).toHaveLength(held);
    expect(line.isFull).toBe(false);
  });

  it.each([
    ['is', false],
    ['has waited as long as it would', true],
  ])('is gone when the client %s', async (_, waits) => {
    const isGone = new Promise<boolean>((resolve) => {
      serve = (line, call) => {
        line.write(Buffer.from('one'));
        call.once('cancelled', () => {
          // Nobody is there to get it, and nothing breaks.
          line.write(Buffer.from('two'));
          queueMicrotask(() => resolve(line.gone));
        });
      };
    });
    const call = called(waits ? Date.now() + 100 : Infinity);
    if (!waits) call.once('data', () => call.cancel());
    expect(await received(call)).toMatchObject({ code: waits ? status.DEADLINE_EXCEEDED : status.CANCELLED });
    expect(await isGone).toBe(true);
  });
});
