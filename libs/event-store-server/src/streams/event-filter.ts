import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { streamNameOf, typeOf } from '../wire/recorded-event.js';
import { invalidArgument } from '../service/errors.js';

/** A filter on `$all` as plain data, so that a persistent subscription can keep it. */
export interface FilterSpec {
  readonly on: 'stream' | 'type';
  /** Empty when prefixes are used. */
  readonly regex: string;
  readonly prefixes: readonly string[];
  /** Events looked at in one go. */
  readonly searchWindow: number;
  /** Events looked at between two checkpoints. */
  readonly checkpointEvery: number;
}

/** Which events of `$all` a reader wants, and how often it is told how far the search has got. */
export interface EventFilter {
  readonly matches: (message: Buffer) => boolean;
  readonly searchWindow: number;
  readonly checkpointEvery: number;
}

/** What EventStoreDB takes when the client does not say. */
const DEFAULT_SEARCH_WINDOW = 32;

/** Both services have their own generated class for the same message. */
type FilterOptions = Pick<
  ReadReq.Options.FilterOptions,
  'hasMax' | 'getMax' | 'getCheckpointintervalmultiplier'
> & {
  getStreamIdentifier(): { getRegex(): string; getPrefixList(): string[] } | undefined;
  getEventType(): { getRegex(): string; getPrefixList(): string[] } | undefined;
};

/** Reads the filter of a request. Without any expression it lets everything pass. */
export function readFilter(options: FilterOptions): FilterSpec {
  const searchWindow = options.hasMax() ? Math.max(1, options.getMax()) : DEFAULT_SEARCH_WINDOW;
  const onStream = options.getStreamIdentifier();
  const expression = onStream ?? options.getEventType();
  return {
    on: onStream === undefined ? 'type' : 'stream',
    regex: expression?.getRegex() ?? '',
    prefixes: expression?.getPrefixList() ?? [''],
    searchWindow,
    checkpointEvery: searchWindow * Math.max(1, options.getCheckpointintervalmultiplier()),
  };
}

/**
 * Makes a filter out of its description.
 *
 * @throws CallError INVALID_ARGUMENT when the regular expression cannot be read
 */
export function compileFilter({ on, regex, prefixes, ...pace }: FilterSpec): EventFilter {
  const accepts = regex === '' ? prefixTest(prefixes) : regexTest(regex);
  if (on === 'stream') {
    const isWanted = (name: string) => accepts(name) && !WRITTEN_BY_GROUPS_OF_ALL.test(name);
    return { ...pace, matches: remembering(isWanted, streamNameOf) };
  }
  const isMatch = remembering(accepts, typeOf);
  return { ...pace, matches: (message) => isMatch(message) && isShownInAll(message) };
}

/** Events that follow one another are often of one stream or of one type: what was found of the first goes for the next. */
function remembering(
  accepts: (text: string) => boolean,
  nameOf: (message: Buffer) => Buffer,
): EventFilter['matches'] {
  let last = Buffer.alloc(0);
  let isAccepted = accepts('');
  return (message) => {
    const name = nameOf(message);
    if (!name.equals(last)) {
      // A copy: the view would keep all that was read with it.
      last = Buffer.from(name);
      isAccepted = accepts(last.toString('utf8'));
    }
    return isAccepted;
  };
}

const DOLLAR = 0x24;

/** What groups that read `$all` write: it would be more for them to read. */
const WRITTEN_BY_GROUPS_OF_ALL = /^\$persistentsubscription-\$all::.*-(?:checkpoint|parked)$/s;

/** False for the few events that are in no answer about `$all`, as in EventStoreDB. */
export function isShownInAll(message: Buffer): boolean {
  const name = streamNameOf(message);
  return name[0] !== DOLLAR || !WRITTEN_BY_GROUPS_OF_ALL.test(name.toString('utf8'));
}

/** Punctuation that .NET lets anybody escape and JavaScript does not; it means itself in both. */
const ESCAPED_PUNCTUATION = /[-!"#%&',:;<=>@`~ ]/;

/** Anchors that .NET has and JavaScript says otherwise: the start, the end, and the end or the line break before it. */
const ANCHORS: Readonly<Record<string, string>> = {
  A: '(?<![^])',
  z: '(?![^])',
  Z: String.raw`(?=\n?(?![^]))`,
};

/** A character class, a comment, or an escaped character. */
const CLASS_COMMENT_OR_ESCAPE = /\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?#[^)]*\)|\\(.)/gs;

/**
 * Reads an expression as EventStoreDB does, which is written in .NET. Options may stand before it, as in `(?i)^claim`.
 * What means something else in JavaScript, such as `\G`, is not read at all: that is what the flag `u` is for.
 *
 * @throws SyntaxError when it cannot be read
 */
function toPattern(expression: string): RegExp {
  const [, options = '', rest = expression] = /^\(\?([ims]+)\)(.*)$/s.exec(expression) ?? [];
  const source = rest.replaceAll(CLASS_COMMENT_OR_ESCAPE, (part: string, escaped: string | undefined) => {
    if (part.startsWith('(')) return '';
    if (escaped === undefined) return part.replaceAll(/\\(.)/gs, plainEscape);
    return ANCHORS[escaped] ?? plainEscape(part, escaped);
  });
  return new RegExp(source, `u${options}`);
}

/** Escaped punctuation as JavaScript reads it. */
function plainEscape(escape: string, character: string): string {
  return ESCAPED_PUNCTUATION.test(character) ? `\\x${character.charCodeAt(0).toString(16)}` : escape;
}

function prefixTest(prefixes: readonly string[]): (text: string) => boolean {
  return (text) => prefixes.some((prefix) => text.startsWith(prefix));
}

function regexTest(regex: string): (text: string) => boolean {
  try {
    const pattern = toPattern(regex);
    return (text) => pattern.test(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw invalidArgument(`The filter is not a regular expression that this server reads: ${reason}`);
  }
}
