import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ConfigError, type Environment, loadConfig } from './load-config.js';
import { APP_CONFIGS, CommandApiConfig, AppConfig, RelayConfig } from './app-configs.js';
import { type ConfigClass, allSettingsIn } from './setting.decorator.js';
import { DEVELOPMENT_ISSUER } from './setting-rules.js';
import { DevelopmentConfig } from './settings.js';

const KEY = Buffer.alloc(32, 1).toString('base64');

const COMPLETE: Environment = {
  AUTH_ISSUER: 'https://issuer.example',
  AUTH_AUDIENCE: 'lindung',
  AUTH_JWKS_URL: 'http://127.0.0.1:3002/jwks.json',
  EVENTSTORE_URL: 'esdb://127.0.0.1:2113?tls=false',
  DATABASE_URL: 'postgres://lindung:hunter2@127.0.0.1:5433/lindung',
  KEY_STORE_URL: 'http://key-store:3000',
  LINDUNG_MASTER_KEY: KEY,
  LINDUNG_ID_SECRET: KEY,
};

function problemsOf(environment: Environment, type: ConfigClass<AppConfig> = CommandApiConfig) {
  try {
    loadConfig<object>(type, environment);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('The config was accepted');
}

describe('The config of a process', () => {
  it('is read into typed groups, with defaults for what is not set', () => {
    const config = loadConfig(CommandApiConfig, { ...COMPLETE, PORT: '0', ALLOW_CLOCK_HEADER: 'true' });
    expect(config.http).toMatchObject({
      host: '127.0.0.1',
      port: 0,
      bodyLimit: 1_048_576,
      allowClockHeader: true,
    });
    expect(config.log.level).toBe('info');
    expect(config.keyRing.masterKey).toEqual(Buffer.alloc(32, 1));
    expect(config.postgres.poolSize).toBe(10);
  });

  it('names everything that is missing at once', () => {
    expect(
      problemsOf({})
        .problems.map(({ variable }) => variable)
        .sort(),
    ).toEqual(Object.keys(COMPLETE).sort());
  });

  it('takes an empty variable for one that is not set', () => {
    expect(loadConfig(AppConfig, { LOG_LEVEL: '' }).log.level).toBe('info');
    expect(problemsOf({ ...COMPLETE, EVENTSTORE_URL: '' }).problems).toEqual([
      expect.objectContaining({ variable: 'EVENTSTORE_URL', problem: 'is missing' }),
    ]);
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '80 '],
    ['LOG_LEVEL', 'loud'],
    ['ALLOW_CLOCK_HEADER', 'yes'],
    ['AUTH_JWKS_URL', 'ftp://keys'],
    ['EVENTSTORE_URL', 'http://127.0.0.1:2113'],
    ['EVENTSTORE_URL', 'esdb://lindung:pass@word@log:2113'],
    ['EVENTSTORE_URL', 'esdb://lindung:pass:word@log:2113'],
    ['EVENTSTORE_URL', 'esdb://lindung:100%@log:2113'],
    ['EVENTSTORE_URL', 'esdb://lindung@log:2113'],
    ['EVENTSTORE_URL', 'esdb://node1:2113, node2:2113'],
    ['EVENTSTORE_URL', 'esdb://'],
    ['NODE_ENV', 'Production'],
    ['NODE_ENV', 'prod'],
    ['DATABASE_URL', 'mysql://x'],
    ['DATABASE_URL', 'postgres://lindung:pass/word@db:5432/lindung'],
    ['DATABASE_URL', 'postgres://lindung:12/34@db:5432/lindung'],
    ['DATABASE_URL', 'postgres://lindung:12?34@db:5432/lindung'],
    ['DATABASE_URL', 'postgres://lindung:12#34@db:5432/lindung'],
    ['DATABASE_URL', 'postgres://lindung:100%@db:5432/lindung'],
    ['DATABASE_URL', 'postgres://lindung:pass word@db:5432/lindung'],
    ['DATABASE_POOL_SIZE', '0'],
    ['LINDUNG_MASTER_KEY', Buffer.alloc(31).toString('base64')],
    ['LINDUNG_ID_SECRET', 'not base64!'],
    ['KEY_STORE_URL', '/srv/keys'],
    ['KEY_STORE_TOKEN', Buffer.alloc(31).toString('base64')],
  ])('refuses %s=%s and says what is allowed', (variable, value) => {
    const { problems, message } = problemsOf({ ...COMPLETE, [variable]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ variable });
    expect(message).toContain(`  ${variable}: `);
    expect(message).toContain(`allowed: ${problems[0]?.allowed}`);
  });

  it.each([
    'postgres://lindung@db:5432/lindung',
    'postgresql://lindung:p%2F%40%25%23%3F%20@db/lindung?sslmode=require',
    'postgres://lindung:p@ss@db/lindung',
    'postgres://lindung@[::1]:5432/lindung',
    'postgres://lindung@/lindung?host=/var/run/postgresql',
  ])('takes %s for a database', (url) => {
    expect(loadConfig(CommandApiConfig, { ...COMPLETE, DATABASE_URL: url }).postgres.url).toBe(url);
  });

  it.each(['hush@hush', 'hush/hush', 'hush?hush', 'hush:hush'])(
    'shows nothing of the password %s that makes an address a wrong one',
    (password) => {
      const url = `esdb://lindung:${password}@log:2113`;
      const { message } = problemsOf({ ...COMPLETE, EVENTSTORE_URL: url });
      expect(message).toContain('esdb://***@log:2113');
      expect(message).not.toContain('hush');
    },
  );

  it.each([
    'esdb://node1?tls=false',
    'esdb://lindung:p%40ss%3A%E2%9C%93@node1:2113,node2:2113,node3:2113?tls=true&tlsCAFile=/etc/lindung/ca.crt',
    'esdb+discover://lindung:secret@log.internal:2113/?tls=true',
  ])('takes %s for the log', (url) => {
    expect(loadConfig(CommandApiConfig, { ...COMPLETE, EVENTSTORE_URL: url }).eventStore.url).toBe(url);
  });

  describe('in production', () => {
    const made = Buffer.from(Array.from({ length: 32 }, (_, index) => (index * 37) % 256)).toString('base64');
    const PRODUCTION: Environment = {
      ...COMPLETE,
      NODE_ENV: 'production',
      AUTH_ISSUER: 'https://login.lindung.test',
      AUTH_JWKS_URL: 'https://login.lindung.test/jwks.json',
      KEY_STORE_TOKEN: made,
      LINDUNG_MASTER_KEY: made,
      LINDUNG_ID_SECRET: made,
    };
    const zeros = Buffer.alloc(32).toString('base64');
    const FOR_DEVELOPMENT: readonly (readonly [string, string])[] = [
      ['ALLOW_CLOCK_HEADER', 'true'],
      ['AUTH_ISSUER', DEVELOPMENT_ISSUER],
      ['AUTH_ISSUER', 'https://login.example.go.id/realms/lindung'],
      ['AUTH_JWKS_URL', 'http://login.lindung.test/jwks.json'],
      ['AUTH_JWKS_URL', 'http://127.0.0.1.lindung.test/jwks.json'],
      ['AUTH_JWKS_URL', 'https://login.example.go.id/certs'],
      ['EVENTSTORE_URL', 'esdb://admin:changeit@log:2113?tls=true'],
      ['LINDUNG_MASTER_KEY', zeros],
      ['LINDUNG_ID_SECRET', zeros],
      ['LINDUNG_MASTER_KEY', KEY],
      ['KEY_STORE_TOKEN', zeros],
      ['LINDUNG_ID_SECRET', Buffer.from('change-me-change-me-change-me-ch').toString('base64')],
      ['DATABASE_URL', 'postgres://lindung:change-me@db/lindung'],
      ['DATABASE_URL', 'postgres://lindung@db/lindung?password=change-me'],
      ['DATABASE_PASSWORD', 'change-me'],
    ];

    it('is taken when nothing in it is for development', () => {
      expect(loadConfig(CommandApiConfig, PRODUCTION).installation.nodeEnv).toBe('production');
    });

    it.each(FOR_DEVELOPMENT)('refuses %s=%s and says why, without repeating it', (variable, value) => {
      const { problems, message } = problemsOf({ ...PRODUCTION, [variable]: value });
      expect(problems).toEqual([expect.objectContaining({ variable })]);
      expect(message).toContain('is for development, and NODE_ENV is production');
      expect(message).not.toContain(value.length > 5 ? value : '"true"');
    });

    it.each(FOR_DEVELOPMENT)('alone refuses %s=%s', (variable, value) => {
      expect(() =>
        loadConfig(CommandApiConfig, { ...PRODUCTION, NODE_ENV: 'test', [variable]: value }),
      ).not.toThrow();
    });

    it.each(['http://127.0.0.1:3002/jwks.json', 'http://localhost/jwks', 'http://[::1]:80/jwks'])(
      'takes the keys of an issuer on the same machine: %s',
      (url) => {
        expect(loadConfig(CommandApiConfig, { ...PRODUCTION, AUTH_JWKS_URL: url }).auth.jwksUrl).toBe(url);
      },
    );

    it('never takes the secrets of .env.example, in whichever app reads them', () => {
      const example = Object.fromEntries(
        readFileSync(new URL('../../../../.env.example', import.meta.url), 'utf8')
          .split('\n')
          .filter((line) => /^(LINDUNG_|KEY_STORE_)\w+=/.test(line))
          .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
      );
      expect(Object.keys(example)).toEqual([
        'LINDUNG_MASTER_KEY',
        'KEY_STORE_READER_TOKEN',
        'KEY_STORE_WRITER_TOKEN',
        'KEY_STORE_ERASER_TOKEN',
        'LINDUNG_ID_SECRET',
      ]);
      for (const [app, type] of Object.entries(APP_CONFIGS)) {
        const read = allSettingsIn(type).map(({ variable }) => variable);
        const wanted = Object.keys(example).filter((variable) => read.includes(variable));
        const environment = { ...PRODUCTION, KEY_STORE_DATA: '/srv/keys', ...example };
        const refused = wanted.length === 0 ? [] : problemsOf(environment, type).problems;
        expect([app, refused.map(({ variable }) => variable).sort()]).toEqual([app, wanted.sort()]);
      }
    });

    it('is refused as a whole by what only development may run', () => {
      expect(() => loadConfig(DevelopmentConfig, { NODE_ENV: 'production' })).toThrow(
        /NODE_ENV: .*npm start and the issuer/,
      );
      expect(() => loadConfig(DevelopmentConfig, {})).not.toThrow();
    });
  });

  it('never prints a secret, nor the password in an address', () => {
    const { message } = problemsOf({
      ...COMPLETE,
      LINDUNG_MASTER_KEY: 'c2VjcmV0LXZhbHVl',
      DATABASE_URL: 'mysql://lindung:hunter2@db',
      EVENTSTORE_URL: 'http://admin:changeit@log',
    });
    expect(message).not.toContain('c2VjcmV0LXZhbHVl');
    expect(message).not.toContain('hunter2');
    expect(message).not.toContain('changeit');
    expect(message).toContain('http://***@log');
  });

  it('reads brokers as a list and leaves out what is optional', () => {
    const { kafka } = loadConfig(RelayConfig, {
      ...COMPLETE,
      KAFKA_BROKERS: 'a.example:9092, b.example:9092',
    });
    expect(kafka.brokers).toEqual(['a.example:9092', 'b.example:9092']);
    expect(kafka.username).toBeUndefined();
    expect(problemsOf({ ...COMPLETE, KAFKA_BROKERS: 'a.example' }, RelayConfig).problems).toHaveLength(1);
  });

  it('cannot be changed once it is read', () => {
    const { http } = loadConfig(AppConfig, {});
    expect(() => Object.assign(http, { port: 1 })).toThrow(TypeError);
  });
});
