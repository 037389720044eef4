interface InParts {
  readonly heirId: string;
  /** Of whoever is paid. */
  readonly parts?: number | null;
}

/**
 * Who is paid once an heir has died: the others keep their shares, and those who are named take the dead one's (reference 4.3). In whole
 * parts: each of the others counts as often as the named have parts, each of the named as often as the dead one had.
 */
export function inTheirPlace<One extends InParts>(
  before: readonly One[],
  diedId: string,
  named: readonly One[],
): readonly One[] {
  const ofDead = before.find(({ heirId }) => heirId === diedId)?.parts ?? 1;
  const ofNamed = named.reduce((sum, { parts }) => sum + (parts ?? 0), 0);
  const others = before.filter(({ heirId }) => heirId !== diedId);
  return [...others.map((one) => times(one, ofNamed)), ...named.map((one) => times(one, ofDead))];
}

const times = <One extends InParts>(one: One, by: number): One =>
  one.parts ? { ...one, parts: one.parts * by } : one;
