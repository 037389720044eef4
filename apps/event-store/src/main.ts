import { readFileSync } from 'node:fs';
import { startEventStoreServer, type EventStoreServerOptions } from '#event-store-server';
import { Command, InvalidArgumentError, Option } from 'commander';
import { pino, stdTimeFunctions } from 'pino';

interface Arguments {
  readonly port: number;
  readonly host: string;
  readonly data?: string;
  readonly mem?: boolean;
  readonly cert?: string;
  readonly key?: string;
  readonly users?: string;
  readonly metricsPort?: number;
  readonly metricsHost: string;
  readonly maxAppendSize?: number;
  readonly logLevel: string;
}

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'];
const LARGEST_PORT = 65_535;
const LARGEST_APPEND = 16 * 1024 * 1024;

const program = new Command('event-store')
  .description('Single-node event store that speaks the EventStoreDB gRPC protocol')
  .option('--data <directory>', 'directory that keeps the log')
  .option('--mem', 'keep the log in memory; it is gone when the server stops')
  .option('--port <number>', 'TCP port, 0 for any free one', portNumber, 2113)
  .option(
    '--host <address>',
    'address to listen on; beyond loopback needs --cert, --key and users',
    '127.0.0.1',
  )
  .option('--cert <file>', 'certificate (PEM)')
  .option('--key <file>', 'private key of the certificate (PEM)')
  .option(
    '--users <file>',
    'who may connect, as "lindung store user" writes it (default: users.json in the data directory, if it is there)',
  )
  .option('--metrics-port <number>', 'one more port for /health/live, /health/ready and /metrics', portNumber)
  .option('--metrics-host <address>', 'address of the metrics port', '127.0.0.1')
  .option(
    '--max-append-size <bytes>',
    'how large the events of one append may be together (default: 1 MiB)',
    byteCount,
  )
  .addOption(new Option('--log-level <level>', 'how much to log').choices(LEVELS).default('info'))
  .addHelpText('after', '\nThe log is JSON on standard error. SIGTERM and SIGINT stop the server gracefully.')
  .parse();

const { logLevel } = program.opts<Arguments>();
const logger = pino(
  {
    level: logLevel,
    base: { app: 'event-store' },
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  },
  pino.destination({ fd: 2, sync: true }),
);

// The log holds personal data: its files are for their owner alone.
process.umask(0o077);

try {
  const server = await startEventStoreServer(serverOptions(program.opts<Arguments>()));
  const stop = () => {
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.fatal({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.stdout.write(`event store listening: ${server.connectionString}\n`);
} catch (error) {
  program.error(`error: ${error instanceof Error ? error.message : String(error)}`);
}

function serverOptions(given: Arguments): EventStoreServerOptions {
  const { cert, key, users, logLevel: _level, ...options } = given;
  return { ...options, tls: readTls(cert, key), usersFile: users, logger };
}

function readTls(cert: string | undefined, key: string | undefined): EventStoreServerOptions['tls'] {
  if (cert === undefined && key === undefined) return undefined;
  if (cert === undefined || key === undefined) throw new Error('give --cert and --key together');
  return { cert: readFileSync(cert), key: readFileSync(key) };
}

function portNumber(text: string): number {
  const port = Number(text);
  const isPort = text.trim() !== '' && Number.isInteger(port) && port >= 0 && port <= LARGEST_PORT;
  if (!isPort) throw new InvalidArgumentError('not a TCP port');
  return port;
}

function byteCount(text: string): number {
  const bytes = Number(text);
  if (!Number.isInteger(bytes) || bytes <= 0 || bytes > LARGEST_APPEND) {
    throw new InvalidArgumentError(`not a number of bytes up to ${LARGEST_APPEND}`);
  }
  return bytes;
}
