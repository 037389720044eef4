import { once } from 'node:events';
import { type Socket, connect } from 'node:net';
import { judge } from './judge.js';
import type { Found } from './run-fuzz.js';

interface Oddity {
  readonly what: string;
  /** As it goes over the line. */
  readonly bytes: string;
  /** Nothing more comes after it, and no answer is owed to whoever has said nothing that begins a request. */
  readonly mayBeSilent?: true;
}

const lines = (...all: readonly string[]) => `${all.join('\r\n')}\r\n\r\n`;
const get = (...headers: readonly string[]) => lines('GET /participants HTTP/1.1', ...headers);
const post = (...headers: readonly string[]) => lines('POST /participants HTTP/1.1', 'Host: x', ...headers);
const CLOSE = 'Connection: close';

/** What no client sends that was made with an HTTP library, and somebody does. */
const ODDITIES: readonly Oddity[] = [
  { what: 'a method that there is not', bytes: lines('BREW /pot HTTP/1.1', 'Host: x', CLOSE) },
  { what: 'a method in small letters', bytes: lines('get / HTTP/1.1', 'Host: x', CLOSE) },
  { what: 'CONNECT', bytes: lines('CONNECT example.org:443 HTTP/1.1', 'Host: example.org:443', CLOSE) },
  { what: 'OPTIONS of everything', bytes: lines('OPTIONS * HTTP/1.1', 'Host: x', CLOSE) },
  { what: 'PRI, as HTTP/2 begins', bytes: 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n' },
  { what: 'no Host', bytes: get(CLOSE) },
  { what: 'two Hosts', bytes: get('Host: a', 'Host: b', CLOSE) },
  { what: 'an empty Host', bytes: get('Host:', CLOSE) },
  { what: 'Expect: x', bytes: post('Expect: x', 'Content-Length: 2', CLOSE) + '{}' },
  { what: 'Expect: 100-continue', bytes: post('Expect: 100-continue', 'Content-Length: 2', CLOSE) + '{}' },
  { what: 'large headers', bytes: get('Host: x', `X-Large: ${'x'.repeat(70_000)}`, CLOSE) },
  {
    what: 'very many headers',
    bytes: get('Host: x', ...Array.from({ length: 3000 }, (_, n) => `X-${n}: x`), CLOSE),
  },
  { what: 'a long address', bytes: lines(`GET /${'a'.repeat(70_000)} HTTP/1.1`, 'Host: x', CLOSE) },
  { what: 'a whole address', bytes: lines('GET http://x/participants HTTP/1.1', 'Host: x', CLOSE) },
  { what: 'an address of another scheme', bytes: lines('GET ftp://x/ HTTP/1.1', 'Host: x', CLOSE) },
  { what: 'an address without a slash', bytes: lines('GET participants HTTP/1.1', 'Host: x', CLOSE) },
  { what: 'blanks in the address', bytes: lines('GET /a b HTTP/1.1', 'Host: x', CLOSE) },
  { what: 'bytes above 127 in the address', bytes: lines('GET /\u00e9 HTTP/1.1', 'Host: x', CLOSE) },
  { what: 'another version', bytes: lines('GET / HTTP/3.7', 'Host: x', CLOSE) },
  { what: 'HTTP/1.0', bytes: lines('GET /participants HTTP/1.0') },
  { what: 'HTTP/0.9', bytes: 'GET /\r\n' },
  { what: 'no version', bytes: lines('GET /', 'Host: x', CLOSE) },
  { what: 'line feeds alone', bytes: 'GET /participants HTTP/1.1\nHost: x\nConnection: close\n\n' },
  { what: 'a header without a name', bytes: get('Host: x', ': x', CLOSE) },
  { what: 'a header without a colon', bytes: get('Host: x', 'nonsense', CLOSE) },
  { what: 'a blank before the colon', bytes: get('Host: x', 'X-A : x', CLOSE) },
  { what: 'a folded header', bytes: get('Host: x', 'X-A: x', ' y', CLOSE) },
  { what: 'NUL in a header', bytes: get('Host: x', 'X-A: \u0000', CLOSE) },
  { what: 'a bare CR in a header', bytes: get('Host: x', 'X-A: a\rb', CLOSE) },
  { what: 'two lengths', bytes: post('Content-Length: 2', 'Content-Length: 3', CLOSE) + '{}' },
  { what: 'a negative length', bytes: post('Content-Length: -1', CLOSE) },
  { what: 'a length that is no number', bytes: post('Content-Length: 2e0', CLOSE) + '{}' },
  { what: 'a length without end', bytes: post(`Content-Length: ${'9'.repeat(40)}`, CLOSE) },
  {
    what: 'a length and chunks',
    bytes: post('Content-Length: 2', 'Transfer-Encoding: chunked', CLOSE) + '0\r\n\r\n',
  },
  { what: 'chunks twice', bytes: post('Transfer-Encoding: chunked, chunked', CLOSE) + '0\r\n\r\n' },
  { what: 'chunks of no size', bytes: post('Transfer-Encoding: chunked', CLOSE) + 'xyz\r\n{}\r\n0\r\n\r\n' },
  { what: 'a chunk too large', bytes: post('Transfer-Encoding: chunked', CLOSE) + 'ffffffffffffffff\r\n' },
  { what: 'an encoding that there is not', bytes: post('Transfer-Encoding: x', CLOSE) },
  {
    what: 'an upgrade',
    bytes: get(
      'Host: x',
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Key: eA==',
      'Sec-WebSocket-Version: 13',
    ),
  },
  {
    what: 'HTTP/2 by upgrade',
    bytes: get(
      'Host: x',
      'Upgrade: h2c',
      'Connection: Upgrade, HTTP2-Settings',
      'HTTP2-Settings: AAMAAABkAAQAAP__',
    ),
  },
  { what: 'TLS', bytes: '\u0016\u0003\u0001\u0000\u00a5\u0001\u0000\u0000\u00a1\u0003\u0003' },
  { what: 'nonsense', bytes: '\u0000\u0001\u00ff\u00fe\r\n\r\n' },
  { what: 'a proxy header', bytes: `PROXY TCP4 1.2.3.4 5.6.7.8 1 2\r\n${get('Host: x', CLOSE)}` },
  { what: 'empty lines first', bytes: `\r\n\r\n${get('Host: x', CLOSE)}` },
  { what: 'nothing', bytes: '', mayBeSilent: true },
  { what: 'half a request', bytes: 'GET /partici', mayBeSilent: true },
  {
    what: 'half a body',
    bytes: post('Content-Type: application/json', 'Content-Length: 100') + '{"a":',
    mayBeSilent: true,
  },
];

const PATIENCE_MS = 5_000;

/** Sends each of them to each address. Whatever answers, answers with a problem; and afterwards it still answers others. */
export async function oddities(urls: readonly string[]): Promise<{ requests: number; found: Found[] }> {
  const found: Found[] = [];
  for (const url of urls) {
    for (const oddity of ODDITIES) {
      const request = `[${oddity.what}] ${url}`;
      const detail = await faultOf(url, oddity);
      if (detail !== undefined) found.push({ fault: 'notProblems', detail, request });
    }
    const { ok } = await fetch(`${url}/health/live`);
    if (!ok) found.push({ fault: 'serverErrors', detail: 'does not answer any more', request: url });
  }
  return { requests: urls.length * ODDITIES.length, found };
}

async function faultOf(url: string, { bytes, mayBeSilent }: Oddity): Promise<string | undefined> {
  const answer = await answerTo(url, bytes);
  if (answer === undefined) return 'the connection stays open and nothing is answered';
  if (answer === '') return mayBeSilent ? undefined : 'the connection is closed without an answer';
  const [head = '', ...rest] = answer.replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, '').split('\r\n\r\n');
  const status = Number(head.split(' ')[1]);
  const mediaType = /^content-type: ([^;\r]+)/im.exec(head)?.[1] ?? '';
  const body = rest.join('\r\n\r\n');
  const text = /^transfer-encoding: chunked/im.test(head) ? unchunked(body) : body;
  const [finding] = judge({ status, mediaType, headers: {}, text }, 'GET');
  return (
    finding?.detail ?? (status >= 100 && status < 600 ? undefined : `is no answer: ${head.slice(0, 100)}`)
  );
}

/** A body from its chunks (RFC 9112 section 7.1). */
function unchunked(body: string): string {
  const [size = '', ...rest] = body.split('\r\n');
  const length = Number.parseInt(size, 16);
  const following = rest.join('\r\n');
  return length > 0 ? following.slice(0, length) + unchunked(following.slice(length + 2)) : '';
}

/** All that comes until the connection is closed; undefined when nothing comes and it stays open. */
async function answerTo(url: string, bytes: string): Promise<string | undefined> {
  const { hostname, port } = new URL(url);
  const socket: Socket = connect({ host: hostname, port: Number(port) });
  let answer = '';
  let isSilent = false;
  socket.setTimeout(PATIENCE_MS, () => {
    isSilent = true;
    socket.destroy();
  });
  socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
  // What was closed on is told by what came before.
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.end(Buffer.from(bytes, 'latin1'));
  await once(socket, 'close');
  return isSilent && answer === '' ? undefined : answer;
}
