import { describe, expect, it } from '@jest/globals';
import type { AccessList, DefaultLists } from '../storage/access-list.js';
import { mayManageGroups, mayUseStream, type Caller, type StreamAction } from './access-rules.js';

const user = (name: string, ...groups: string[]): Caller => ({ name, groups });
const formerReader: Caller = { name: 'auditor', groups: [], rights: 'read-only' };

/** Whether somebody may, when streams have these lists and `$settings` holds those. */
function may(
  caller: Caller,
  action: StreamAction,
  stream: string,
  of: Readonly<Record<string, AccessList>> = {},
  defaults: DefaultLists = {},
): boolean {
  return mayUseStream(caller, action, stream, { ofStream: (name) => of[name], defaults: () => defaults });
}

describe('an access list', () => {
  it.each([
    ['a user', ['clerk'], user('clerk'), true],
    ['another user', ['clerk'], user('other'), false],
    ['a group', ['finance'], user('clerk', 'claims', 'finance'), true],
    ['a group that somebody is not in', ['finance'], user('clerk', 'claims'), false],
    ['another case of a name', ['Clerk'], user('clerk'), false],
    ['several', ['$ops', 'finance', 'clerk'], user('clerk'), true],
    ['everybody among others', ['finance', '$all'], user('clerk'), true],
    ['everybody, to one who says no name', ['$all'], undefined, false],
    ['nobody', [], user('clerk', 'finance'), false],
    ['nobody, to administrators', [], user('boss', '$admins'), true],
    ['nobody, to the user admin', [], user('admin'), true],
    ['administrators, to operators', ['$admins'], user('ops', '$ops'), false],
    ['nobody, to one who was read-only before there were groups', [], formerReader, true],
  ])('that names %s', (_, read, caller, outcome) => {
    expect(may(caller, 'read', 's', { s: { read } })).toBe(outcome);
  });

  it('rules for each action by itself', () => {
    const of = { s: { read: ['a'], write: ['b'], delete: ['c'], metaRead: ['d'], metaWrite: ['e'] } };
    const allowed = ['a', 'b', 'c', 'd', 'e'].map((name) => [
      ...(['read', 'write', 'delete'] as const).filter((action) => may(user(name), action, 's', of)),
      ...(['read', 'write'] as const)
        .filter((action) => may(user(name), action, '$$s', of))
        .map((action) => `${action} metadata`),
    ]);
    expect(allowed).toEqual([['read'], ['write'], ['delete'], ['read metadata'], ['write metadata']]);
  });
});

describe('what a list leaves out', () => {
  const of = { s: { write: ['x'] }, $s: { write: ['x'] } };

  it('is ruled by $settings, and then by what is built in', () => {
    const defaults = { userStreams: { read: ['y'] }, systemStreams: { read: ['z'] } };
    expect(may(user('y'), 'read', 's', of, defaults)).toBe(true);
    expect(may(user('z'), 'read', 's', of, defaults)).toBe(false);
    expect(may(user('y'), 'delete', 's', of, defaults)).toBe(true);
    expect(may(user('z'), 'read', '$s', of, defaults)).toBe(true);
    expect(may(user('z'), 'delete', '$s', of, defaults)).toBe(false);
  });

  it('is ruled by what is built in where $settings speaks of the other streams', () => {
    expect(may(user('y'), 'read', 's', of, { systemStreams: { read: [] } })).toBe(true);
    expect(may(user('y'), 'read', '$s', of, { userStreams: { read: ['y'] } })).toBe(false);
  });
});

describe('what is built in', () => {
  it.each<[string, boolean, boolean]>([
    ['claim-1', true, true],
    ['$$claim-1', true, true],
    ['$all', false, false],
    ['$$$all', false, false],
    ['$settings', false, false],
    ['$$$settings', false, false],
    ['$$$$claim-1', false, false],
  ])('rules %s', (stream, read, write) => {
    expect([may(user('clerk'), 'read', stream), may(user('clerk'), 'write', stream)]).toEqual([read, write]);
    expect([may(user('ops', '$ops'), 'read', stream), may(user('ops', '$ops'), 'write', stream)]).toEqual([
      read,
      write,
    ]);
    expect(may(user('boss', '$admins'), 'read', stream)).toBe(true);
    expect(may(formerReader, 'read', stream)).toBe(true);
    expect(may(formerReader, 'write', stream)).toBe(false);
    expect(may(undefined, 'read', stream)).toBe(false);
  });
});

it.each<[StreamAction, string]>([
  ['write', '$all'],
  ['delete', '$all'],
  ['delete', '$$claim-1'],
])('nobody may %s %s, whatever lists say', (action, stream) => {
  const everything = { read: ['$all'], write: ['$all'], delete: ['$all'], metaWrite: ['$all'] };
  const lists = { [stream]: everything, 'claim-1': everything };
  expect(may(user('boss', '$admins'), action, stream, lists)).toBe(false);
});

it.each([
  [user('boss', '$admins'), true],
  [user('ben', '$ops'), true],
  [user('admin'), true],
  [user('ops'), true],
  [user('clerk', 'ops', 'admins'), false],
  [{ name: 'ops', groups: [], rights: 'read-only' as const }, false],
  [undefined, false],
])('%j may manage persistent subscriptions: %s', (caller, outcome) => {
  expect(mayManageGroups(caller)).toBe(outcome);
});
