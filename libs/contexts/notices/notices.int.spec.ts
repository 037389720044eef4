import { type IncomingMessage, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Module } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { accidents } from '#contexts/accidents/context';
import { claims } from '#contexts/claims/context';
import { type Clerks, WIDOWER, clerksOf, papers } from '#contexts/journey.examples';
import { deaths } from '#contexts/deaths/context';
import { participants } from '#contexts/participants/context';
import { PersonKeyRing } from '#key-ring';
import { processesOf } from '#runtime';
import { eventually } from '#testing';
import { type ContextApp, startContextApp } from '#testing/context-app';
import { notices } from './context.js';
import { noticeReadModel } from './read-models/notice/notice.read-model.js';

const inside: { keys: PersonKeyRing } = {} as never;

@Module({})
class Inside {
  constructor(keys: PersonKeyRing) {
    Object.assign(inside, { keys });
  }
}

interface Notice {
  readonly noticeId: string;
  readonly letterId: string;
  readonly status: string;
  readonly channel: string | null;
  readonly fault: string | null;
}

describe('Notices', () => {
  const mail: string[] = [];
  const texts: { readonly key: IncomingMessage['headers'][string]; readonly body: string }[] = [];
  let smtp: SMTPServer;
  const gateway = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      texts.push({ key: request.headers['idempotency-key'], body });
      response.writeHead(202).end();
    });
  });
  let app: ContextApp;
  let clerks: Clerks;

  beforeAll(async () => {
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) =>
        address.startsWith('nobody')
          ? done(Object.assign(new Error('no such user'), { responseCode: 550 }))
          : done(),
      onData(stream, _session, done) {
        let text = '';
        stream.on('data', (part: Buffer) => (text += part.toString()));
        stream.on('end', () => {
          mail.push(text);
          done();
        });
      },
    });
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
    await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
    const portOf = (address: unknown) => (address as AddressInfo).port;
    app = await startContextApp(
      [participants, accidents, deaths, claims, notices, processesOf([notices]), Inside],
      noticeReadModel,
      {
        NOTICES_MAIL_URL: `smtp://127.0.0.1:${portOf(smtp.server.address())}`,
        NOTICES_MAIL_FROM: 'no-reply@lindung.example',
        NOTICES_SMS_URL: `http://127.0.0.1:${portOf(gateway.address())}/messages`,
        NOTICES_EVERY_MS: '100',
      },
    );
    clerks = clerksOf(app);
  });
  afterAll(async () => {
    await app.stop();
    await new Promise<void>((resolve) => smtp.close(resolve));
    await new Promise<void>((resolve) => void gateway.close(() => resolve()));
  });

  /** A claim whose papers are missing, so that whoever claims is to be told. */
  async function claimOf(contact: object): Promise<{ claimId: string; participantId: string }> {
    const participantId = await clerks.coveredWorker();
    await clerks.reportDeath(participantId);
    const person = { ...WIDOWER, ...contact };
    const claimId = await clerks.submitJkm(participantId, { documents: papers('FORM_4'), person });
    return { claimId, participantId };
  }
  const noticesOf = async (claimId: string): Promise<Notice[]> => {
    const { status, body } = await app.get(`/notices?claimId=${claimId}`);
    return status === 200 ? (body.items as Notice[]) : [];
  };
  async function ended(claimId: string, status: string): Promise<Notice> {
    await eventually(`its notice is ${status}`, async () => (await noticesOf(claimId))[0]?.status === status);
    return (await noticesOf(claimId))[0]!;
  }

  it('go by mail to where the claim says, under one id, and tell nothing but that there is a letter', async () => {
    const { claimId } = await claimOf({ email: 'budi@penerima.example', phone: '081200000001' });
    const notice = await ended(claimId, 'SENT');
    expect(notice).toMatchObject({ subject: 'PAPERS_REQUEST', channel: 'EMAIL', fault: null });
    const [text] = mail.filter((one) => one.includes(`<${notice.noticeId}@notices.lindung>`));
    expect(text).toContain('To: budi@penerima.example');
    expect(text).toContain(notice.letterId.slice(0, 8).toUpperCase());
    expect(text).not.toMatch(/Budi Contoh|Siti|Rp/);
  });

  it('go by text message where there is no mail address', async () => {
    const { claimId } = await claimOf({ phone: '0812-0000-0002' });
    const { noticeId } = await ended(claimId, 'SENT');
    const text = texts.find(({ key }) => key === noticeId);
    expect(JSON.parse(text?.body ?? '{}')).toMatchObject({ id: noticeId, to: '081200000002' });
  });

  it('that nobody takes are given up, listed, sent again or discarded by a person; nobody erased is told', async () => {
    const { claimId, participantId } = await claimOf({ email: 'nobody@penerima.example' });
    const { noticeId } = await ended(claimId, 'GIVEN_UP');
    const listed = (await app.get('/notices?status=GIVEN_UP')).body.items as Notice[];
    expect(listed).toMatchObject([{ noticeId, fault: 'ADDRESS_REFUSED' }]);
    expect(JSON.stringify(listed)).not.toContain('@');
    await inside.keys.destroy(participantId);
    await clerks.done('registrar', `/notices/${noticeId}/retry`);
    await eventually('it is given up anew', async () => (await noticesOf(claimId))[0]?.fault === 'ERASED');
    await clerks.done('registrar', `/notices/${noticeId}/discard`, { reason: 'TOLD_BY_POST' });
    await ended(claimId, 'DISCARDED');
    const unreachable = await claimOf({});
    expect(await ended(unreachable.claimId, 'GIVEN_UP')).toMatchObject({ fault: 'NO_ADDRESS' });
  });
});
