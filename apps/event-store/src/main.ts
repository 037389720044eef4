import { startEventStoreServer } from '#event-store-server';
import { Command } from 'commander';

interface Arguments {
  port: string;
  host: string;
  data?: string;
  mem?: boolean;
}

const program = new Command('event-store')
  .description('Single-node event store that speaks the EventStoreDB gRPC protocol')
  .option('--port <number>', 'TCP port, 0 for any free one', '2113')
  .option('--host <address>', 'address to listen on', '127.0.0.1')
  .option('--data <directory>', 'directory that keeps the log')
  .option('--mem', 'keep the log in memory; it is gone when the server stops')
  .parse();

const { port, host, data, mem } = program.opts<Arguments>();
if ((data === undefined) === (mem !== true)) program.error('error: give either --data DIR or --mem');

const server = await startEventStoreServer({ port: Number(port), host, data, mem });
process.stdout.write(`event store listening: ${server.connectionString}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`stopping failed: ${String(error)}\n`);
        process.exit(1);
      },
    );
  });
}
