import { ROLES } from '#kernel';
import type { Standalone } from './start-standalone.js';

/** What people want to know once everything runs: what is where, and how to sign in. */
export function announcement({
  apps,
  eventStoreUrl,
  commandApiUrl,
  queryApiUrl,
  reportingUrl,
  issuerUrl,
  isClosedToOthers,
}: Standalone): string {
  const rows = [
    ['event-store', 'the event log', eventStoreUrl],
    ...apps.map(({ name, description, url }) => [name, description, url]),
  ] as [string, string, string][];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    'Lindung is running.',
    '',
    ...rows.map(([name, description, url]) => `  ${name.padEnd(width)}  ${url}  ${description}`),
    '',
    'API documentation:',
    `  commands  ${commandApiUrl}/docs`,
    `  queries   ${queryApiUrl}/docs`,
    `  reports   ${reportingUrl}/docs`,
    '',
    'A token for a role:',
    ...ROLES.map((role) => `  ${tokenLine(issuerUrl, role)}`),
    '',
    ...(apps.some(({ name }) => name === 'event-relay')
      ? []
      : ['The relay to Kafka is off: KAFKA_BROKERS is not set.']),
    ...(isClosedToOthers
      ? []
      : [
          'Whoever else uses this machine can write into the log and sign in: this system does not tell users apart.',
        ]),
    'Stop with Ctrl+C.',
    '',
  ].join('\n');
}

function tokenLine(issuerUrl: string, role: string): string {
  return `curl -s ${issuerUrl}/token -H 'content-type: application/json' -d '{"role":"${role}"}'`;
}
