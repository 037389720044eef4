import { APP_CONFIGS } from './app-configs.js';
import { type Setting, allSettingsIn } from './setting.decorator.js';

/** The table of `docs/reference/configuration.md`: every variable of every app, from the classes that read them. */
export function configurationTable(): string {
  const readers = new Map<string, { setting: Setting; apps: string[] }>();
  for (const [app, config] of Object.entries(APP_CONFIGS)) {
    for (const setting of allSettingsIn(config)) {
      const known = readers.get(setting.variable);
      if (known) known.apps.push(app);
      else readers.set(setting.variable, { setting, apps: [app] });
    }
  }
  return [
    '| Variable | What it is | Allowed | Default | Read by |',
    '| --- | --- | --- | --- | --- |',
    ...[...readers.values()].map(({ setting, apps }) => row(setting, apps)),
  ].join('\n');
}

function row(
  { variable, description, holds, secret, optional, inProduction, ...setting }: Setting,
  apps: readonly string[],
): string {
  const byAll = apps.length === Object.keys(APP_CONFIGS).length;
  const otherwise =
    setting.default === undefined ? (optional ? 'none' : '**required**') : `\`${setting.default}\``;
  const allowed = inProduction ? `${holds.words.en}; in production ${inProduction.words.en}` : holds.words.en;
  const what = secret ? `${description}. **Secret**` : description;
  return `| \`${variable}\` | ${what} | ${allowed} | ${otherwise} | ${byAll ? 'every app' : apps.join(', ')} |`;
}
