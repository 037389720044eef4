/** Changes that nobody can notice, with the reason: no request can tell them from the law. */
export const EQUIVALENT: ReadonlyMap<string, string> = new Map([
  ['KAKI_MEMENDEK from 2015-07-01: most 100 -> 101', 'a measure in a request goes to 100 at most'],
]);
