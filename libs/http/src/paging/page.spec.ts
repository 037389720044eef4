import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { ProblemError } from '../problem/problem-error.js';
import { decodeCursor, encodeCursor, isText, isUuid, pageOf } from './page.js';

const ID = '5f0c7f0e-1111-5000-8000-000000000001';

const rows = [
  { day: '2026-01-01', id: 'a' },
  { day: '2026-01-02', id: 'b' },
  { day: '2026-01-02', id: 'c' },
];
const keyOf = ({ day, id }: { day: string; id: string }) => [day, id];

describe('A page', () => {
  it('ends with a cursor when the query found more than was asked for', () => {
    const { items, nextCursor } = pageOf(rows, 2, keyOf);
    expect(items).toEqual(rows.slice(0, 2));
    expect(decodeCursor(nextCursor ?? '', isText, isText)).toEqual(['2026-01-02', 'b']);
  });

  it('has no cursor when it is the last one', () => {
    expect(pageOf(rows, 3, keyOf)).toEqual({ items: rows, nextCursor: null });
    expect(pageOf([], 3, keyOf)).toEqual({ items: [], nextCursor: null });
  });

  it.each([
    ['what is no JSON', 'abc'],
    ['the cursor of another list', encodeCursor(['a'])],
    ['keys of another kind', Buffer.from('[{}, null]').toString('base64url')],
    ['an id that is none', encodeCursor(['2026-01-02', 'b'])],
    ['text that PostgreSQL does not take', encodeCursor(['\0', ID])],
  ])('refuses %s as a cursor', (_what, cursor) => {
    expect(() => decodeCursor(cursor, isText, isUuid)).toThrow(ProblemError);
  });

  it('takes the cursor that it gave', () => {
    expect(decodeCursor(encodeCursor(['2026-01-02', ID]), isText, isUuid)).toEqual(['2026-01-02', ID]);
  });
});
