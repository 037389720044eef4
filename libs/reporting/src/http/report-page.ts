import { createHash } from 'node:crypto';
import { decodeCursor, encodeCursor, wrongValue } from '#http';
import { queryOf } from '../formats/manifest.js';
import { type Cut, figureNames } from '../indicators/index.js';
import type { Report } from '../reports.js';
import { compare, orderedRows } from '../tables/row-order.js';
import type { ShownGroup } from '../tables/shown-level.js';

interface PageAsked {
  readonly limit: number;
  readonly cursor?: string;
  /** A cut or a figure, `-` before it for descending; by the cuts unless told. */
  readonly sort?: string;
}

/**
 * One page of the rows of a report, in an order. Its cursor is good for the same question alone: a place in another report, or in another
 * order, would be somewhere else.
 * @throws ProblemError 400 for an order that the report does not have, or a cursor that no page of this question has given
 */
export function pageOfReport(
  report: Report,
  { limit, cursor, sort }: PageAsked,
): { readonly rows: readonly ShownGroup[]; readonly nextCursor: string | null } {
  const all = inOrder(report, sort);
  const question = digestOf(report, sort);
  const isThisQuestion = (part: string) => part === question;
  const from = cursor === undefined ? 0 : Number(decodeCursor(cursor, isThisQuestion, isPlace)[1]);
  const rows = all.slice(from, from + limit);
  const end = from + rows.length;
  return { rows, nextCursor: end < all.length ? encodeCursor([question, String(end)]) : null };
}

const isPlace = (part: string) => /^\d{1,9}$/.test(part);

const digestOf = (report: Report, sort: string | undefined): string =>
  createHash('sha256')
    .update(JSON.stringify([report.indicator.name, queryOf(report), sort]))
    .digest('base64url');

function inOrder({ rows, by, indicator }: Report, sort: string | undefined): readonly ShownGroup[] {
  const byCuts = orderedRows(rows);
  if (sort === undefined) return byCuts;
  const [sign, name] = sort.startsWith('-') ? [-1, sort.slice(1)] : [1, sort];
  const place = by.indexOf(name as Cut);
  if (place >= 0)
    return byCuts.toSorted((one, other) => sign * compare(one.values[place]!, other.values[place]!));
  refuseUnless(figureNames(indicator).includes(name), [...by, ...figureNames(indicator)]);
  // What is withheld comes last: its place would tell of it.
  const keyOf = ({ figures }: ShownGroup) => (figures ? sign * (figures[name] ?? 0) : Infinity);
  return byCuts.toSorted((one, other) => compare(keyOf(one), keyOf(other)));
}

function refuseUnless(isThere: boolean, allowed: readonly string[]): void {
  const names = allowed.join(', ');
  if (!isThere) throw wrongValue('sort', { en: `one of ${names}`, id: `salah satu dari ${names}` });
}
