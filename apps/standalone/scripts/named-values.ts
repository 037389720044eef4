/** Numbers that stand for values while a sentence is told, so that formatted ones are found again. */
const FIRST_NUMBER = 900_000_001;

const METHODS = new Set(
  [String, Number, Array].flatMap(({ prototype }) =>
    Object.getOwnPropertyNames(prototype).filter(
      (name) => typeof Object.getOwnPropertyDescriptor(prototype, name)?.value === 'function',
    ),
  ),
);

/** What a sentence made of values says when each value is its own name: `Care began on ‹admittedOn›`. */
export class NamedValues {
  private readonly names: string[] = [];

  /**
   * @param shown values that are given rather than named
   * @returns what `tell` makes of an object that answers for every member
   */
  tell<Told>(tell: (params: never) => Told, shown: object = {}): Told {
    const params = this.named('', shown) as never;
    try {
      tell(params);
    } catch (error) {
      // Nothing is in the tables of words yet: this only finds the names.
      if (!(error instanceof TypeError)) throw error;
    }
    return this.withTables(() => tell(params));
  }

  /** Puts the names back where a number was formatted in between: `900.000.001` becomes `‹amountIdr›`. */
  namesIn(text: unknown): string {
    return this.names.reduce((all, name, nth) => {
      const digits = String(FIRST_NUMBER + nth).match(/\d{3}/g)!;
      return all.replaceAll(new RegExp(digits.join('[.,\\s]?'), 'g'), `‹${name}›`);
    }, String(text));
  }

  private named(name: string, shown: object = {}): unknown {
    const self: unknown = new Proxy(() => self, {
      get: (_target, member) => {
        if (member === Symbol.toPrimitive) return (hint: string) => this.primitive(name, hint);
        if (member === Symbol.iterator) return [self][Symbol.iterator].bind([self]);
        if (typeof member === 'symbol') return undefined;
        if (member in shown) return (shown as Record<string, unknown>)[member];
        if (name === '') return this.named(member);
        if (member === 'map' || member === 'flatMap') return (to: (one: unknown) => unknown) => [to(self)];
        if (METHODS.has(member)) return () => self;
        return member === 'en' || member === 'id' ? `‹${name}›` : this.named(`${name}.${member}`);
      },
    });
    return self;
  }

  private primitive(name: string, hint: string): string | number {
    const known = this.names.indexOf(name);
    const nth = known < 0 ? this.names.push(name) - 1 : known;
    return hint === 'number' ? FIRST_NUMBER + nth : `‹${name}›`;
  }

  /** Sentences look codes up in tables of words: for this while, every table has an entry for every name met so far. */
  private withTables<Told>(tell: () => Told): Told {
    const entries = this.names.map((name) => [`‹${name}›`, name] as const);
    for (const [key, name] of entries) {
      // oxlint-disable-next-line no-extend-native -- taken away again below; a page is written, nothing else runs
      Object.defineProperty(Object.prototype, key, { configurable: true, get: () => this.named(name) });
    }
    try {
      return tell();
    } finally {
      for (const [key] of entries) Reflect.deleteProperty(Object.prototype, key);
    }
  }
}
