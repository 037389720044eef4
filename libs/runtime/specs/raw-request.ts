import { once } from 'node:events';
import { type Socket, connect } from 'node:net';

/** A request as bytes on a socket, for what `fetch` would not send. */
export async function openRequest(url: string, lines: readonly string[]): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  await once(socket, 'connect');
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  return socket;
}

/** What is answered so far, once the head and something of the body have come. */
export async function answerOn(socket: Socket): Promise<{ status: number; head: string; body: string }> {
  let text = '';
  for await (const chunk of socket) {
    text += String(chunk);
    const [head = '', body = ''] = text.split('\r\n\r\n');
    const length = /^content-length: (\d+)/im.exec(head)?.[1];
    if (body !== '' || length === '0') return { status: Number(head.split(' ')[1]), head, body };
  }
  const [head = '', body = ''] = text.split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), head, body };
}
