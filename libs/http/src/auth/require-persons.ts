import type { Sight } from '#kernel';
import { ProblemError } from '../problem/problem-error.js';
import { problems } from '../problem/problems.js';

/**
 * Whoever is not shown whom rows are about does not find it out through a filter either.
 * @throws ProblemError 403 when one of these filters is given
 */
export function requirePersons({ persons }: Sight, ...filters: readonly (string | undefined)[]): void {
  if (persons || filters.every((filter) => filter === undefined)) return;
  throw new ProblemError(problems.FORBIDDEN({ why: 'NO_PERSONS', roles: [] }));
}
