import { describe, expect, it } from '@jest/globals';
import { tamper } from './tamper.js';

describe('a copy of the tree, a proof, and what a witness knows', () => {
  it('show every byte, removal, swap and fork by name, and nothing that is not there', async () => {
    const { found, missed, falseAlarms } = await tamper(250, 20_261_129);
    expect({ missed, falseAlarms }).toEqual({ missed: [], falseAlarms: [] });
    expect(Object.keys(found).length).toBeGreaterThan(10);
  });
});
