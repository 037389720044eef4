import { type IncomingHttpHeaders, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CallHandler, ExecutionContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defer, lastValueFrom, of } from 'rxjs';
import { WithActionsInterceptor } from './with-actions.interceptor.js';

const CLAIM = '5f0c7f0e-1111-5000-8000-000000000001';

const OPEN = { id: CLAIM, revision: 4, actions: [{ name: 'approve-claim', open: true }] };

const SHOWN = { claimId: CLAIM, status: 'CALCULATED', actions: `/claims/${CLAIM}/actions` };

describe('A thing that is shown with what can be done with it', () => {
  let commandApi: Server;
  let url: string;
  /** What the API of commands answers next, and what it was asked. */
  const answer = { status: 200, body: OPEN as object };
  const heard: { path?: string; headers: IncomingHttpHeaders }[] = [];

  beforeAll(async () => {
    commandApi = createServer((request, response) => {
      heard.push({ path: request.url, headers: request.headers });
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer.body));
    });
    await new Promise<void>((resolve) => commandApi.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(commandApi.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    commandApi.closeAllConnections();
    commandApi.close();
  });

  /** @param commandApiUrl where the API of commands is said to be */
  function shown(
    query: Readonly<Record<string, string>>,
    { commandApiUrl, thing = SHOWN }: { readonly commandApiUrl?: string; readonly thing?: object } = {
      commandApiUrl: url,
    },
  ): Promise<unknown> {
    const headers = {
      authorization: 'Bearer token',
      'accept-language': 'id',
      cookie: 'of nobody else’s business',
    };
    const context = { switchToHttp: () => ({ getRequest: () => ({ query, headers }) }) };
    const next: CallHandler = { handle: () => of(thing) };
    const interceptor = new WithActionsInterceptor({ commandApiUrl });
    return lastValueFrom(defer(() => interceptor.intercept(context as unknown as ExecutionContext, next)));
  }

  it('has what the API of commands tells whoever asks, in their name and language', async () => {
    Object.assign(answer, { status: 200, body: OPEN });
    expect(await shown({ with: 'actions' })).toEqual({ ...SHOWN, whatCanBeDone: OPEN });
    const { path, headers } = heard.at(-1)!;
    expect(path).toBe(`/claims/${CLAIM}/actions`);
    expect(headers).toMatchObject({ authorization: 'Bearer token', 'accept-language': 'id' });
    expect(headers).not.toHaveProperty('cookie');
  });

  it('finds the API of commands below a path, too', async () => {
    await shown({ with: 'actions' }, { commandApiUrl: `${url}/commands` });
    expect(heard.at(-1)!.path).toBe(`/commands/claims/${CLAIM}/actions`);
  });

  it('is shown as it is to whoever did not ask for that', async () => {
    const before = heard.length;
    expect(await shown({})).toBe(SHOWN);
    expect(heard).toHaveLength(before);
  });

  it('has no action for whoever may only look', async () => {
    Object.assign(answer, { status: 403, body: { code: 'FORBIDDEN' } });
    expect(await shown({ with: 'actions' })).toEqual({
      ...SHOWN,
      whatCanBeDone: { id: CLAIM, revision: null, actions: [] },
    });
  });

  it('is shown all the same where the API of commands does not answer, or cannot', async () => {
    Object.assign(answer, { status: 503, body: { code: 'EVENT_STORE_UNAVAILABLE' } });
    expect(await shown({ with: 'actions' })).toEqual({ ...SHOWN, whatCanBeDone: null });
    const nobodyIsThere = { commandApiUrl: 'http://127.0.0.1:1' };
    expect(await shown({ with: 'actions' }, nobodyIsThere)).toEqual({ ...SHOWN, whatCanBeDone: null });
  });

  it('cannot be asked of the past, nor where nobody knows the API of commands', async () => {
    const wrong = { options: { errors: [{ field: 'with' }] } };
    await expect(shown({ with: 'actions', knownAt: '17' })).rejects.toMatchObject(wrong);
    await expect(shown({ with: 'actions', effectiveOn: '2026-01-01' })).rejects.toMatchObject(wrong);
    await expect(shown({ with: 'actions' }, {})).rejects.toMatchObject(wrong);
  });
});
