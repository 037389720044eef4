import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { hashPassword } from './password.js';
import { UserDirectory } from './user-directory.js';
import { readUsers, writeUsers } from './users-file.js';

let directory: string;
let file: string;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'users-'));
  file = join(directory, 'users.json');
  writeUsers(file, [
    { name: 'clerk', groups: ['claims'], password: await hashPassword('a:b') },
    { name: 'auditor', groups: [], password: await hashPassword('') },
  ]);
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(directory, { recursive: true });
});

const noReport = () => undefined;
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

describe('who is let in', () => {
  it.each([
    ['name and password', basic('clerk:a:b'), 'clerk'],
    ['another case of the scheme', basic('clerk:a:b').replace('Basic', 'basic'), 'clerk'],
    ['an empty password that is right', basic('auditor:'), 'auditor'],
    ['a wrong password', basic('clerk:a'), undefined],
    ['an empty password that is wrong', basic('clerk:'), undefined],
    ['a name that nobody has', basic('nobody:'), undefined],
    ['the name of something that every object has', basic('constructor:'), undefined],
    ['no colon', basic('clerk'), undefined],
    ['another scheme', basic('clerk:a:b').replace('Basic', 'Bearer'), undefined],
    ['no base64', 'Basic ***', undefined],
    ['nothing', '', undefined],
  ])('%s', async (_, header, name) => {
    const users = new UserDirectory(file, noReport);
    expect((await users.authenticate(header))?.name).toBe(name);
    expect((await users.authenticate(header))?.name).toBe(name);
  });

  it('answers many calls at once alike', async () => {
    const users = new UserDirectory(file, noReport);
    const calls = Array.from({ length: 50 }, () => users.authenticate(basic('clerk:a:b')));
    expect(new Set((await Promise.all(calls)).map((user) => user?.name))).toEqual(new Set(['clerk']));
  });
});

it('keeps the users whom it knows while the file cannot be read, and says so once', async () => {
  const reported: string[] = [];
  const users = new UserDirectory(file, (what) => reported.push(what));
  const later = performance.now() + 60_000;
  writeFileSync(file, '{ "users": [');
  const now = jest.spyOn(performance, 'now').mockReturnValue(later);
  expect((await users.authenticate(basic('clerk:a:b')))?.name).toBe('clerk');
  now.mockReturnValue(later + 60_000);
  expect((await users.authenticate(basic('clerk:a:b')))?.name).toBe('clerk');
  expect(reported).toEqual(['the users file cannot be read; the users known so far stay']);
});

it('reads what a file from before there were groups allowed', () => {
  const password = 'scrypt$a$b';
  const users = [
    { name: 'boss', rights: 'read-write', password },
    { name: 'auditor', rights: 'read-only', password },
    { name: 'clerk', groups: ['claims', '$ops'], password },
  ];
  writeFileSync(file, JSON.stringify({ users }));
  const read = [
    { name: 'boss', groups: ['$admins'], password },
    { name: 'auditor', groups: [], rights: 'read-only', password },
    { name: 'clerk', groups: ['claims', '$ops'], password },
  ];
  expect(readUsers(file)).toEqual(read);
  writeUsers(file, readUsers(file));
  expect(readUsers(file)).toEqual(read);
});

it.each([
  ['is missing', undefined, 'ENOENT'],
  ['is not JSON', 'users: []', 'JSON'],
  ['holds no users', '{}', 'does not hold users'],
  ['names nobody', '{ "users": [] }', 'names no users'],
  ['has a user without groups', '{ "users": [{ "name": "x", "password": "y" }] }', 'does not hold users'],
  [
    'has a user with rights that there never were',
    '{ "users": [{ "name": "x", "password": "y", "groups": [], "rights": "all" }] }',
    'does not hold users',
  ],
  [
    'has a user in a group without a name',
    '{ "users": [{ "name": "x", "password": "y", "groups": [null] }] }',
    'does not hold users',
  ],
  ['has something else for a user', '{ "users": [null] }', 'does not hold users'],
])('refuses a file that %s', (_, content, reason) => {
  rmSync(file);
  if (content !== undefined) writeFileSync(file, content);
  expect(() => new UserDirectory(file, noReport)).toThrow(reason);
});
