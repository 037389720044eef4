import { appendFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Gateway, type Message, MessageDelayed, MessageRefused } from './gateway.js';

interface SmsOptions {
  /** `https://…` of a gateway, or `file:///…` of a file for installations that have none. */
  readonly url: string;
  readonly token?: string;
  readonly timeoutMs: number;
}

/** Short messages, by whichever way the address names. */
export const smsGateway = (options: SmsOptions): Gateway =>
  options.url.startsWith('file:') ? toFile(fileURLToPath(options.url)) : overHttp(options);

/** A line of JSON for each message, for a program that takes them from there. The file is for its owner alone. */
const toFile = (path: string): Gateway => ({
  async send({ id, to, text }: Message): Promise<void> {
    await appendFile(path, `${JSON.stringify({ id, to, text })}\n`, { mode: 0o600 });
  },
  close: async () => {},
});

/** `POST` of `{ id, to, text }` with `Idempotency-Key`: 2xx is taken, 408, 429 and 5xx later, anything else never. */
const overHttp = ({ url, token, timeoutMs }: SmsOptions): Gateway => ({
  async send({ id, to, text }: Message): Promise<void> {
    const status = await statusOf(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': id,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ id, to, text }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (status >= 200 && status < 300) return;
    if (status === 401 || status === 403) throw new MessageDelayed('SIGN_IN_REFUSED');
    if (status === 408 || status === 429 || status >= 500) throw new MessageDelayed('BUSY');
    throw new MessageRefused(status === 422 ? 'ADDRESS_REFUSED' : 'REFUSED');
  },
  close: async () => {},
});

async function statusOf(url: string, request: RequestInit): Promise<number> {
  try {
    const answer = await fetch(url, request);
    await answer.body?.cancel();
    return answer.status;
  } catch (error) {
    throw new MessageDelayed(
      error instanceof Error && error.name === 'TimeoutError' ? 'TIMEOUT' : 'UNREACHABLE',
    );
  }
}
