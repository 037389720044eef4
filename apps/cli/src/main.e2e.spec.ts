import { describe, expect, it } from '@jest/globals';
import { lindung } from '../../../libs/event-store-server/test/operations/program.js';
import { ExitCode } from './exit.js';

describe('lindung', () => {
  it('ends only when a pipe has taken its whole answer, however long it is', async () => {
    const death = { calculator: 'JKM', segment: 'PU', deathDate: '2027-03-10' };
    const asked = Array.from({ length: 500 }, (_, id) => ({ id, inputs: death }));
    const { code, stdout } = await lindung(['law', 'explain', '--json'], JSON.stringify(asked));
    expect(code).toBe(ExitCode.DONE);
    // More than any pipe holds.
    expect(stdout.length).toBeGreaterThan(2 ** 20);
    expect(JSON.parse(stdout)).toHaveLength(asked.length);
  });
});
