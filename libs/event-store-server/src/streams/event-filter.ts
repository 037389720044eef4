import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { eventHeaderOf } from '../wire/recorded-event.js';
import { invalidArgument } from '../service/errors.js';

/** Which events of `$all` a reader wants, and how often it is told how far the search has got. */
export interface EventFilter {
  matches(message: Buffer): boolean;
  /** Events looked at between two checkpoints. */
  readonly checkpointEvery: number;
}

/** What EventStoreDB takes when the client does not say. */
const DEFAULT_SEARCH_WINDOW = 32;

/**
 * Reads the filter of a request. A filter without any expression lets everything pass.
 *
 * @throws CallError INVALID_ARGUMENT when the regular expression cannot be read
 */
export function readFilter(options: ReadReq.Options.FilterOptions): EventFilter {
  const window = options.hasMax() ? options.getMax() : DEFAULT_SEARCH_WINDOW;
  const checkpointEvery = window * Math.max(1, options.getCheckpointintervalmultiplier());
  const onStream = options.getStreamIdentifier();
  const onType = options.getEventType();
  const expression = onStream ?? onType;
  if (expression === undefined) return { checkpointEvery, matches: () => true };
  const accepts = textTest(expression.getRegex(), expression.getPrefixList());
  const field = onStream === undefined ? 'type' : 'stream';
  return { checkpointEvery, matches: (message) => accepts(eventHeaderOf(message)[field]) };
}

function textTest(regex: string, prefixes: readonly string[]): (text: string) => boolean {
  if (regex !== '') {
    const pattern = compile(regex);
    return (text) => pattern.test(text);
  }
  return (text) => prefixes.some((prefix) => text.startsWith(prefix));
}

function compile(regex: string): RegExp {
  try {
    return new RegExp(regex);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw invalidArgument(`The filter is not a regular expression that this server reads: ${reason}`);
  }
}
