/** One number or word of a value, by where it stands in it: `monthly`, `3.base`; the value itself stands under ''. */
export type Parts = ReadonlyMap<string, unknown>;

/** Every number and word of a value. */
export function partsOf(value: unknown, under = ''): Parts {
  if (typeof value !== 'object' || value === null) return new Map([[under, value]]);
  return new Map(
    Object.entries(value).flatMap(([name, inner]) => [
      ...partsOf(inner, under === '' ? name : `${under}.${name}`),
    ]),
  );
}

/** The value with another one where `part` stands; nothing when no such part stands in it. */
export function withPart(value: unknown, part: string, other: unknown): unknown {
  if (part === '') return other;
  if (typeof value !== 'object' || value === null) return undefined;
  const [name, ...rest] = part.split('.') as [string, ...string[]];
  if (!Object.hasOwn(value, name)) return undefined;
  const inner = withPart((value as Readonly<Record<string, unknown>>)[name], rest.join('.'), other);
  if (inner === undefined) return undefined;
  if (!Array.isArray(value)) return { ...value, [name]: inner };
  return (value as readonly unknown[]).map((row, at) => (String(at) === name ? inner : row));
}
