import { describe, expect, it } from '@jest/globals';
import { lindung } from '../../../libs/event-store-server/test/operations/program.js';
import { ExitCode } from './exit.js';

describe('lindung law prove', () => {
  it('prints per group what was proved, and what is open with its reason', async () => {
    const { code, stdout } = await lindung(['law', 'prove'], '');
    expect(code).toBe(ExitCode.DONE);
    expect(stdout).toContain('Every day from 2004-01-01 to 2045-12-31 (15,341 days)');
    expect(stdout).toContain('income of a BPU, Rp a month: 33 regions');
    expect(stdout).toMatch(
      / {2}open from 2019-12-02 to 2045-12-31: SCHOLARSHIP: The scholarship paid once ended/,
    );
    expect(stdout).toContain('Proved: no gap, no overlap.');
  });

  it('prints the whole proof as JSON', async () => {
    const { stdout } = await lindung(['law', 'prove', '--json'], '');
    const proof: unknown = JSON.parse(stdout);
    expect(proof).toMatchObject({ from: '2004-01-01', to: '2045-12-31', days: 15_341, faults: [] });
  });
});
