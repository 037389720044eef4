import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Command } from 'commander';
import { ExitCode } from './exit.js';
import { proveCommand } from './law-prove.command.js';

let out = '';

beforeEach(() => {
  out = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
});

afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = ExitCode.DONE;
});

function prove(...words: readonly string[]): unknown {
  const command = new Command('prove');
  proveCommand(command);
  command.parse(words, { from: 'user' });
  return process.exitCode ?? ExitCode.DONE;
}

describe('lindung law prove', () => {
  it('prints per group what was proved, and what is open with its reason', () => {
    expect(prove()).toBe(ExitCode.DONE);
    expect(out).toContain('Every day from 2004-01-01 to 2045-12-31 (15,341 days)');
    expect(out).toContain('income of a BPU, Rp a month: 33 regions');
    expect(out).toMatch(
      / {2}open from 2019-12-02 to 2045-12-31: SCHOLARSHIP: The scholarship paid once ended/,
    );
    expect(out).toContain('Proved: no gap, no overlap.');
  });

  it('prints the whole proof as JSON', () => {
    prove('--json');
    expect(JSON.parse(out)).toMatchObject({ from: '2004-01-01', to: '2045-12-31', days: 15_341, faults: [] });
  });
});
