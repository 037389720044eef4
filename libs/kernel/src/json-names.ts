/** A name that its object has already. */
export interface NameTwice {
  /** From the outermost object: names, and places in lists. */
  readonly path: readonly string[];
  /** The name as it is written, with its quotes, and at which character. */
  readonly written: string;
  readonly at: number;
}

/** An object or a list that is being read. */
interface Level {
  /** Those that the object has so far. */
  readonly names: Set<string>;
  /** The name, or the place in the list, of what is being read. */
  place: string | number;
}

/**
 * The first name that its object has already. `JSON.parse` keeps the last of two without a word, and what stood in the first would
 * be dropped silently. The text is JSON.
 */
export function nameTwice(text: string): NameTwice | undefined {
  const around: Level[] = [];
  let level: Level = { names: new Set(), place: '' };
  let latest = { written: '', at: 0 };
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at];
    if (mark === '"') {
      latest = { written: text.slice(at, endOfString(text, at)), at };
      at += latest.written.length - 1;
    } else if (mark === '{' || mark === '[') {
      around.push(level);
      level = { names: new Set(), place: mark === '[' ? 0 : '' };
    } else if (mark === '}' || mark === ']') level = around.pop() ?? level;
    else if (mark === ',' && typeof level.place === 'number') level.place += 1;
    else if (mark === ':') {
      const name = JSON.parse(latest.written) as string;
      level.place = name;
      if (level.names.has(name)) return { path: pathTo(level, around), ...latest };
      level.names.add(name);
    }
  }
  return undefined;
}

/** The first of those around is the text itself, which has no name. */
const pathTo = (level: Level, around: readonly Level[]): readonly string[] =>
  [...around.slice(1), level].map(({ place }) => `${place}`);

/** Where a string that begins somewhere is over. A regular expression would need a stack as long as the string. */
function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}
