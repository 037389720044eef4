import type { Context } from '#runtime';
import { providers } from './providers/context.js';

/**
 * Every context, ground floor first. A context may ask facts of those before it; what happens in one reaches those before
 * it only as the command of a process. The dependency rules follow from this list.
 */
export const CONTEXTS: readonly Context[] = [providers];
