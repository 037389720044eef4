import { PROCESS_CONFIGS } from './processes.js';
import { type Setting, allSettingsIn } from './setting.decorator.js';

/** The table of `docs/reference/configuration.md`: every variable of every process, from the classes that read them. */
export function configurationTable(): string {
  const readers = new Map<string, { setting: Setting; processes: string[] }>();
  for (const [process, config] of Object.entries(PROCESS_CONFIGS)) {
    for (const setting of allSettingsIn(config)) {
      const known = readers.get(setting.variable);
      if (known) known.processes.push(process);
      else readers.set(setting.variable, { setting, processes: [process] });
    }
  }
  return [
    '| Variable | What it is | Allowed | Default | Read by |',
    '| --- | --- | --- | --- | --- |',
    ...[...readers.values()].map(({ setting, processes }) => row(setting, processes)),
  ].join('\n');
}

function row(
  { variable, description, holds, secret, optional, ...setting }: Setting,
  processes: readonly string[],
): string {
  const byAll = processes.length === Object.keys(PROCESS_CONFIGS).length;
  const otherwise =
    setting.default === undefined ? (optional ? 'none' : '**required**') : `\`${setting.default}\``;
  const what = secret ? `${description}. **Secret**` : description;
  return `| \`${variable}\` | ${what} | ${holds.words.en} | ${otherwise} | ${byAll ? 'every process' : processes.join(', ')} |`;
}
