import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { DEVIATIONS } from './deviations.js';
import { readCases } from './recorded-case.js';

describe('the list of deviations', () => {
  const files = readdirSync(join(import.meta.dirname, 'cases'))
    .filter((file) => file.endsWith('.jsonl.gz'))
    .map((file) => basename(file, '.jsonl.gz'));
  const names = readCases(files).map((recorded) => recorded.case);
  const deviating = DEVIATIONS.flatMap(({ cases, momentary = [] }) => [...cases, ...momentary]);

  it('names only cases that there are, each once', () => {
    expect(deviating.filter((name) => !names.includes(name))).toEqual([]);
    expect(new Set(deviating).size).toBe(deviating.length);
  });

  it('explains no more than 3 of 100 recorded cases', () => {
    expect(deviating.length).toBeLessThanOrEqual(names.length * 0.03);
  });
});
