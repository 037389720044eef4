/**
 * Reads JSON in which no object names anything twice. `JSON.parse` keeps the last of two without a word, and what stood in
 * the first would be dropped silently.
 * @throws SyntaxError that says what is wrong, and of a name that stands twice where
 */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  const twice = nameTwice(text);
  if (twice !== undefined) {
    throw new SyntaxError(
      `${twice.name} stands twice in one object, again on line ${lineAt(text, twice.at)}`,
    );
  }
  return value;
}

/** Strings, which may hold anything, and what gives JSON its shape. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;

/** The first name that its object has already, as it is written; the text is JSON. */
function nameTwice(text: string): { readonly name: string; readonly at: number } | undefined {
  const objects: Set<unknown>[] = [];
  let latest = { token: '', at: 0 };
  for (const { 0: token, index: at } of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') objects.push(new Set());
    else if (token === '}' || token === ']') objects.pop();
    else if (token === ':') {
      const names = objects.at(-1)!;
      const name: unknown = JSON.parse(latest.token);
      if (names.has(name)) return { name: latest.token, at: latest.at };
      names.add(name);
    } else latest = { token, at };
  }
  return undefined;
}

const lineAt = (text: string, at: number) => text.slice(0, at).split('\n').length;
