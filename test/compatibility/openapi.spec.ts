import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

interface OpenApi {
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

const folder = join(import.meta.dirname, '../../docs/reference/openapi');

/** Every `$ref` that stands anywhere in a value. */
function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (key === '$ref' ? [String(part)] : refsIn(part)));
}

describe('the API documentation', () => {
  it.each([
    ['command-api.json', 10],
    ['query-api.json', 10],
    ['event-relay.json', 2],
    ['reporting.json', 3],
  ])('of %s describes everything it refers to', (file, fewest) => {
    const document = JSON.parse(readFileSync(join(folder, file), 'utf8')) as OpenApi;
    const described = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    const refs = [...new Set(refsIn(document))];
    expect(refs.length).toBeGreaterThan(fewest);
    expect(refs.filter((ref) => !described.includes(ref))).toEqual([]);
  });
});
