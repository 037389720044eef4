import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const CONTEXTS = join(import.meta.dirname, '../../libs/contexts');

/** Types of events that the contexts declare (`DomainEvent<'ClaimSubmitted', …>`), by the folder of the context. */
export function declaredEvents(): ReadonlyMap<string, readonly string[]> {
  const byContext = new Map<string, string[]>();
  for (const file of readdirSync(CONTEXTS, { recursive: true, encoding: 'utf8' })) {
    if (!/domain\/[\w-]+\.events\.ts$/.test(file)) continue;
    const context = file.split('/')[0]!;
    const types = [...readFileSync(join(CONTEXTS, file), 'utf8').matchAll(/DomainEvent<\s*'(\w+)'/g)];
    byContext.set(context, [...(byContext.get(context) ?? []), ...types.map(([, type]) => type!)]);
  }
  return byContext;
}
