import { parseArgs } from 'node:util';

export interface DemoArguments {
  readonly json: boolean;
  readonly keep: boolean;
  readonly help: boolean;
}

export const USAGE = `Usage: npm run demo -- [options]

Starts the whole of Lindung on this machine with nothing in it, plays a story of village workers through its public API
with real sign-in tokens, checks every amount, and stops. Ends with code 1 when a step does not come out as the law says.

  --json   print one JSON summary as the last line
  --keep   go on running after the story, to look around, until Ctrl+C
  --help   show this
`;

/** @throws TypeError naming an option that does not exist */
export function readArguments(args: readonly string[]): DemoArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  return values;
}
