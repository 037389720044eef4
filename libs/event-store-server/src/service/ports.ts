import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ConnectionInjector } from '@grpc/grpc-js';
import { httpHandler, type HttpState } from '../monitoring/http.handler.js';
import { listen, type ListenerOptions } from './listener.js';
import { plainHttpServer } from './plain-http.js';

/** Where a server listens. */
export interface Addresses extends ListenerOptions {
  /** A port of its own for health and metrics, if there shall be one. */
  readonly metrics: { readonly host: string; readonly port: number } | undefined;
}

/** The ports of a running server. */
export interface Ports {
  readonly port: number;
  readonly metricsPort: number | undefined;
  /** Takes no more connections for events and waits for the end of those that are open; metrics are still told. */
  drain(graceMs: number): Promise<void>;
  closeMetrics(): void;
}

/**
 * Opens the ports of a server.
 *
 * @throws Error when one of them cannot be had; none stays open then
 */
export async function openPorts(
  { metrics, ...at }: Addresses,
  grpc: ConnectionInjector,
  state: HttpState,
): Promise<Ports> {
  const listener = await listen(at, grpc, httpHandler(state));
  let metricsListener: MetricsListener | undefined;
  try {
    if (metrics !== undefined) {
      metricsListener = await listenForMetrics(
        { ...at, ...metrics },
        httpHandler({ ...state, users: undefined, gossip: undefined }),
      );
    }
  } catch (error) {
    await listener.drain(0);
    throw error;
  }
  return {
    port: listener.port,
    metricsPort: metricsListener?.port,
    drain: (graceMs) => listener.drain(graceMs),
    closeMetrics: () => metricsListener?.close(),
  };
}

/** A port of its own for health and metrics. */
interface MetricsListener {
  readonly port: number;
  close(): void;
}

/**
 * Serves health and metrics on a port of their own, for those who shall not reach the events.
 *
 * @throws Error when the port cannot be had
 */
function listenForMetrics(
  at: Pick<ListenerOptions, 'host' | 'port' | 'patienceMs' | 'maxConnections' | 'onTurnedAway'>,
  handler: RequestListener,
): Promise<MetricsListener> {
  const server = plainHttpServer(handler, at.patienceMs);
  server.maxConnections = at.maxConnections;
  server.on('drop', at.onTurnedAway);
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
