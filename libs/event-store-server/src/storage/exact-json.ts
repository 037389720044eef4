/**
 * A number as it stands in JSON: as a JavaScript number, 1.0 would be 1, and 2^63 the same as 2^63 - 1.
 */
export class WrittenNumber {
  constructor(readonly text: string) {}

  /** Its value if it is written as a whole number, without fraction or exponent, and fits 64 bits. */
  get integer(): bigint | undefined {
    if (!/^-?\d+$/.test(this.text)) return undefined;
    const value = BigInt(this.text);
    return BigInt.asIntN(64, value) === value ? value : undefined;
  }
}

/** What Node can do with the text of numbers, and TypeScript does not know of yet. */
export const exactJson = JSON as unknown as {
  parse(
    text: string,
    reviver: (key: string, value: unknown, context: { source: string }) => unknown,
  ): unknown;
  rawJSON(text: string): unknown;
};

/** Reads a JSON object whose numbers become `WrittenNumber`s; nothing when the bytes hold anything else. */
export function parseExactly(bytes: Buffer): Record<string, unknown> | undefined {
  try {
    const parsed = exactJson.parse(new TextDecoder().decode(bytes), (_, value, { source }) =>
      typeof value === 'number' ? new WrittenNumber(source) : value,
    );
    return isObject(parsed) ? parsed : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Writes what was read so, number by number as it was. */
export function stringifyExactly(value: Record<string, unknown>): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part instanceof WrittenNumber ? exactJson.rawJSON(part.text) : part,
  );
}

/** True for what JSON calls an object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof WrittenNumber)
  );
}
