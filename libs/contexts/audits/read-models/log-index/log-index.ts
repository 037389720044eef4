import { logIndexOf } from '#followers';
import { CATEGORIES } from '../../domain/categories.js';

/** Where every event stands, what caused it, and which streams name which thing. */
export const logIndex = logIndexOf(CATEGORIES);
