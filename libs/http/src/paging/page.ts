import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { POSITION, RECORDED_DAY, RECORDED_TEXT, UUID, matching, mustBe } from '#kernel';
import { apiOf } from '../fields/api-of.js';
import { NestedAnswer, TextAnswer } from '../fields/answers.js';
import { checked } from '../fields/check.js';
import { declared } from '../fields/declared.js';
import { IntegerField, OptionalField } from '../fields/fields.js';
import { wrongValue } from '../problem/validation-problem.js';

/** `?after=<position>`: wait until the read model knows what a command has written. Every query takes it. */
export class AfterQuery {
  @ApiProperty({
    ...apiOf(POSITION, { description: 'Position of a command; the answer knows what it wrote' }),
  })
  @checked({
    name: 'position',
    message: mustBe({
      en: 'the position a command answered with: digits only',
      id: 'posisi dari jawaban sebuah perintah: hanya angka',
    }),
    valid: isRead,
  })
  @Transform(({ value }: { value: unknown }) => toPosition(value))
  @declared({ scalar: POSITION, optional: true, read: toPosition, fits: isRead })
  @OptionalField()
  readonly after?: bigint;
}

/** Items on a page, where nobody asks for another number of them. */
export const PAGE_SIZE = 50;

const MAX_PAGE_SIZE = 200;

const CURSOR = matching({
  name: 'cursor',
  words: { en: 'the nextCursor of the page before', id: 'nextCursor dari halaman sebelumnya' },
  pattern: /^[A-Za-z0-9_-]{1,1024}$/,
});

/** What every list takes. Extend it with filters, and with `asked.order()` where the order can be chosen. */
export class PageQuery extends AfterQuery {
  @IntegerField({
    min: 1,
    max: MAX_PAGE_SIZE,
    fromText: true,
    optional: true,
    description: 'Items on a page',
  })
  readonly limit: number = PAGE_SIZE;

  @ApiProperty({ ...apiOf(CURSOR, { description: 'Where the page before ended: its `nextCursor`' }) })
  @checked({ name: CURSOR.name, message: mustBe(CURSOR.words), valid: CURSOR.fits })
  @declared({ scalar: CURSOR, optional: true })
  @OptionalField()
  readonly cursor?: string;
}

/** One page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Send it as `?cursor=` for the next page; null on the last one. */
  readonly nextCursor: string | null;
}

/** The class that documents a page of `Item`: `class ClaimPage extends PageOf(ClaimRow) {}`. */
export function PageOf<Item extends object>(item: new () => Item): new () => Page<Item> {
  class PageDocument implements Page<Item> {
    @NestedAnswer(() => item, { each: true })
    readonly items!: readonly Item[];

    @TextAnswer({
      nullable: true,
      optional: true,
      description: 'Send it as ?cursor= for the next page',
    })
    readonly nextCursor!: string | null;
  }
  return PageDocument;
}

/**
 * A page from the rows of a query that asked for one more than the limit.
 * @param keyOf what the next page starts behind: the sort key and the id of a row
 */
export function pageOf<Item>(
  rows: readonly Item[],
  limit: number,
  keyOf: (last: Item) => readonly string[],
): Page<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null };
}

/** An opaque cursor: what it is made of is nobody else's business and may change. */
export function encodeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** What one part of a cursor may be. */
export type CursorPart = (part: string) => boolean;

export const isUuid: CursorPart = UUID.fits;

/** Of a column of days; those that stand for "none" are days too. */
export const isDay: CursorPart = RECORDED_DAY.fits;

/** What PostgreSQL can be asked with. */
export const isText: CursorPart = RECORDED_TEXT.fits;

export const isPosition: CursorPart = POSITION.fits;

/**
 * The key that a page ended with.
 * @param parts what each part of it may be: a cursor that somebody made up must not fail in the database
 * @throws ProblemError 400 for a cursor that no page has given
 */
export function decodeCursor(cursor: string, ...parts: readonly CursorPart[]): string[] {
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  if (!Array.isArray(key) || key.length !== parts.length || !key.every((part, n) => fits(part, parts[n]))) {
    throw wrongValue('cursor', CURSOR.words);
  }
  return key as string[];
}

function fits(part: unknown, allowed: CursorPart | undefined): boolean {
  return typeof part === 'string' && allowed?.(part) === true;
}

function isRead(value: unknown): value is bigint {
  return typeof value === 'bigint';
}

function toPosition(value: unknown): unknown {
  return POSITION.fits(value) ? BigInt(value) : value;
}
