/** Licences that ask for no more than to be named. */
const PERMISSIVE: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
]);

/**
 * Whether a licence asks for no more than to be named: all parts joined by AND, or one of those joined by OR. What joins by both
 * is for a person to read.
 */
export function isPermissive(expression: string | undefined): boolean {
  if (expression === undefined) return false;
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  const isKnown = (license: string) => PERMISSIVE.has(license);
  if (bare.includes(' AND ') && bare.includes(' OR ')) return false;
  return bare.includes(' OR ') ? bare.split(' OR ').some(isKnown) : bare.split(' AND ').every(isKnown);
}
