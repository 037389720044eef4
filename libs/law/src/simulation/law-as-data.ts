import { CONVENTIONS, RULES } from '../catalogue.js';
import { RULES_EDITION } from '../kernel/laws.js';

/** Everything that decides an amount, as JSON: what a simulation rests on, so that another person can see it is the same. */
export const lawAsData = (): object => ({
  edition: RULES_EDITION,
  rules: Object.fromEntries(
    RULES.map(({ id, versions }) => [id, versions.map(({ from, until, value }) => ({ from, until, value }))]),
  ),
  conventions: Object.fromEntries(CONVENTIONS.map(({ id, value }) => [id, value])),
});
