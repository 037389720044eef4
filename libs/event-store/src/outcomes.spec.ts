import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { UnknownError, WrongExpectedVersionError } from '@eventstore/db-client';
import { Metadata, status } from '@grpc/grpc-js';
import {
  AppendTooLarge,
  AppendUnanswered,
  LogUnavailable,
  appendFailed,
  callFailed,
  elsewhere,
  named,
  outageOfLog,
  readFailed,
} from './outage.js';
import { OUTCOMES, type Outcome, outcomeOf } from './outcomes.js';

/** As gRPC reports that a call has ended. */
function ended(code: status, details: string, with_: Readonly<Record<string, string>> = {}): Error {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(with_)) metadata.set(key, value);
  return Object.assign(new Error(`${code} ${status[code]}: ${details}`), { code, details, metadata });
}

const stream = { 'stream-name': 'thing-1' };

/** Whatever is said in trouble, by whom it may be, and what became of the append: one line for each. */
const SAID: readonly (readonly [Error, Outcome])[] = [
  [new Error('Failed to discover after 10 attempts.'), 'not sent'],
  [
    ended(14, 'No connection established. Last error: connect ECONNREFUSED 10.1.2.3:2113. Resolution note: '),
    'not sent',
  ],
  [ended(14, 'Name resolution failed for target dns:node1:2113'), 'not sent'],
  [new Error('Channel has been shut down'), 'not sent'],
  [ended(14, 'Channel closed before call started'), 'not sent'],
  [ended(13, 'Failed to start HTTP/2 stream with error The session has been destroyed'), 'not sent'],
  [ended(14, 'Stream refused by server'), 'not sent'],
  [
    ended(5, 'Leader info available', {
      exception: 'not-leader',
      'leader-endpoint-host': 'node2',
      'leader-endpoint-port': '2113',
    }),
    'not recorded',
  ],
  [ended(2, 'No leader info available in response'), 'not recorded'],
  [new UnknownError(undefined, 'Could not recognize Server Is Not Ready'), 'not recorded'],
  [ended(14, 'Server Is Not Ready'), 'not recorded'],
  [new UnknownError(undefined, 'Could not recognize Server Is Busy'), 'not recorded'],
  [ended(14, 'Server Is Too Busy'), 'not recorded'],
  [
    ended(9, 'Append failed due to WrongExpectedVersion.', {
      exception: 'wrong-expected-version',
      ...stream,
      'expected-version': '1',
      'actual-version': '2',
    }),
    'not recorded',
  ],
  [ended(7, 'Access Denied', { exception: 'access-denied' }), 'not recorded'],
  [ended(7, 'Protocol not secure enough'), 'not recorded'],
  [ended(16, 'Unauthenticated'), 'not recorded'],
  [
    ended(9, "Event stream 'thing-1' is deleted.", { exception: 'stream-deleted', ...stream }),
    'not recorded',
  ],
  [
    ended(3, 'Maximum Append Size of 1048576 Exceeded.', {
      exception: 'maximum-append-size-exceeded',
      'maximum-append-size': '1048576',
    }),
    'not recorded',
  ],
  [ended(3, "'x' is not a valid Uuid"), 'not recorded'],
  [ended(12, 'The server does not implement the method BatchAppend'), 'not recorded'],
  [ended(10, 'Operation timed out: Commit phase timeout.'), 'unknown'],
  [ended(10, 'Operation timed out: Forwarding timeout'), 'unknown'],
  [ended(10, 'Operation timed out: Prepare phase timeout.'), 'unknown'],
  [ended(4, 'Deadline exceeded'), 'unknown'],
  [ended(13, 'Received RST_STREAM with code 0 (Call ended without gRPC status)'), 'unknown'],
  [ended(14, 'Connection dropped'), 'unknown'],
  [ended(14, 'read ECONNRESET'), 'unknown'],
  [ended(14, 'The event store is stopping.'), 'unknown'],
  [ended(1, 'Call cancelled'), 'unknown'],
  [ended(2, 'Exception was thrown by handler.'), 'unknown'],
  [new Error('what nobody has thought of'), 'unknown'],
];

const KINDS = {
  'not sent': LogUnavailable,
  'not recorded': LogUnavailable,
  unknown: AppendUnanswered,
} as const;

describe('What the log says in trouble', () => {
  it.each(SAID.map(([error, outcome]) => [error.message, outcome, named(error)] as const))(
    '"%s": %s',
    (message, outcome, error) => {
      const row = outcomeOf(error);
      expect(row.outcome).toBe(outcome);
      const failure = appendFailed(error);
      // Whoever reads the line finds what was said.
      if (row.because === 'OUTRUN') expect(failure).toBe(error);
      else if (row.because === 'TOO_LARGE') expect(failure).toMatchObject({ cause: error });
      else expect(failure.message).toContain(message);
      if (row.because === undefined) expect(failure).toBeInstanceOf(KINDS[outcome]);
    },
  );

  it('has a line here for each row of the table', () => {
    const met = new Set(SAID.map(([error]) => outcomeOf(named(error))));
    expect(OUTCOMES.filter((row) => !met.has(row))).toEqual([]);
  });

  it('stands so in the page on clusters', () => {
    const page = readFileSync(new URL('../../../docs/how-to/cluster.md', import.meta.url), 'utf8');
    for (const outcome of ['not sent', 'not recorded', 'unknown'] as const) {
      const row = new RegExp(`^\\| _${outcome}_ +\\|([^|]*)\\|`, 'm').exec(page)?.[1] ?? '';
      const said = Array.from(row.matchAll(/`([^`]+?)(?: …)?`/g), ([, words]) => words!);
      expect(said.length).toBeGreaterThan(1);
      for (const words of said) {
        const meant = SAID.filter(([{ message }]) => message.includes(words)).map(([, told]) => told);
        expect([words, ...new Set(meant)]).toEqual([words, outcome]);
      }
    }
  });

  it('means the same to whoever answers a request', () => {
    const of = (type: string) =>
      SAID.map(([error]) => named(error)).find((error) => 'type' in error && error.type === type)!;
    expect(outageOfLog(appendFailed(of('wrong-expected-version')))).toBe('BUSY');
    expect(appendFailed(of('wrong-expected-version'))).toBeInstanceOf(WrongExpectedVersionError);
    expect(appendFailed(of('maximum-append-size-exceeded'))).toBeInstanceOf(AppendTooLarge);
    expect(outageOfLog(appendFailed(of('maximum-append-size-exceeded')))).toBe('TOO_LARGE');
    expect(outageOfLog(appendFailed(of('access-denied')))).toBe('UNREACHABLE');
    expect(outageOfLog(appendFailed(of('not-leader')))).toBe('UNREACHABLE');
    expect(outageOfLog(appendFailed(of('timeout')))).toBeUndefined();
    expect(outageOfLog(ended(14, 'of a server that is not the log'))).toBeUndefined();
  });

  it('is never told in an empty line', () => {
    const silent = Object.assign(new Error(''), { type: 'deadline-exceeded' });
    expect(appendFailed(silent).message).toMatch(/deadline-exceeded$/);
    expect(appendFailed(new Error('')).message).toMatch(/Error$/);
  });

  it('about a call is the answer to one of the appends that it carried: of the others nobody knows', () => {
    const [notReady, denied, nobody, unreadable] = [
      named(ended(14, 'Server Is Not Ready')),
      named(ended(16, 'Unauthenticated')),
      named(ended(14, 'No connection established')),
      named(ended(3, 'malformed protobuf')),
    ];
    expect(callFailed(notReady, 1)).toBeInstanceOf(LogUnavailable);
    expect(callFailed(notReady, 2)).toBeInstanceOf(AppendUnanswered);
    expect(callFailed(denied, 2)).toBeInstanceOf(LogUnavailable);
    expect(callFailed(nobody, 2)).toBeInstanceOf(LogUnavailable);
    expect(callFailed(unreadable, 1)).toBeInstanceOf(LogUnavailable);
    expect(callFailed(unreadable, 2)).toBeInstanceOf(AppendUnanswered);
  });

  it('to a reader is an outage, and a message that cannot be read is a mistake', () => {
    expect(readFailed(named(ended(14, 'Server Is Not Ready')))).toBeInstanceOf(LogUnavailable);
    const mistake = new RangeError('a length that is not there');
    expect(readFailed(mistake)).toBe(mistake);
  });

  it('makes the client look for another node where that may help', () => {
    expect(elsewhere(named(ended(13, 'Received RST_STREAM with code 0')))).toMatchObject({ code: 14 });
    const denied = named(ended(7, 'Access Denied', { exception: 'access-denied' }));
    expect(elsewhere(denied)).toBe(denied);
  });

  it('may lack what belongs to it', () => {
    const nameless = ended(5, 'Leader info available', { exception: 'not-leader' });
    expect(named(nameless)).toBe(nameless);
    expect(appendFailed(named(nameless))).toBeInstanceOf(AppendUnanswered);
  });
});
