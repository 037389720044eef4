import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { APP_CONFIGS, type AppConfig, ProcessManagerConfig, loadConfig } from '#runtime';
import { roleOf } from '#followers';
import { IMAGES } from '#testing/containers';
import { allSettingsIn } from '../../libs/runtime/src/config/setting.decorator.js';
import { composeServices, envFile, fileIn, interpolate, ownEnvironment } from './compose.js';
import { RIGHTS } from './database-roles.js';

const example = envFile(fileIn('.env.example'));
const services = composeServices(example);
/** Whether an app is given anything of this variable. */
function isGiven(app: string, variable: string): boolean {
  const environment = (value: string) => composeServices({ ...example, [variable]: value })[app]!.environment;
  return JSON.stringify(environment('one')) !== JSON.stringify(environment('another'));
}

/** `npm run pin:images` writes a digest behind the tag. */
const unpinned = (image = '') => image.replace(/@sha256:.*/, '');

const apps = Object.entries<new () => AppConfig>(APP_CONFIGS);

describe('docker-compose.yml', () => {
  it('has a service for every app, and beside them only what prepares the database runs its image', () => {
    const ours = Object.entries(services).filter(([, { image }]) => image === 'lindung');
    expect(ours.map(([name]) => name).sort()).toEqual(
      [...Object.keys(APP_CONFIGS), 'prepare-database'].sort(),
    );
  });

  it.each(apps)('gives %s all the settings it needs', (name, config) => {
    expect(() => loadConfig(config, services[name]!.environment)).not.toThrow();
  });

  it('starts everything again that ended, whatever its exit code: a leader of the event log that was deposed ends with 0', () => {
    const once = Object.entries(services).filter(
      ([, { restart = '' }]) => !['unless-stopped', 'always'].includes(restart),
    );
    expect(once.map(([name]) => name)).toEqual(['prepare-database', 'kafka-topics']);
  });

  it.each(apps)('gives %s no setting it does not know', (name, config) => {
    const known = new Set(allSettingsIn(config).map(({ variable }) => variable));
    expect(Object.keys(services[name]!.environment ?? {}).filter((variable) => !known.has(variable))).toEqual(
      [],
    );
  });

  it.each(apps)('runs %s from its own main file', (name) => {
    expect(services[name]!.command).toEqual([`dist/apps/${name}/src/main.js`]);
    expect(existsSync(new URL(`../../apps/${name}/src/main.ts`, import.meta.url))).toBe(true);
  });

  it.each(apps)('starts %s only once what it needs is healthy', (name) => {
    const { environment, depends_on: needs } = services[name]!;
    const all = Object.values(environment ?? {}).join(' ');
    if (all.includes('event-store:'))
      expect(needs?.['event-store']).toEqual({ condition: 'service_healthy' });
    if (all.includes('key-store:'))
      // Its image brings the health check, as that of every app.
      expect(needs?.['key-store']).toEqual({ condition: 'service_healthy' });
    if (all.includes('postgres:')) {
      expect(needs?.['prepare-database']).toEqual({ condition: 'service_completed_successfully' });
    }
    expect(services['prepare-database']?.depends_on?.postgres).toEqual({ condition: 'service_healthy' });
    for (const server of ['event-store', 'postgres']) expect(services[server]?.healthcheck).toBeDefined();
  });

  it('has each app sign in to PostgreSQL as itself, with the password that its role is given', () => {
    const variables = ownEnvironment();
    const made = composeServices(variables);
    const given = made['prepare-database']!.environment!;
    for (const { program } of RIGHTS) {
      const { DATABASE_URL, DATABASE_PASSWORD } = made[program]!.environment!;
      const variable = `${program.toUpperCase().replaceAll('-', '_')}_DATABASE_PASSWORD`;
      expect(DATABASE_URL).toBe(`postgres://${roleOf('lindung', program)}@postgres:5432/lindung`);
      expect([variable, DATABASE_PASSWORD]).toEqual([variable, given[variable]]);
      expect(DATABASE_PASSWORD).toBe(variables[variable]);
    }
    const owners = Object.values(made).filter(({ environment }) =>
      Object.values(environment ?? {}).includes(variables.POSTGRES_PASSWORD!),
    );
    expect(owners).toEqual([made['prepare-database'], made.postgres]);
  });

  it('shows nothing to other machines but the proxy', () => {
    const shown = Object.entries(services).flatMap(([name, { ports = [] }]) =>
      ports.filter((port) => !port.startsWith('127.0.0.1:')).map((port) => `${name} ${port}`),
    );
    expect(shown).toEqual(['proxy 80:80', 'proxy 443:443']);
    expect(services.proxy?.networks).toEqual(['edge']);
  });

  it.each(apps)('lets %s reach the servers that its settings lead to, and no others', (name) => {
    const { environment, networks } = services[name]!;
    const all = Object.values(environment ?? {}).join(' ');
    const wanted = ['event-store', 'postgres', 'kafka'].filter((server) => all.includes(`${server}:`));
    const servers = Object.entries(services).filter(([, { image }]) => image !== 'lindung');
    const reached = servers
      .filter(
        ([server, one]) => server !== 'kafka-topics' && one.networks?.some((net) => networks?.includes(net)),
      )
      .map(([server]) => server);
    const isApi = 'AUTH_ISSUER' in (environment ?? {});
    expect(reached.sort()).toEqual([...wanted, ...(isApi ? ['proxy'] : [])].sort());
  });

  it.each(apps)('lets %s reach the key store only where it is told of it', (name) => {
    const { environment = {}, networks } = services[name]!;
    const isKeyStore = name === 'key-store';
    expect(networks?.includes('keys')).toBe(isKeyStore || 'KEY_STORE_URL' in environment);
  });

  it('gives the token that erases to no app but the key store', () => {
    const variables = ownEnvironment();
    const knowing = Object.entries(composeServices(variables)).filter(([, { environment }]) =>
      Object.values(environment ?? {}).includes(variables.KEY_STORE_ERASER_TOKEN!),
    );
    expect(knowing.map(([name]) => name)).toEqual(['key-store']);
  });

  it.each(apps)('bounds the memory of %s', (name) => {
    expect(services[name]!.mem_limit).toBe('512m');
  });

  it('tells people of letters where a mail server or a gateway is set, and nobody otherwise', () => {
    const notices = {
      NOTICES_MAIL_URL: 'smtps://surat:secret@mail.lindung.test:465',
      NOTICES_MAIL_FROM: 'surat@lindung.test',
      NOTICES_SMS_URL: 'https://sms.lindung.test/messages',
      NOTICES_SMS_TOKEN: 'secret',
    };
    const { environment } = composeServices({ ...example, ...notices })['process-manager']!;
    expect(environment).toMatchObject(notices);
    expect(loadConfig(ProcessManagerConfig, environment).notices.mailUrl).toBe(notices.NOTICES_MAIL_URL);
    const unset = loadConfig(ProcessManagerConfig, services['process-manager']!.environment);
    expect([unset.notices.mailUrl, unset.notices.smsUrl]).toEqual([undefined, undefined]);
  });

  it('runs the servers that the specs in containers run', () => {
    expect(unpinned(services['event-store']?.image)).toBe(IMAGES.eventStore);
    expect(unpinned(services.postgres?.image)).toBe(IMAGES.postgres);
    expect(unpinned(services.kafka?.image)).toBe(IMAGES.kafka);
  });

  it.each(apps)(
    'does not start %s with any placeholder of .env.example, as the image runs it',
    (name, config) => {
      const own = ownEnvironment();
      const start = (variables: Readonly<Record<string, string>>) =>
        loadConfig(config, { ...composeServices(variables)[name]!.environment, NODE_ENV: 'production' });
      expect(() => start(own)).not.toThrow();
      const placeholders = Object.entries(example).filter(([variable, value]) => own[variable] !== value);
      const refused = placeholders.filter(([variable, value]) => {
        try {
          start({ ...own, [variable]: value });
          return false;
        } catch (error) {
          expect(String(error)).toContain('is for development, and NODE_ENV is production');
          return true;
        }
      });
      const given = placeholders.filter(([variable]) => isGiven(name, variable));
      expect(given.length).toBeGreaterThan(0);
      expect(refused).toEqual(given);
    },
  );

  it('refuses to start while a secret is not set', () => {
    for (const variable of Object.keys(example)) {
      const { [variable]: _absent, ...rest } = example;
      expect(() => interpolate(fileIn('docker-compose.yml'), rest)).toThrow(`${variable} is not set`);
    }
  });

  it('keeps no secret of its own', () => {
    const written = fileIn('docker-compose.yml').split('\n');
    const secrets = written.filter((line) => /^ +[A-Z_]*(PASSWORD|SECRET|MASTER_KEY|TOKEN):/.test(line));
    expect(secrets.length).toBeGreaterThan(0);
    // One that need not be set has nothing in its place.
    for (const line of secrets) expect(line).toMatch(/: \$\{[A-Z_]+:(\?set it in \.env|-)\}$/);
  });

  it('makes the topics of Kafka with the script and its list', () => {
    const { command, volumes } = services['kafka-topics']!;
    expect(volumes).toEqual(['./infra/kafka:/kafka:ro']);
    expect(command?.slice(0, 2)).toEqual(['bash', '/kafka/create-topics.sh']);
  });
});
