import type { Role } from '#kernel';
import { tokenFor } from '../http/client.js';
import type { Addresses } from '../http/standalone.js';

type Item = Record<string, unknown>;

/** An office that hands files in. */
export interface Office {
  /** @throws Error when it is not answered with success */
  command(path: string, body: object, role?: Role): Promise<Item>;
  /** Sends a file, and waits for its report. @throws Error when there is none */
  file(path: string, terms: Readonly<Record<string, string>>, file: Buffer): Promise<Item>;
}

export function openOffice({ commandApiUrl, issuerUrl }: Addresses): Office {
  // A token ends before the largest run does.
  const asked = async (
    url: string,
    init: RequestInit,
    { mediaType = 'application/json', role = 'registrar' }: { mediaType?: string; role?: Role } = {},
  ) =>
    fetch(url, {
      ...init,
      headers: {
        'content-type': mediaType,
        authorization: `Bearer ${await tokenFor(role, issuerUrl)}`,
      },
    });
  return {
    command: async (path, body, role) =>
      json(await asked(commandApiUrl + path, { method: 'POST', body: JSON.stringify(body) }, { role })),
    file: async (path, terms, file) => {
      const url = `${commandApiUrl}${path}?${new URLSearchParams(terms).toString()}`;
      const response = await asked(
        url,
        { method: 'POST', body: new Uint8Array(file) },
        { mediaType: 'text/csv' },
      );
      const last = JSON.parse((await response.text()).trim().split('\n').at(-1) ?? '') as Item;
      if (!last['report']) throw new Error(`${path} answered ${JSON.stringify(last)}`);
      return last['report'] as Item;
    },
  };
}

async function json(response: Response): Promise<Item> {
  const body = (await response.json()) as Item;
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${JSON.stringify(body)}`);
  return body;
}
