import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Command } from 'commander';
import { EventCodec, EventStore } from '#event-store';
import { type EventStoreServer, startEventStoreServer } from '#event-store-server';
import { type TellingLog, inMemoryKeyRing, tellingLog } from '#testing';
import { describeUnless } from '../../../libs/event-store-server/test/describe-unless.js';
import { whyNoCertificates } from '../../../libs/event-store-server/test/operations/test-certificates.js';
import {
  type SecuredServer,
  startSecuredServer,
} from '../../../libs/event-store-server/test/secured-server.js';
import { ExitCode } from './exit.js';
import { addLogCommands } from './log.commands.js';

const describeSecured = describeUnless(whyNoCertificates(), 'lindung log on a secured server');

const DENIED = { status: 7, words: 'Access Denied', metadata: { exception: 'access-denied' } };

describe('lindung log', () => {
  let server: EventStoreServer;
  let log: TellingLog;
  let out: string;
  let err: string;

  beforeAll(async () => {
    server = await startEventStoreServer({ port: 0, mem: true });
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    process.exitCode = ExitCode.DONE;
    log = await tellingLog();
    [out, err] = ['', ''];
    jest.replaceProperty(process, 'env', { EVENTSTORE_URL: log.url, EVENTSTORE_READ_TIMEOUT_MS: '2000' });
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true));
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    process.exitCode = ExitCode.DONE;
    await log.close();
  });

  async function lindungLog(...words: readonly string[]): Promise<void> {
    const command = new Command('log').exitOverride();
    addLogCommands(command);
    for (const each of command.commands) each.exitOverride();
    await command.parseAsync(words, { from: 'user' });
  }

  it('check tells what answers and that every right is given, and records nothing', async () => {
    process.env.EVENTSTORE_URL = server.connectionString;
    const address = `127.0.0.1:${server.port}`;
    await lindungLog('check', '--json');
    expect(JSON.parse(out)).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      leader: address,
      members: [{ address, state: 'LEADER', isAlive: true }],
      noAppends: null,
      user: null,
      rights: { 'read $all': 'given', 'read streams': 'given', append: 'given' },
      said: [],
    });
    expect(process.exitCode).toBe(ExitCode.DONE);
    out = '';
    await lindungLog('check');
    expect(out).toContain(`leader        ${address}\n`);
    expect(out).toContain('append        given\n');
    const store = EventStore.at(server.connectionString, new EventCodec(inMemoryKeyRing()));
    expect(await store.lastPosition()).toBeNull();
    await store.close();
  });

  it('check names the rights that are missing and the command that gives them', async () => {
    log.read = DENIED;
    log.append = { answer: 'AccessDenied', details: 'event_store.client.AccessDenied', code: 7 };
    process.env.EVENTSTORE_URL = log.url.replace('esdb://', 'esdb://lindung:p%40ss@');
    await lindungLog('check');
    for (const right of ['read $all     missing', 'read streams  missing', 'append        missing']) {
      expect(out).toContain(right);
    }
    expect(out).toContain('signs in      lindung\n');
    expect(out).toContain('lindung log prepare');
    expect(out).not.toContain('p@ss');
    expect(process.exitCode).toBe(ExitCode.FAILED);
  });

  it('check tells that nobody leads', async () => {
    log.members = [{ port: log.port, state: 'UNKNOWN' }];
    log.read = { status: 14, words: 'Server Is Not Ready' };
    await lindungLog('check', '--json');
    expect(JSON.parse(out)).toMatchObject({
      leader: null,
      noAppends: 'has no leader',
      rights: { 'read $all': 'not known' },
      said: [expect.stringContaining('Server Is Not Ready')],
    });
    expect(process.exitCode).toBe(ExitCode.FAILED);
  });

  it('check says that nobody answers', async () => {
    await log.close();
    await expect(lindungLog('check')).rejects.toThrow(/The event log .*ECONNREFUSED/);
    log = await tellingLog();
  });

  it('prepare needs a user to give rights to, and an administrator', async () => {
    await expect(lindungLog('prepare')).rejects.toThrow('EVENTSTORE_ADMIN_URL');
    process.env.EVENTSTORE_ADMIN_URL = log.url;
    await lindungLog('prepare');
    expect(err).toContain('EVENTSTORE_URL names no user');
    expect(process.exitCode).toBe(ExitCode.UNUSABLE_INPUT);
  });

  describeSecured('on a server that knows its users', () => {
    let secured: SecuredServer;
    beforeEach(async () => {
      secured = await startSecuredServer({ admin: ['$admins'], lindung: [], clerk: [] });
      process.env.EVENTSTORE_URL = secured.connectionString('lindung');
      process.env.EVENTSTORE_ADMIN_URL = secured.connectionString('admin');
    });
    afterEach(() => secured.stop());

    const said = async (...words: readonly string[]) => {
      out = '';
      process.exitCode = ExitCode.DONE;
      await lindungLog(...words);
      return { out, code: process.exitCode };
    };

    it('an ordinary user may not read $all as it is installed; prepare gives that right and no other, once', async () => {
      const before = await said('check');
      expect(before).toMatchObject({
        code: ExitCode.FAILED,
        out: expect.stringContaining('read $all     missing'),
      });
      expect(before.out).toMatch(/read streams  given\nappend        given/);
      expect(before.out).toMatch(/^The event log denies this: .*Access Denied.*$/m);
      expect(before.out).not.toContain('lindung log check');
      const prepared = await said('prepare');
      expect(prepared.out).toContain('$all may be read by $admins, lindung\n');
      expect(prepared.code).toBe(ExitCode.DONE);
      expect(await said('check')).toMatchObject({ code: ExitCode.DONE });
      const again = JSON.parse((await said('prepare', '--json')).out) as { changed: string[] };
      expect(again.changed).toEqual([]);
      await expect(Array.fromAsync(secured.connect('clerk').readAll({ maxCount: 1 }))).rejects.toThrow(
        'Access Denied',
      );
    });

    it('prepare leaves what others may as it is', async () => {
      const admin = secured.connect('admin');
      await admin.setStreamMetadata('$all', {
        acl: { readRoles: ['clerk'], metaReadRoles: ['clerk'] },
        own: 1,
      });
      const acl = { $r: ['clerk'], $w: 'clerk', $d: '$admins', $mr: '$admins', $mw: '$admins' };
      const settings = { $userStreamAcl: acl, $systemStreamAcl: { $r: '$admins' } };
      await admin.appendToStream('$settings', {
        id: randomUUID(),
        type: 'update-default-acl',
        contentType: 'application/json',
        data: settings,
        metadata: undefined,
      });
      expect((await said('check')).out).toMatch(/read streams  missing\nappend        missing/);
      const { out: prepared, code } = await said('prepare');
      expect(prepared).toContain('$all may be read by clerk, lindung');
      expect(prepared).toContain('read streams: clerk, lindung; append: clerk, lindung');
      expect(code).toBe(ExitCode.DONE);
      const { metadata } = await admin.getStreamMetadata('$all');
      expect(metadata).toMatchObject({
        acl: { readRoles: ['clerk', 'lindung'], metaReadRoles: ['clerk'] },
        own: 1,
      });
      for await (const { event } of admin.readStream('$settings', {
        direction: 'backwards',
        fromRevision: 'end',
        maxCount: 1,
      })) {
        expect(event?.data).toEqual({
          ...settings,
          $userStreamAcl: { ...acl, $r: ['clerk', 'lindung'], $w: ['clerk', 'lindung'] },
        });
      }
    });

    it('prepare changes nothing when the administrator is one of another server', async () => {
      const another = await startSecuredServer({ admin: ['$admins'], lindung: [] });
      try {
        process.env.EVENTSTORE_ADMIN_URL = another.connectionString('admin');
        const { code } = await said('prepare');
        expect(err).toContain('lead to different servers; nothing was changed');
        expect(code).toBe(ExitCode.UNUSABLE_INPUT);
        const { metadata } = await another.connect('admin').getStreamMetadata('$all');
        expect(metadata).toBeUndefined();
      } finally {
        await another.stop();
      }
    });

    it('prepare needs an administrator', async () => {
      process.env.EVENTSTORE_ADMIN_URL = secured.connectionString('clerk');
      await expect(lindungLog('prepare')).rejects.toThrow(/does not let us do this .*Access Denied/);
    });

    it('check says that a password is wrong, and not that rights are missing', async () => {
      process.env.EVENTSTORE_URL = secured.connectionString('lindung', 'another');
      const { out, code } = await said('check');
      expect(code).toBe(ExitCode.FAILED);
      expect(out).toContain('password is wrong');
      expect(out).toContain('read $all     not known\n');
      expect(out).not.toContain('lindung log prepare');
    });

    it('prepare changes nothing while the password of the user is wrong', async () => {
      process.env.EVENTSTORE_URL = secured.connectionString('lindung', 'another');
      const { out, code } = await said('prepare');
      expect(code).toBe(ExitCode.FAILED);
      expect(out).toContain('What is missing is not known, and nothing was changed\n');
      const { metadata } = await secured.connect('admin').getStreamMetadata('$all');
      expect(metadata).toBeUndefined();
    });

    it('prepare leaves $all as it is when it cannot give the rest', async () => {
      const admin = secured.connect('admin');
      await admin.setStreamMetadata('$all', { acl: { readRoles: ['clerk'] } });
      await admin.setStreamMetadata('log-check', { acl: { writeRoles: ['clerk'] } });
      await expect(lindungLog('prepare')).rejects.toThrow('denies "append"');
      const { metadata } = await admin.getStreamMetadata('$all');
      expect(metadata?.acl).toEqual({ readRoles: ['clerk'] });
    });

    it('check tells whoever names no user to name one', async () => {
      process.env.EVENTSTORE_URL = secured.connectionString();
      const { out, code } = await said('check');
      expect(code).toBe(ExitCode.FAILED);
      expect(out).toContain('EVENTSTORE_URL has to name a user');
      expect(out).not.toContain('lindung log prepare');
    });
  });
});
