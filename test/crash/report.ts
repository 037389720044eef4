import type { CrashResult } from './crash-system.js';

/** What is wrong, by kind. */
export const wrongIn = ({
  lost,
  doubled,
  forgotten,
  repeated,
  unpublished,
  unfounded,
  unordered,
  wrongPayments,
  wrongReports,
  failedReadModels,
  storeProblems,
}: CrashResult) => ({
  lost,
  doubled,
  forgotten,
  repeated,
  unpublished,
  unfounded,
  unordered,
  wrongPayments,
  wrongReports,
  failedReadModels,
  storeProblems,
});

/** Tells what is wrong, line by line, then how much was done; ends the program with 1 where anything is wrong. */
export function reportAndExitCode(result: CrashResult, json: boolean): void {
  const wrong = Object.entries(wrongIn(result));
  for (const [kind, found] of wrong) for (const one of found) process.stderr.write(`${kind}: ${one}\n`);
  const { rounds, acknowledged, claimsPaid, retries, known, restarts, events, messages, copies } = result;
  const figures = { rounds, acknowledged, claimsPaid, retries, known, restarts, events, messages, copies };
  const counts = { ...figures, ...Object.fromEntries(wrong.map(([kind, found]) => [kind, found.length])) };
  const words = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
  const all = { ...counts, ...(result.away && { away: result.away }) };
  process.stdout.write(json ? `${JSON.stringify(all)}\n` : `${words.join(', ')}\n${awayIn(result)}`);
  process.exitCode = wrong.some(([, found]) => found.length > 0) ? 1 : 0;
}

function awayIn({ away }: CrashResult): string {
  if (!away) return '';
  const lines = (['command', 'query'] as const).map((what) => {
    const told = (['before', 'during'] as const).map((when) => {
      const { answers, medianMs, p95Ms, longestMs } = away[when][what];
      return `${when} ${answers} answers, median ${medianMs} ms, 95 % within ${p95Ms} ms, longest ${longestMs} ms`;
    });
    return `${what}: ${told.join('; ')}\n`;
  });
  return `${lines.join('')}broker away for ${away.awayMs} ms, all published ${away.caughtUpMs} ms after it came back\n`;
}

/** Tells of a round as it is over. */
export function tellRound(round: number, victim: string, recoveredMs: number, acknowledged: number): void {
  process.stderr.write(
    `${round}: killed ${victim}, whole again after ${recoveredMs} ms; ${acknowledged} answers\n`,
  );
}
