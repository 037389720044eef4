import { describe, expect, it } from '@jest/globals';
import { USAGE, readArguments } from './arguments.js';

describe('The options of the demonstration', () => {
  it('are off unless they are given', () => {
    expect(readArguments([])).toEqual({ json: false, keep: false, help: false });
    expect(readArguments(['--json', '--keep', '-h'])).toEqual({ json: true, keep: true, help: true });
  });

  it('are all explained', () => {
    for (const option of Object.keys(readArguments([]))) expect(USAGE).toContain(`--${option}`);
  });

  it('are refused when they do not exist', () => {
    expect(() => readArguments(['--jsno'])).toThrow('--jsno');
  });
});
