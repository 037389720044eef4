import { Agent, request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly mediaType: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** As bytes go over the line: nothing of it is tidied up, as `fetch` would. */
export interface Sending {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

/** The request could not be written: Node itself refuses to send it, so no client made with it can. */
export class Unsendable extends Error {
  override readonly name = 'Unsendable';
}

interface Habits {
  /** So long an answer may take before it counts as none. */
  readonly patienceMs?: number;
  /** So many requests may be under way. */
  readonly atOnce?: number;
}

/** A client of one address that sends what it is told. */
export class Exchange {
  private readonly agent: Agent;
  private readonly patienceMs: number;

  constructor(
    private readonly url: string,
    { patienceMs = 20_000, atOnce = 8 }: Habits = {},
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: atOnce });
    this.patienceMs = patienceMs;
  }

  /**
   * @throws Unsendable when Node does not write such a request
   * @throws Error when there is no answer
   */
  async send(sending: Sending): Promise<Answer> {
    try {
      return await this.once(sending);
    } catch (error) {
      // A connection kept open may have been closed by the other side just now: it happens once.
      if ((error as NodeJS.ErrnoException).code !== 'ECONNRESET') throw error;
      return this.once(sending);
    }
  }

  close(): void {
    this.agent.destroy();
  }

  private once({ method, path, headers, body }: Sending): Promise<Answer> {
    const { hostname, port } = new URL(this.url);
    return new Promise((resolve, reject) => {
      const length = body && { 'content-length': String(body.length) };
      let outgoing;
      try {
        outgoing = request({
          hostname,
          port,
          agent: this.agent,
          method,
          path,
          headers: { ...length, ...headers },
        });
      } catch (error) {
        reject(new Unsendable(String(error)));
        return;
      }
      const { patienceMs } = this;
      outgoing.setTimeout(patienceMs, () => outgoing.destroy(new Error(`No answer in ${patienceMs} ms`)));
      outgoing.once('error', reject);
      outgoing.once('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => {
          const mediaType = (response.headers['content-type'] ?? '').split(';')[0]!;
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: response.statusCode ?? 0, mediaType, headers: response.headers, text });
        });
      });
      outgoing.end(body);
    });
  }
}
