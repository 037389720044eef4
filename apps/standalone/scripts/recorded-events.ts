import ts from 'typescript';
import { type Declared, type Sources, nodesIn } from './sources.js';

/** What a handler can have recorded, as its sources say it. */
export interface Recorded {
  /** Files of `domain/` (or a programme) in which that is decided. */
  readonly decisions: readonly string[];
  readonly events: readonly string[];
}

const DECIDES = /\/(domain|programmes)\//;

/** Follows every name from a handler on, as far as the folder of its context, and finds which events are made on the way. */
export function recordedBy(sources: Sources, handler: Declared, eventTypes: ReadonlySet<string>): Recorded {
  const decisions = new Set<string>();
  const events = new Set<string>();
  const seen = new Set<ts.Node>();

  const follow = ({ path, node }: Declared): boolean => {
    if (seen.has(node)) return false;
    seen.add(node);
    let records = false;
    for (const inner of nodesIn(node)) {
      const made = typesMadeIn(inner).filter((type) => eventTypes.has(type));
      for (const type of made) events.add(type);
      const found = ts.isIdentifier(inner) ? sources.declared(path, inner.text) : undefined;
      const further = found !== undefined && follow(found);
      if (further && DECIDES.test(found.path) && !DECIDES.test(path)) decisions.add(found.path);
      records ||= made.length > 0 || further;
    }
    return records;
  };
  follow(handler);
  return { decisions: [...decisions], events: [...events] };
}

/** The types of `{ type: 'FacilityRegistered', … }`, also where one of several is chosen. */
function typesMadeIn(node: ts.Node): string[] {
  if (!ts.isPropertyAssignment(node) || node.name.getText() !== 'type') return [];
  return [...nodesIn(node.initializer)].filter(ts.isStringLiteral).map(({ text }) => text);
}
