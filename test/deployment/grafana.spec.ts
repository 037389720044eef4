import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { APP_CONFIGS } from '#runtime';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { parse } from 'yaml';
import { fileIn } from './compose.js';

interface Dashboard {
  readonly panels: readonly { title: string; targets: readonly { expr: string }[] }[];
}

/** Names of the metrics that this repository's code makes, and those of Node.js. */
function knownMetrics(): Set<string> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const libs = join(import.meta.dirname, '../../libs');
  const code = readdirSync(libs, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(libs, file), 'utf8'))
    .join('\n');
  const ours = [...code.matchAll(/'((?:lindung|http)_[a-z_]+)'/g)].map(([, name]) => name!);
  const parts = ours.flatMap((name) => [name, `${name}_count`, `${name}_bucket`]);
  return new Set([...parts, ...registry.getMetricsAsArray().map(({ name }) => name)]);
}

describe('infra/grafana', () => {
  const { panels } = JSON.parse(fileIn('infra/grafana/lindung.json')) as Dashboard;

  it.each(panels)('panel "$title" shows metrics that exist', ({ targets }) => {
    const known = knownMetrics();
    const named = targets.flatMap(
      ({ expr }) => expr.match(/\b(lindung|http|process|nodejs)_[a-z0-9_]+/g) ?? [],
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it('scrapes every app', () => {
    const { scrape_configs: jobs } = parse(fileIn('infra/grafana/prometheus.yml')) as {
      scrape_configs: { static_configs: { targets: string[] }[] }[];
    };
    const targets = jobs.flatMap((job) => job.static_configs.flatMap((group) => group.targets));
    expect(targets.sort()).toEqual(
      Object.keys(APP_CONFIGS)
        .map((name) => `${name}:3000`)
        .sort(),
    );
  });
});
