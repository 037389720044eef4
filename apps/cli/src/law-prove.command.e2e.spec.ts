import { expect, it } from '@jest/globals';
import type { LawProof } from '#law/proofs';
import { lindung } from '../../../libs/event-store-server/test/operations/program.js';
import { ExitCode } from './exit.js';
import { provedInWords } from './law-prove.command.js';

it('lindung law prove prints per group what was proved, and what is open with its reason', async () => {
  const { code, stdout } = await lindung(['law', 'prove', '--json'], '');
  expect(code).toBe(ExitCode.DONE);
  const proof = JSON.parse(stdout) as LawProof;
  expect(proof).toMatchObject({ from: '2004-01-01', to: '2045-12-31', days: 15_341, faults: [] });
  const words = provedInWords(proof);
  expect(words).toContain('Every day from 2004-01-01 to 2045-12-31 (15,341 days)');
  expect(words).toContain('income of a BPU, Rp a month: 33 regions');
  expect(words).toMatch(
    / {2}open from 2019-12-02 to 2045-12-31: SCHOLARSHIP: The scholarship paid once ended/,
  );
  expect(words).toContain('Proved: no gap, no overlap.');
});
