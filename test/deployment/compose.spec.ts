import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { APP_CONFIGS, type AppConfig, loadConfig } from '#runtime';
import { IMAGES } from '#testing/containers';
import { allSettingsIn } from '../../libs/runtime/src/config/setting.decorator.js';
import { composeServices, envFile, fileIn, interpolate } from './compose.js';

const example = envFile(fileIn('.env.example'));
const services = composeServices(example);
const apps = Object.entries<new () => AppConfig>(APP_CONFIGS);

describe('docker-compose.yml', () => {
  it('has a service for every app, and nothing else runs its image', () => {
    const ours = Object.entries(services).filter(([, { image }]) => image === 'lindung');
    expect(ours.map(([name]) => name).sort()).toEqual(Object.keys(APP_CONFIGS).sort());
  });

  it.each(apps)('gives %s all the settings it needs', (name, config) => {
    expect(() => loadConfig(config, services[name]!.environment)).not.toThrow();
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
    for (const server of ['event-store', 'postgres'].filter((host) => all.includes(`${host}:`))) {
      expect(needs?.[server]).toEqual({ condition: 'service_healthy' });
      expect(services[server]?.healthcheck).toBeDefined();
    }
  });

  it('runs the servers that the specs in containers run', () => {
    expect(services['event-store']?.image).toBe(IMAGES.eventStore);
    expect(services.postgres?.image).toBe(IMAGES.postgres);
    expect(services.kafka?.image).toBe(IMAGES.kafka);
  });

  it('refuses to start while a secret is not set', () => {
    for (const variable of Object.keys(example)) {
      const { [variable]: _absent, ...rest } = example;
      expect(() => interpolate(fileIn('docker-compose.yml'), rest)).toThrow(`${variable} is not set`);
    }
  });

  it('keeps no secret of its own', () => {
    const written = fileIn('docker-compose.yml').split('\n');
    const secrets = written.filter((line) => /^ +[A-Z_]*(PASSWORD|SECRET|MASTER_KEY):/.test(line));
    expect(secrets.length).toBeGreaterThan(0);
    for (const line of secrets) expect(line).toMatch(/: \$\{[A-Z_]+:\?set it in \.env\}$/);
  });

  it('makes the topics of Kafka with the script and its list', () => {
    const { command, volumes } = services['kafka-topics']!;
    expect(volumes).toEqual(['./infra/kafka:/kafka:ro']);
    expect(command?.slice(0, 2)).toEqual(['bash', '/kafka/create-topics.sh']);
  });
});
