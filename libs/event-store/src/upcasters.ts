type Data = Record<string, unknown>;

/**
 * How old shapes of an event type become the present one: the first function lifts version 1 to 2, the next 2 to 3, …
 * A type that is not named here still has its first shape.
 */
export type Upcasters = Readonly<Record<string, readonly ((data: Data) => Data)[]>>;

/** The version that new events of a type are written in. */
export function currentSchema(upcasters: Upcasters, type: string): number {
  return (upcasters[type]?.length ?? 0) + 1;
}

/** @throws when the event is newer than this program knows: reading on would lose facts */
export function upcast(upcasters: Upcasters, type: string, schema: number, data: Data): Data {
  const current = currentSchema(upcasters, type);
  if (schema > current) {
    throw new Error(
      `${type} has schema ${schema}, this release knows up to ${current}: deploy the newer release`,
    );
  }
  return (upcasters[type] ?? []).slice(schema - 1).reduce((older, lift) => lift(older), data);
}
