import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { eventStore, linesOf, lindung, startEventStore, type StoreProgram } from './program.js';
import { scratch } from './scratch.js';

const path = scratch();
let running: StoreProgram | undefined;

afterEach(async () => {
  running?.send('SIGKILL');
  await running?.ended;
  running = undefined;
});

it('explains its options', async () => {
  const { code, stdout } = await eventStore(['--help']);
  const options = ['--data', '--mem', '--port', '--host', '--cert', '--key', '--users', '--metrics-port'];
  for (const option of options) expect(stdout).toContain(option);
  expect(code).toBe(0);
});

describe('refuses with the reason and code 1', () => {
  it.each([
    ['neither a directory nor memory', [], 'give either a data directory or mem'],
    ['both a directory and memory', ['--mem', '--data', '/tmp/x'], 'give either a data directory or mem'],
    ['a port that is none', ['--mem', '--port', '99999'], 'not a TCP port'],
    ['an unknown option', ['--mem', '--turbo'], "unknown option '--turbo'"],
    ['every address without TLS', ['--mem', '--host', '0.0.0.0'], 'refused to listen on 0.0.0.0'],
    ['IPv6 for everybody', ['--mem', '--host', '::'], 'refused to listen on ::'],
    ['a name that is not loopback', ['--mem', '--host', '127.example.org'], 'refused to listen on'],
    ['a certificate without key', ['--mem', '--cert', '/dev/null'], 'give --cert and --key together'],
    ['an empty certificate', ['--mem', '--cert', '/dev/null', '--key', '/dev/null'], 'cannot be used'],
    ['users without TLS', ['--mem', '--users', '/dev/null'], 'users need TLS'],
    ['a directory under a file', ['--data', '/dev/null/x'], 'the directory /dev/null/x cannot be written'],
  ])('%s', async (_, words, reason) => {
    const { code, stderr } = await eventStore(words.includes('--port') ? words : ['--port', '0', ...words]);
    expect(stderr).toContain(reason);
    expect(code).toBe(1);
  });

  it('a port that is taken', async () => {
    running = await startEventStore(['--mem']);
    const port = new URL(running.connectionString.replace('esdb', 'http')).port;
    const { code, stderr } = await eventStore(['--mem', '--port', port]);
    expect(stderr).toContain('EADDRINUSE');
    expect(code).toBe(1);
  });

  it('a file that is no store', async () => {
    mkdirSync(path('odd'));
    writeFileSync(path('odd/events.sqlite'), 'something else entirely, and long enough to be looked at');
    const { code, stderr } = await eventStore(['--port', '0', '--data', path('odd')]);
    expect(stderr).toContain('file is not a database');
    expect(code).toBe(1);
  });
});

it('writes its log as JSON lines, without what events hold', async () => {
  running = await startEventStore(['--mem', '--metrics-port', '0']);
  const client = EventStoreDBClient.connectionString(running.connectionString);
  await client.appendToStream('claim-1', jsonEvent({ type: 'Told', data: { diagnosis: 'S82.1' } }));
  await client.dispose();
  running.send('SIGTERM');
  const { stderr } = await running.ended;
  const lines = linesOf(stderr);
  expect(stderr.trimEnd().split('\n')).toHaveLength(lines.length);
  expect(lines.map(({ level, app, msg }) => [level, app, msg])).toEqual([
    ['info', 'event-store', 'event store started'],
    ['info', 'event-store', 'event store stopping'],
    ['info', 'event-store', 'event store stopped'],
  ]);
  expect(lines[0]).toMatchObject({ host: '127.0.0.1', metricsPort: expect.any(Number), position: 1 });
  expect(stderr).not.toContain('S82.1');
});

describe('lindung store user', () => {
  it('adds, changes, lists and removes users, and keeps no password', async () => {
    const users = ['--users', path('users.json')];
    const groups = ['--group', '$ops', '--group', 'finance', '--group', '$ops'];
    await lindung(['store', 'user', 'add', 'keeper', ...groups, ...users], 'secret one\n');
    const added = await lindung(['store', 'user', 'add', 'claims', ...users], 'secret two\n');
    expect(added).toMatchObject({ code: 0, stdout: `${path('users.json')}: claims (in no group)\n` });
    const listed = await lindung(['store', 'user', 'list', ...users]);
    expect(listed.stdout).toBe('keeper\t$ops, finance\nclaims\tin no group\n');
    await lindung(['store', 'user', 'remove', 'keeper', ...users]);
    expect((await lindung(['store', 'user', 'list', ...users])).stdout).toBe('claims\tin no group\n');
    const group = await lindung(['store', 'user', 'add', '$admins', ...users], 'secret one\n');
    expect(group).toMatchObject({ code: 1, stderr: expect.stringContaining('is that of a group') });
    const again = await lindung(['store', 'user', 'remove', 'keeper', ...users]);
    expect(again.code).toBe(1);
    expect(again.stderr).toContain('has no user keeper');
  });

  it('makes the directory of a store that was never started, readable for its owner alone', async () => {
    const data = path('not-yet/store');
    expect((await lindung(['store', 'user', 'add', 'first', '--data', data], 'a secret\n')).code).toBe(0);
    expect(statSync(join(data, 'users.json')).mode & 0o077).toBe(0);
    expect(readFileSync(join(data, 'users.json'), 'utf8')).not.toContain('secret');
    const { code, stderr } = await eventStore(['--port', '0', '--data', data]);
    expect(stderr).toContain('users need TLS');
    expect(code).toBe(1);
  });

  it.each([
    ['no password', ['add', 'x'], '', 'no password on standard input'],
    ['a short password', ['add', 'x'], '1234567\n', 'a password has 8 characters or more'],
    ['a name that Basic authentication cannot carry', ['add', 'a:b'], 'p\n', 'has no colon'],
    ['a group that a shell made empty', ['add', 'x', '--group', ''], '', 'in single quotes'],
    ['a group that everybody is in', ['add', 'x', '--group', '$all'], '', 'everybody is in $all'],
    ['no such file', ['list'], '', 'ENOENT'],
  ])('refuses %s', async (_, words, stdin, reason) => {
    const { code, stderr } = await lindung(['store', 'user', ...words, '--users', path('none.json')], stdin);
    expect(stderr).toContain(reason);
    expect(code).toBe(1);
  });
});
