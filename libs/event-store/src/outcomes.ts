import type { ErrorType } from '@eventstore/db-client';
import { status } from '@grpc/grpc-js';

/**
 * What became of the events of an append that ended with an error: they never reached the log, the log did not record them, or
 * nobody knows until the same append is sent again.
 */
export type Outcome = 'not sent' | 'not recorded' | 'unknown';

/** How an error is recognised: everything that is named has to fit. */
interface Said {
  /** What the client calls it. */
  readonly type?: `${ErrorType}`;
  /** Status of gRPC. */
  readonly code?: status;
  /** Within the message, which holds the words of the server, of gRPC or of the client. */
  readonly words?: string;
}

/** What the log says, and what it means. */
export interface OutcomeRow {
  readonly said: Said;
  /** When it is said. */
  readonly when: string;
  readonly outcome: Outcome;
  /**
   * What else it means than that the log cannot be asked now: another append came first (`OUTRUN`), the append is too large, we
   * may not do this, or nobody may. Of none of them another node would say otherwise.
   */
  readonly because?: 'OUTRUN' | 'TOO_LARGE' | 'DENIED' | 'REFUSED';
}

/**
 * Everything that the log says in trouble, whatever the way: the answer to one append, the end of a call that carried several, or
 * the failure to find a server. What fits first counts; what is in no row is unknown.
 */
export const OUTCOMES: readonly OutcomeRow[] = [
  {
    said: { words: 'Failed to discover after' },
    when: 'no node of the cluster answers',
    outcome: 'not sent',
  },
  { said: { words: 'No connection established' }, when: 'nobody listens', outcome: 'not sent' },
  {
    said: { words: 'Name resolution failed' },
    when: 'the name of the server is not known',
    outcome: 'not sent',
  },
  {
    said: { words: 'Channel has been shut down' },
    when: 'the connection is being replaced',
    outcome: 'not sent',
  },
  {
    said: { words: 'Channel closed before call' },
    when: 'the connection is being replaced',
    outcome: 'not sent',
  },
  { said: { words: 'Failed to start HTTP/2 stream' }, when: 'the connection is going', outcome: 'not sent' },
  {
    said: { words: 'Stream refused by server' },
    when: 'the server takes no more calls',
    outcome: 'not sent',
  },
  {
    said: { type: 'not-leader' },
    when: 'a follower is asked for what the leader must do',
    outcome: 'not recorded',
  },
  {
    said: { words: 'No leader info available' },
    when: 'the leader is being elected',
    outcome: 'not recorded',
  },
  {
    said: { words: 'Server Is Not Ready' },
    when: 'there is no quorum, or the node is resigning, starting or stopping',
    outcome: 'not recorded',
  },
  { said: { words: 'Server Is Busy' }, when: 'the node has more to do than it can', outcome: 'not recorded' },
  {
    said: { words: 'Server Is Too Busy' },
    when: 'the node has more to do than it can',
    outcome: 'not recorded',
  },
  {
    said: { type: 'wrong-expected-version' },
    when: 'another append came first',
    outcome: 'not recorded',
    because: 'OUTRUN',
  },
  {
    said: { type: 'access-denied' },
    when: 'a right is missing, or the name or password is wrong',
    outcome: 'not recorded',
    because: 'DENIED',
  },
  {
    said: { code: status.PERMISSION_DENIED },
    when: 'a right is missing',
    outcome: 'not recorded',
    because: 'DENIED',
  },
  {
    said: { type: 'stream-deleted' },
    when: 'somebody deleted the stream for good',
    outcome: 'not recorded',
    because: 'REFUSED',
  },
  {
    said: { type: 'maximum-append-size-exceeded' },
    when: 'the events together are larger than the server takes',
    outcome: 'not recorded',
    because: 'TOO_LARGE',
  },
  {
    said: { code: status.INVALID_ARGUMENT },
    when: 'the server cannot read the append',
    outcome: 'not recorded',
    because: 'REFUSED',
  },
  {
    said: { code: status.UNIMPLEMENTED },
    when: 'the server is older than 21.10',
    outcome: 'not recorded',
    because: 'REFUSED',
  },
  {
    said: { words: 'Commit phase timeout' },
    when: 'the quorum was lost while the leader wrote',
    outcome: 'unknown',
  },
  {
    said: { words: 'Forwarding timeout' },
    when: 'a follower could not reach the leader',
    outcome: 'unknown',
  },
  { said: { type: 'timeout' }, when: 'the server gave up waiting', outcome: 'unknown' },
  {
    said: { type: 'deadline-exceeded' },
    when: 'the quorum was lost while the leader wrote, or the time was over',
    outcome: 'unknown',
  },
  {
    said: { words: 'Received RST_STREAM with code 0' },
    when: 'the leader stopped gracefully',
    outcome: 'unknown',
  },
  { said: { words: 'Connection dropped' }, when: 'the node was killed', outcome: 'unknown' },
  { said: { words: 'ECONNRESET' }, when: 'the node was killed', outcome: 'unknown' },
  { said: { type: 'unavailable' }, when: 'the node or the way to it is gone', outcome: 'unknown' },
  { said: { type: 'cancelled' }, when: 'the server ended the call', outcome: 'unknown' },
  { said: { type: 'unknown' }, when: 'the server says what has no name', outcome: 'unknown' },
];

/** What an error of a call to the log means for the events that it carried. */
export function outcomeOf(error: Error): OutcomeRow {
  const { type, code } = error as { readonly type?: unknown; readonly code?: unknown };
  const row = OUTCOMES.find(
    ({ said }) =>
      (said.type === undefined || said.type === type) &&
      (said.code === undefined || said.code === code) &&
      (said.words === undefined || error.message.includes(said.words)),
  );
  return row ?? ANYTHING_ELSE;
}

const ANYTHING_ELSE: OutcomeRow = { said: {}, when: 'anything else', outcome: 'unknown' };
