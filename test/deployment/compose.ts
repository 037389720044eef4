import { readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { parse } from 'yaml';

/** What the specs look at in a compose file. */
export interface ComposeService {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { condition: string }>>;
  readonly healthcheck?: { test: readonly string[] };
  readonly restart?: string;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly networks?: readonly string[];
  readonly mem_limit?: string;
}

export const fileIn = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** The services of docker-compose.yml as `docker compose` sees them with these variables. */
export function composeServices(variables: Readonly<Record<string, string>>): Record<string, ComposeService> {
  const text = interpolate(fileIn('docker-compose.yml'), variables);
  return (parse(text, { merge: true }) as { services: Record<string, ComposeService> }).services;
}

/** `${NAME:?message}` and `${NAME:-default}`. @throws when a variable without a default is not set */
export function interpolate(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replaceAll(
    /\$\{([A-Z_]+):([?-])([^}]*)\}/g,
    (_all, name: string, kind: string, rest: string) => {
      const value = variables[name] ?? (kind === '-' ? rest : undefined);
      if (value === undefined) throw new Error(`${name} is not set`);
      return value;
    },
  );
}

/** The lines of an env file. */
export function envFile(text: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]));
}

/** `.env.example` as it is once somebody has replaced what stands for something else in it. */
export function ownEnvironment(): Record<string, string> {
  const own = Object.entries(envFile(fileIn('.env.example'))).map(([variable, value]) => {
    if (value === 'change-me' || value.startsWith('AAAA'))
      return [variable, randomBytes(32).toString('base64')];
    return [variable, value.replace('.example.go.id', '.lindung.test')];
  });
  return Object.fromEntries(own) as Record<string, string>;
}
