import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { type IncomingMessage, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { type Gateway, smsGateway, smtpGateway } from './index.js';

const MESSAGE = {
  id: 'notice-1',
  to: 'sari@penerima.example',
  subject: 'Kabar klaim',
  text: 'Ada surat untuk Saudara.',
};
const NUMBER = '081200000000';

const reasonOf = (sent: Promise<void>): Promise<string> =>
  sent.then(
    () => 'taken',
    (error: Error & { reason?: string }) =>
      `${error.name} ${error.reason} ${error.message.includes('@') ? 'LEAKED' : ''}`.trim(),
  );

describe('Mail', () => {
  const received: string[] = [];
  let server: SMTPServer;
  let mail: Gateway;
  beforeAll(async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo({ address }, _session, done) {
        if (address.startsWith('nobody'))
          done(Object.assign(new Error(`no such user ${address}`), { responseCode: 550 }));
        else if (address.startsWith('full'))
          done(Object.assign(new Error(`busy ${address}`), { responseCode: 452 }));
        else done();
      },
      onData(stream, _session, done) {
        let text = '';
        stream.on('data', (part: Buffer) => (text += part.toString()));
        stream.on('end', () => {
          received.push(text);
          done();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    mail = smtpGateway({
      url: `smtp://127.0.0.1:${port}`,
      from: 'no-reply@lindung.example',
      timeoutMs: 5_000,
    });
  });
  afterAll(async () => {
    await mail.close();
    await new Promise<void>((resolve) => server.close(resolve));
  });

  it('arrives with an id that is the same when it is sent again', async () => {
    await mail.send(MESSAGE);
    await mail.send(MESSAGE);
    expect(received).toHaveLength(2);
    for (const text of received) {
      expect(text).toContain('Message-ID: <notice-1@notices.lindung>');
      expect(text).toContain('To: sari@penerima.example');
      expect(text).toContain('Ada surat untuk Saudara.');
    }
  });

  it('that the server refuses is refused, and what it cannot take now is taken later; no address is repeated', async () => {
    expect(await reasonOf(mail.send({ ...MESSAGE, to: 'nobody@penerima.example' }))).toBe(
      'MessageRefused ADDRESS_REFUSED',
    );
    expect(await reasonOf(mail.send({ ...MESSAGE, to: 'full@penerima.example' }))).toBe(
      'MessageDelayed BUSY',
    );
    const away = smtpGateway({
      url: 'smtp://127.0.0.1:1',
      from: 'no-reply@lindung.example',
      timeoutMs: 2_000,
    });
    expect(await reasonOf(away.send(MESSAGE))).toBe('MessageDelayed UNREACHABLE');
  });
});

describe('Text messages', () => {
  const received: { readonly headers: IncomingMessage['headers']; readonly body: string }[] = [];
  let status = 200;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      response.writeHead(status).end();
    });
  });
  let sms: Gateway;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    sms = smsGateway({ url: `http://127.0.0.1:${port}/messages`, token: 's3cret', timeoutMs: 5_000 });
  });
  afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())));

  it('are posted with their id, so that one that comes twice is known', async () => {
    await sms.send({ ...MESSAGE, to: NUMBER });
    const [{ headers, body }] = received as [(typeof received)[number]];
    expect(headers).toMatchObject({ 'idempotency-key': 'notice-1', authorization: 'Bearer s3cret' });
    expect(JSON.parse(body)).toEqual({ id: 'notice-1', to: NUMBER, text: MESSAGE.text });
  });

  it.each([
    [429, 'MessageDelayed BUSY'],
    [503, 'MessageDelayed BUSY'],
    [401, 'MessageDelayed SIGN_IN_REFUSED'],
    [422, 'MessageRefused ADDRESS_REFUSED'],
    [400, 'MessageRefused REFUSED'],
  ])('that are answered with %d are told apart', async (answered, reason) => {
    status = answered;
    expect(await reasonOf(sms.send({ ...MESSAGE, to: NUMBER }))).toBe(reason);
  });

  it('go into a file of their owner where there is no gateway', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lindung-sms-'));
    const path = join(folder, 'outbox.jsonl');
    await smsGateway({ url: pathToFileURL(path).href, timeoutMs: 1_000 }).send({ ...MESSAGE, to: NUMBER });
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({
      id: 'notice-1',
      to: NUMBER,
      text: MESSAGE.text,
    });
    expect((await stat(path)).mode & 0o077).toBe(0);
    await rm(folder, { recursive: true });
  });
});
