import { expect, it } from '@jest/globals';
import { takesInBeside } from './wal-checkpoints.js';

it.each([
  ['3.51.2', false],
  ['3.51.3', true],
  ['3.53.0', true],
  ['3.7.17', false],
  ['4.0.0', true],
])('whether SQLite %s takes in its write-ahead log while another thread writes: %s', (version, does) => {
  expect(takesInBeside(version)).toBe(does);
});

it('the SQLite of this Node does', () => {
  expect(takesInBeside()).toBe(true);
});
