import { describe, expect, it } from '@jest/globals';
import { ExpectedRevision } from '../wire/append-messages.js';
import { LARGEST } from '../wire/proto-size.js';
import { decideAppend, type KnownEvents } from './append-decision.js';
import type { StreamHead } from './stream-heads.js';
import { NO_LIMITS, NO_RULES } from './stream-metadata.js';

const { any, noStream, streamExists } = ExpectedRevision;

/** A stream with id 1 that holds the events a, b, c at revisions 0, 1, 2; e is an event of another stream. */
const stored: StreamHead = { id: 1, last: 2, ...NO_RULES };
const empty: StreamHead = { id: 0, last: -1, ...NO_RULES };
const hidden: StreamHead = { ...stored, limits: { ...NO_LIMITS, isSoftDeleted: true } };
const closed: StreamHead = { ...stored, last: LARGEST };

const known: KnownEvents = {
  byId: (id) => {
    if (id === 'e') return { stream: 2, revision: 0 };
    const revision = ['a', 'b', 'c'].indexOf(id);
    return revision < 0 ? undefined : { stream: 1, revision };
  },
  idAt: (stream, revision) => (stream === 1 ? ['a', 'b', 'c'][revision] : undefined),
};

const append = { kind: 'append', undelete: false };
const revive = { kind: 'append', undelete: true };
const refused = (current: number) => ({ kind: 'wrong-expected-revision', current });
const deleted = { kind: 'stream-deleted' };
const already = (revision: number) => ({ kind: 'already-appended', revision });

const identified = (ids: readonly string[]) => ids.map((id) => ({ id }));

describe('an append is decided', () => {
  it.each<[string, StreamHead, number, string[], object]>([
    ['new events, any', stored, any, ['x', 'y'], append],
    ['new events, any, no stream', empty, any, ['x'], append],
    ['an id of another stream, any', stored, any, ['e'], append],
    ['all stored before, any', stored, any, ['b', 'c'], already(2)],
    ['stored before in another order, any', stored, any, ['c', 'a'], already(0)],
    ['one id twice, any', stored, any, ['b', 'b'], already(1)],
    ['half stored before, any', stored, any, ['c', 'x'], refused(2)],
    ['new then stored, any', stored, any, ['x', 'c'], append],
    ['any, hidden stream', hidden, any, ['x'], revive],
    ['any, closed stream', closed, any, ['x'], deleted],
    ['stream exists', stored, streamExists, ['x'], append],
    ['stream exists, but does not', empty, streamExists, ['x'], refused(-1)],
    ['stream exists, hidden', hidden, streamExists, ['x'], deleted],
    ['stream exists, stored before', stored, streamExists, ['a'], already(0)],
    ['no stream', empty, noStream, ['x'], append],
    ['no stream, but there is', stored, noStream, ['x'], refused(2)],
    ['no stream, stored before', stored, noStream, ['a', 'b'], already(1)],
    ['no stream, half stored before', stored, noStream, ['a', 'x'], refused(2)],
    ['no stream, more than is stored', stored, noStream, ['a', 'b', 'c', 'x'], refused(2)],
    ['no stream, hidden', hidden, noStream, ['x'], revive],
    ['no stream, hidden, stored before', hidden, noStream, ['a'], already(0)],
    ['no stream, closed', closed, noStream, ['x'], deleted],
    ['the current revision', stored, 2, ['x'], append],
    ['the current revision, hidden', hidden, 2, ['x'], revive],
    ['an earlier revision', stored, 0, ['x'], refused(2)],
    ['an earlier revision, stored after it', stored, 0, ['b', 'c'], already(2)],
    ['an earlier revision, stored elsewhere', stored, 0, ['c'], refused(2)],
    ['a later revision', stored, 5, ['x'], refused(2)],
    ['a later revision, stored before', stored, 5, ['c'], refused(2)],
    ['no events, the current revision', stored, 2, [], append],
    ['no events, an earlier revision', stored, 1, [], refused(2)],
    ['no events, any', stored, any, [], append],
  ])('%s', (_, head, expected, ids, decision) => {
    expect(decideAppend(head, false, expected, identified(ids), known)).toEqual(decision);
  });

  it('counts a stream that has only metadata as existing', () => {
    expect(decideAppend(empty, true, streamExists, identified(['x']), known)).toEqual(append);
  });
});
