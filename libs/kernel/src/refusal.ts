import type { Words } from './words.js';

/** What a refusal means for its sender, whatever carries it; over HTTP 404, 409, 422 and 413. */
export type RefusalKind = 'NOT_FOUND' | 'CONFLICT' | 'UNPROCESSABLE' | 'TOO_LARGE';

/** Why a command is refused: nothing is recorded. */
export interface Refusal {
  /** Stable, upper-case, for machines: `CLAIM_NOT_CALCULATED`. */
  readonly code: string;
  readonly kind: RefusalKind;
  /** Plain words for people; never personal data. */
  readonly words: Words;
  /** What is allowed instead, now: names of commands or values. */
  readonly allowed?: readonly Words[];
  /** The article that says so. */
  readonly article?: string;
  /** Field-wise or rule-wise facts without personal data. */
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
}

/** What one line of a context's table of refusals says. Sentences that name values are functions of them. */
export interface RefusalLine<Params> {
  readonly kind: RefusalKind;
  readonly words: Words | ((params: Params) => Words);
  readonly allowed?: readonly Words[] | ((params: Params) => readonly Words[]);
  readonly article?: string;
  /** Which of the values the sender is told as facts. */
  readonly facts?: (params: Params) => Refusal['facts'];
  /** Values that choose between sentences, so that the page of refusals shows each. */
  readonly shown?: readonly object[];
}

/** There is no such thing (tidak ditemukan). */
export const notFound = <Params = void>(
  words: RefusalLine<Params>['words'],
  more: Omit<RefusalLine<Params>, 'kind' | 'words'> = {},
): RefusalLine<Params> => ({ kind: 'NOT_FOUND', words, ...more });

/** Not allowed in the present state, or not by this rule (ditolak). */
export const conflict = <Params = void>(
  words: RefusalLine<Params>['words'],
  more: Omit<RefusalLine<Params>, 'kind' | 'words'> = {},
): RefusalLine<Params> => ({ kind: 'CONFLICT', words, ...more });

/** Well-formed, and impossible all the same (tidak dapat diproses). */
export const unprocessable = <Params = void>(
  words: RefusalLine<Params>['words'],
  more: Omit<RefusalLine<Params>, 'kind' | 'words'> = {},
): RefusalLine<Params> => ({ kind: 'UNPROCESSABLE', words, ...more });

/** More than is taken at once (terlalu besar). */
export const tooLarge = <Params = void>(
  words: RefusalLine<Params>['words'],
  more: Omit<RefusalLine<Params>, 'kind' | 'words'> = {},
): RefusalLine<Params> => ({ kind: 'TOO_LARGE', words, ...more });

type Lines = Readonly<Record<string, RefusalLine<never>>>;

type ParamsOf<Line> = Line extends RefusalLine<infer Params> ? Params : never;

/** A table of refusals, each a function from the values that its sentence names to the refusal. */
export type Refusals<Table extends Lines> = {
  readonly [Code in keyof Table]: (
    ...params: ParamsOf<Table[Code]> extends void ? [] : [ParamsOf<Table[Code]>]
  ) => Refusal;
} & { readonly [TABLE]: Table };

/** Any table of refusals, for code that lists them. */
export interface AnyRefusals {
  readonly [TABLE]: Lines;
}

/** Where the lines stand, for the page that lists them. */
export const TABLE = Symbol('table of refusals');

/**
 * Declares why a context may refuse, once: `const claimRefusals = refusals({ CLAIM_NOT_FOUND: notFound(…) })`, then
 * `throw new Rejection(claimRefusals.CLAIM_NOT_FOUND())`.
 */
export function refusals<const Table extends Lines>(table: Table): Refusals<Table> {
  const made = Object.entries(table).map(([code, line]) => [
    code,
    (params: never) => refusal(code, line, params),
  ]);
  return { ...Object.fromEntries(made), [TABLE]: table } as Refusals<Table>;
}

function refusal(code: string, line: RefusalLine<never>, params: never): Refusal {
  const { kind, words, allowed, article, facts } = line;
  const told = typeof allowed === 'function' ? allowed(params) : allowed;
  const known = facts?.(params);
  return {
    code,
    kind,
    words: typeof words === 'function' ? words(params) : words,
    ...(told && { allowed: told }),
    ...(article && { article }),
    ...(known && { facts: known }),
  };
}
