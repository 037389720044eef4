import type { Person } from './draft.js';

/** The tokens of everybody who asks, each fetched once. */
export class SignIns {
  private readonly tokens = new Map<string, Promise<string>>();

  constructor(private readonly issuerUrl: string) {}

  tokenFor(person: Person): Promise<string> {
    const who = JSON.stringify(person);
    const token = this.tokens.get(who) ?? signIn(this.issuerUrl, person);
    this.tokens.set(who, token);
    return token;
  }
}

async function signIn(issuerUrl: string, person: Person): Promise<string> {
  const answer = await fetch(`${issuerUrl}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(person),
  });
  if (!answer.ok) throw new Error(`No token: ${await answer.text()}`);
  return ((await answer.json()) as { access_token: string }).access_token;
}
