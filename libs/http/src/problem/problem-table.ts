import { TABLE, type Words } from '#kernel';

/** Why a request cannot be taken, said once for everybody who reads it. */
export interface ProblemTold {
  /** Stable, upper-case: the last part of the `type` URI is made from it. */
  readonly code: string;
  readonly status: number;
  /** Plain words for people; never personal data. */
  readonly words: Words;
  /** What is allowed instead, now. */
  readonly allowed?: readonly Words[];
  readonly headers?: Readonly<Record<string, string>>;
}

type Told<Params, Value> = Value | ((params: Params) => Value);

/** What one line of a table of problems says. What depends on values is a function of them. */
interface ProblemLine<Params> {
  readonly status: Told<Params, number>;
  readonly words: Told<Params, Words>;
  readonly allowed?: Told<Params, readonly Words[]>;
  readonly headers?: Told<Params, Readonly<Record<string, string>>>;
  /** Values that choose between sentences, so that the page of refusals shows each. */
  readonly shown?: readonly object[];
}

/** A line for the table: `IF_MATCH_REQUIRED: problem(428, { en: …, id: … })`. */
export const problem = <Params = void>(
  status: ProblemLine<Params>['status'],
  words: ProblemLine<Params>['words'],
  more: Omit<ProblemLine<Params>, 'status' | 'words'> & { readonly shown?: readonly Partial<Params>[] } = {},
): ProblemLine<Params> => ({ status, words, ...more });

/** What is written the same in every language: headers, names of roles. */
export const asItStands = (text: string): Words => ({ en: text, id: text });

/** 503, and when to try again. */
export const unavailable = (words: Words, seconds = 1) =>
  problem(503, words, { headers: { 'Retry-After': String(seconds) } });

type Lines = Readonly<Record<string, ProblemLine<never>>>;

type ParamsOf<Line> = Line extends ProblemLine<infer Params> ? Params : never;

/** A table of problems, each a function from the values that its sentence names to what is told. */
export type Problems<Table extends Lines> = {
  readonly [Code in keyof Table]: (
    ...params: ParamsOf<Table[Code]> extends void ? [] : [ParamsOf<Table[Code]>]
  ) => ProblemTold;
} & { readonly [TABLE]: Table };

/**
 * Declares what a library answers by itself, once: `problemsOf({ IF_MATCH_REQUIRED: problem(428, …) })`, then
 * `throw new ProblemError(problems.IF_MATCH_REQUIRED())`.
 */
export function problemsOf<const Table extends Lines>(table: Table): Problems<Table> {
  const made = Object.entries(table).map(([code, line]) => [
    code,
    (params: never) => toldBy(code, line, params),
  ]);
  return { ...Object.fromEntries(made), [TABLE]: table } as Problems<Table>;
}

function toldBy(code: string, line: ProblemLine<never>, params: never): ProblemTold {
  const of = <Value>(told: Told<never, Value>): Value =>
    typeof told === 'function' ? (told as (params: never) => Value)(params) : told;
  return {
    code,
    status: of(line.status),
    words: of(line.words),
    ...(line.allowed && { allowed: of(line.allowed) }),
    ...(line.headers && { headers: of(line.headers) }),
  };
}
