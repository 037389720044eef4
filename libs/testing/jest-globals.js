/**
 * What specs import from `@jest/globals`. A helper that says `expect` is imported once and kept for the next spec files: these
 * names are bound anew for each.
 */
export let afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test;

export function bindGlobals(globals) {
  ({ afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test } = globals);
}
