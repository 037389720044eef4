import { readFileSync } from 'node:fs';
import { readUsers, startEventStoreServer } from '#event-store-server';
import { Command, InvalidArgumentError } from 'commander';
import { pino } from 'pino';

interface Arguments {
  readonly port: number;
  readonly host: string;
  readonly data?: string;
  readonly mem?: boolean;
  readonly cert?: string;
  readonly key?: string;
  readonly users?: string;
  readonly logLevel: string;
}

const LARGEST_PORT = 65_535;

function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > LARGEST_PORT)
    throw new InvalidArgumentError('not a TCP port');
  return port;
}

const program = new Command('event-store')
  .description('Single-node event store that speaks the EventStoreDB gRPC protocol')
  .option('--port <number>', 'TCP port, 0 for any free one', portNumber, 2113)
  .option(
    '--host <address>',
    'address to listen on; beyond loopback needs --cert, --key and --users',
    '127.0.0.1',
  )
  .option('--data <directory>', 'directory that keeps the log')
  .option('--mem', 'keep the log in memory; it is gone when the server stops')
  .option('--cert <file>', 'certificate (PEM)')
  .option('--key <file>', 'private key of the certificate (PEM)')
  .option('--users <file>', 'who may connect; made with "lindung store user"')
  .option('--log-level <level>', 'trace, debug, info, warn, error or silent', 'info')
  .parse();

const { port, host, data, mem, cert, key, users, logLevel } = program.opts<Arguments>();
if ((cert === undefined) !== (key === undefined)) program.error('error: give --cert and --key together');

const logger = pino({ name: 'event-store', level: logLevel }, pino.destination({ fd: 2, sync: true }));

try {
  const server = await startEventStoreServer({
    port,
    host,
    data,
    mem,
    tls:
      cert === undefined || key === undefined
        ? undefined
        : { cert: readFileSync(cert), key: readFileSync(key) },
    users: users === undefined ? undefined : readUsers(users),
    logger,
  });
  process.stdout.write(`event store listening: ${server.connectionString}\n`);
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
} catch (error) {
  program.error(`error: ${error instanceof Error ? error.message : String(error)}`);
}
