import { nameTwice } from '#kernel';

/**
 * Reads JSON in which no object names anything twice.
 * @throws SyntaxError that says what is wrong, and of a name that stands twice where
 */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  const twice = nameTwice(text);
  if (twice === undefined) return value;
  const { written, at } = twice;
  throw new SyntaxError(`${written} stands twice in one object, again on line ${lineAt(text, at)}`);
}

const lineAt = (text: string, at: number) => text.slice(0, at).split('\n').length;
