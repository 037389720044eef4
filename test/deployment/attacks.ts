import { readFileSync } from 'node:fs';
import { type Socket, connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { signedByTwo } from '#contexts/journey.examples';
import type { Role } from '#kernel';

const MIB = 1024 * 1024;

/** How often each attack is repeated. `npm run test:memory` takes its time. */
export const ROUNDS = Number(process.env.MEMORY_ROUNDS ?? 1);

/** Many bodies of nearly 20 MB at once, from people without a token, to a route of files, to others and to none. */
export async function sendWithoutToken(url: string): Promise<void> {
  const paths = ['/participants/imports', '/participants/search', '/participants', '/nowhere'];
  const senders = Array.from({ length: 40 }, (_, n) => sendBody(url, String(paths[n % paths.length])));
  await Promise.all(senders);
}

async function sendBody(url: string, path: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) }).on('error', () => {});
  socket.resume();
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: spec\r\nContent-Type: text/csv\r\nContent-Length: ${20 * MIB}\r\n\r\n`,
  );
  const part = Buffer.alloc(MIB, 'a,b\n');
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  for (let sent = 0; sent < 19 && socket.writable; sent++) {
    await Promise.race([closed, written(socket, part)]);
  }
  socket.destroy();
}

/** What nobody takes is not waited for. */
async function written(socket: Socket, bytes: Buffer): Promise<void> {
  await Promise.race([
    new Promise<void>((resolve) => socket.write(bytes, () => resolve())),
    wait(500, undefined, { ref: false }),
  ]);
}

const COLUMNS = 'nik,name,birth_date,sex,phone,occupation,workplace,district,monthly_income,sector';
const HEADER = `${COLUMNS}\n`;

/** Files of a registrar that are as large as a file may be, and no list of workers. */
const FILES: Readonly<Record<string, () => string>> = {
  'millions of short lines': () => HEADER + 'a,b\n'.repeat(4.8 * MIB),
  'as many lines as a list may have, each broken': () => HEADER + `${'"x,'.repeat(120)}\n`.repeat(49_000),
  'as many lines as a list may have, each empty': () => HEADER + ',,,,,,,,,\n'.repeat(49_000),
  'one line': () => HEADER + 'a'.repeat(19 * MIB),
  'one header': () => 'name,'.repeat(3.8 * MIB),
};

/** Registers a sponsor and an agreement: without them no line of a file would be looked at. @returns the query of an import */
export async function agreedTerms(
  post: (role: Role, path: string, body: object) => Promise<Response>,
): Promise<string> {
  const say = async (role: Role, path: string, body: object) =>
    (await (await post(role, path, body)).json()) as Readonly<Record<string, unknown>>;
  const village = { kind: 'VILLAGE', name: 'Desa Sukamaju', district: '321601' };
  const sponsorId = String((await say('registrar', '/sponsors', village))['id']);
  const day = new Date().toISOString().slice(0, 10);
  const agreement = await signedByTwo(say, `/sponsors/${sponsorId}/agreements`, {
    reference: 'SK-1',
    governmentPaid: true,
    validFrom: `${day.slice(0, 4)}-01-01`,
    validUntil: `${day.slice(0, 4)}-12-31`,
  });
  const terms = {
    sponsorId,
    agreementId: String(agreement['agreementId']),
    period: day.slice(0, 7),
    months: '1',
    paidOn: day,
    receipt: 'R-1',
    channel: 'VILLAGE',
  };
  return String(new URLSearchParams(terms));
}

/** Sends each file several times at once. @returns what was answered, each once */
export async function sendFiles(url: string, token: string, terms: string): Promise<readonly number[]> {
  const statuses = new Set<number>();
  for (const content of Object.values(FILES)) {
    const body = content();
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        const answer = await fetch(`${url}/participants/imports?${terms}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
          body,
        });
        await answer.arrayBuffer();
        statuses.add(answer.status);
      }),
    );
  }
  return [...statuses];
}

/** The most memory that a process ever held, MiB, as Linux remembers it. */
export function peakOf(pid: number): number {
  const [, kib] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kib) / 1024);
}
