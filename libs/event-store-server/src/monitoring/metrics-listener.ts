import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A port of its own for health and metrics. */
export interface MetricsListener {
  readonly port: number;
  close(): void;
}

/**
 * Serves health and metrics on a port of their own, for those who shall not reach the events.
 *
 * @throws Error when the port cannot be had
 */
export function listenForMetrics(
  at: { host: string; port: number },
  handler: RequestListener,
): Promise<MetricsListener> {
  const server = createServer(handler);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.host, () => {
      server.removeListener('error', reject);
      const close = () => {
        server.close();
        server.closeAllConnections();
      };
      resolve({ port: (server.address() as AddressInfo).port, close });
    });
  });
}
