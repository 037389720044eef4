import { parseArgs } from 'node:util';

export interface StandaloneArguments {
  readonly dataDir: string;
  readonly fresh: boolean;
  readonly help: boolean;
}

export const USAGE = `Usage: npm start -- [options]

Starts the whole of Lindung on this machine: event log, PostgreSQL, every app and a token issuer for development.

  --data DIR   keep everything under this folder (default .data)
  --fresh      delete what Lindung keeps in that folder first
  --help       show this
`;

/** @throws TypeError naming an option that does not exist */
export function readArguments(args: readonly string[]): StandaloneArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string', default: '.data' },
      fresh: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  return { dataDir: values.data, fresh: values.fresh, help: values.help };
}
