import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { ConnectionInjector } from '@grpc/grpc-js';
import { httpHandler, type HttpState } from '../monitoring/http.handler.js';
import type { TlsOptions } from '../security/exposure.js';
import { listen } from './listener.js';

/** Where a server listens. */
export interface Addresses {
  readonly host: string;
  readonly port: number;
  readonly tls: TlsOptions | undefined;
  /** Whether somebody may connect; everybody unless told. */
  readonly admits?: (connection: Socket) => boolean;
  /** A port of its own for health and metrics, if there shall be one. */
  readonly metrics: { readonly host: string; readonly port: number } | undefined;
}

/** The ports of a running server. */
export interface Ports {
  readonly port: number;
  readonly metricsPort: number | undefined;
  /** Takes no more connections for events; health and metrics are still told. */
  close(): void;
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
        metrics,
        httpHandler({ ...state, users: undefined, gossip: undefined }),
      );
    }
  } catch (error) {
    listener.close();
    throw error;
  }
  return {
    port: listener.port,
    metricsPort: metricsListener?.port,
    close: () => listener.close(),
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
