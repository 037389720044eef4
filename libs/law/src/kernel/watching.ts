import { merged } from './merged.js';

const { hasOwn } = Object;

/** The fields of a request that were looked at, each by its path: `segment`, `injuries.0.units`. */
type Seen = Set<string>;

/** Computing is synchronous, so one calculation is watched at most. */
let watching = false;

/**
 * The fields given to a calculation at which it never looked, whatever they hold: they played no part in what it came to. Of a
 * list or an object that was looked at they are the fields within it.
 */
export function unseenFields<Input extends object>(
  input: Input,
  compute: (input: Input) => unknown,
): readonly string[] {
  const seen: Seen = new Set();
  const before = watching;
  watching = true;
  try {
    compute(watched(input, '', seen));
  } finally {
    watching = before;
  }
  return unseenWithin(input, '', seen);
}

/** Looks at fields only to say something of them: that decides nothing. */
export function inPassing<Result>(look: () => Result): Result {
  const before = watching;
  watching = false;
  try {
    return look();
  } finally {
    watching = before;
  }
}

/** Whether a list holds a word. Of its entries only the one that is found was looked at, so that others may play no part. */
export function holds<Word>(words: readonly Word[], word: Word): boolean {
  const at = inPassing(() => words.indexOf(word));
  return at >= 0 && words[at] === word;
}

/** The facts with others in their place or beside them. A spread would look at each of them. */
export function withFacts<Facts extends object, Others extends object>(
  facts: Facts,
  others: Others,
): Facts & Others {
  if (!watching) return merged(facts, others);
  const layer: object = Object.create(facts);
  return Object.defineProperties(layer, Object.getOwnPropertyDescriptors(others)) as Facts & Others;
}

/** Facts that tell of each of them that is looked at. */
export function noting<Facts extends object>(
  facts: Facts,
  note: (name: string, value: unknown) => void,
): Facts {
  return new Proxy(facts, {
    get(target, name) {
      const value: unknown = target[name as keyof Facts];
      if (typeof name === 'string') note(name, value);
      return value;
    },
  });
}

function watched<Value extends object>(value: Value, path: string, seen: Seen): Value {
  return new Proxy(value, {
    get(target, name) {
      const inner: unknown = target[name as keyof Value];
      if (typeof name !== 'string' || !hasOwn(target, name)) return inner;
      const place = path + name;
      if (watching) seen.add(place);
      return isObject(inner) ? watched(inner, `${place}.`, seen) : inner;
    },
  });
}

function unseenWithin(value: object, path: string, seen: Seen): readonly string[] {
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    const place = path + name;
    if (!seen.has(place)) return [place];
    return isObject(inner) ? unseenWithin(inner, `${place}.`, seen) : [];
  });
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
