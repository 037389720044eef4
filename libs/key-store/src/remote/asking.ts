import { type IncomingMessage, Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { text } from 'node:stream/consumers';

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/**
 * Asks one server again and again over connections that are kept. Where one of them has gone silent, as after a failover, those that
 * lie idle are given up as well: whoever asks next connects anew instead of waiting for each in turn.
 */
export class Asking {
  private readonly agent: HttpAgent;
  private readonly request: typeof httpRequest;

  constructor(
    private readonly base: URL,
    private readonly headers: Readonly<Record<string, string>>,
  ) {
    const isSecure = base.protocol === 'https:';
    this.request = isSecure ? httpsRequest : httpRequest;
    this.agent = isSecure ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true });
  }

  /**
   * Sends a question that may be sent twice.
   * @throws Error when there is no whole answer in time, or the connection breaks
   */
  async post(path: string, body: string, withinMs: number): Promise<Answer> {
    const signal = AbortSignal.timeout(withinMs);
    try {
      return await this.send(path, body, signal);
    } catch (error) {
      this.dropIdle();
      throw signal.aborted ? new Error('no answer in time', { cause: error }) : error;
    }
  }

  close(): void {
    this.agent.destroy();
  }

  private async send(path: string, body: string, signal: AbortSignal): Promise<Answer> {
    const headers = { ...this.headers, 'content-length': Buffer.byteLength(body) };
    const asked = this.request(new URL(path, this.base), {
      method: 'POST',
      agent: this.agent,
      headers,
      signal,
    });
    try {
      const response = await new Promise<IncomingMessage>((resolve, reject) => {
        asked.once('response', resolve).once('error', reject);
        asked.end(body);
      });
      return { status: response.statusCode ?? 0, text: await text(response) };
    } catch (error) {
      // The server closed a connection that lay idle in the moment in which it was used again: it has read nothing.
      if (asked.reusedSocket && (error as NodeJS.ErrnoException).code === 'ECONNRESET' && !signal.aborted) {
        return this.send(path, body, signal);
      }
      throw error;
    }
  }

  private dropIdle(): void {
    for (const sockets of Object.values(this.agent.freeSockets))
      for (const socket of sockets ?? []) socket.destroy();
  }
}
