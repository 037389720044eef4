import type { Command } from 'commander';
import type { Reform } from '#law';
import { filesOfCases, readFilesOfCases } from '#law/files';
import { diffReform, tryReform } from '#law/reforms';
import { type Language, languageOption } from './language.js';
import { toldReform } from './law-reform.words.js';
import { reformIn } from './use-reform.js';

/** `lindung law reform check FILE` */
export function reformCommand(reform: Command): void {
  reform
    .command('check')
    .description(
      'say to a lawyer what a reform changes: each rule before and after, and the cases that come out otherwise',
    )
    .argument('<file>', 'JSON, or a sheet (.csv, .xlsx) with the columns rule, part, from, value')
    .option('--json', 'print it as JSON')
    .addOption(languageOption())
    .action(async (file: string, { json, lang }: { json?: boolean; lang: Language }) => {
      const reform = await reformIn(file, lang);
      if (!reform) return;
      const told = await effectOf(reform);
      process.stdout.write(json ? `${JSON.stringify(told, undefined, 2)}\n` : toldReform(told, lang));
    });
}

/** What a reform changes: in the law, and of the cases that are at hand. */
async function effectOf(reform: Reform) {
  const { cases } = await readFilesOfCases(await filesOfCases());
  return {
    changes: diffReform(reform),
    cases: {
      compared: cases.length,
      otherwise: tryReform(reform, cases).map(({ of: { name, source }, law, reformed }) => ({
        name,
        source,
        law,
        reformed,
      })),
    },
  };
}

export type EffectOfReform = Awaited<ReturnType<typeof effectOf>>;
