import { type AnyStream, type BesideEvent, type Upcasters, categoryOf } from '#kernel';

/** The version that new events of a type are written in. */
export function currentSchema(upcasters: Upcasters, type: string): number {
  return (upcasters[type]?.length ?? 0) + 1;
}

/** @throws when the event is newer than this program knows: reading on would lose facts */
export function upcast(
  upcasters: Upcasters,
  type: string,
  schema: number,
  data: Record<string, unknown>,
  beside: BesideEvent = {},
): Record<string, unknown> {
  const current = currentSchema(upcasters, type);
  if (schema > current) {
    throw new Error(
      `${type} has schema ${schema}, this release knows up to ${current}: deploy the newer release`,
    );
  }
  return (upcasters[type] ?? []).slice(schema - 1).reduce((older, lift) => lift(older, beside), data);
}

const NONE: Upcasters = {};

/** Finds the upcasters of a stream by its id; those of streams that are not listed have none. */
export function upcastersIn(streams: readonly AnyStream[]): (streamId: string) => Upcasters {
  const byCategory = new Map(streams.map(({ category, upcasters }) => [category, upcasters]));
  return (streamId) => byCategory.get(categoryOf(streamId)) ?? NONE;
}
