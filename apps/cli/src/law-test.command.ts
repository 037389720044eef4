import type { Command } from 'commander';
import { checkCase } from '#law/cases';
import { type CaseInFile, filesOfCases, readFilesOfCases } from '#law/files';
import { ExitCode, fail } from './exit.js';
import { type Language, languageOption } from './language.js';
import { type CheckedCase, faultLine, told } from './law-test.words.js';

interface Options {
  readonly keyword?: readonly string[];
  readonly json?: boolean;
  readonly lang: Language;
}

/** `lindung law test [FILE…]` */
export function testCommand(test: Command): void {
  test
    .argument('[files...]', 'files of cases; without any, all that stand beside the chapters of the law')
    .option('--keyword <words...>', 'only cases that have each of these keywords')
    .option('--json', 'print what came of each case as JSON')
    .addOption(languageOption())
    .action(async (files: readonly string[], { keyword = [], json, lang }: Options) => {
      const { cases, faults } = await readFilesOfCases(files.length > 0 ? files : await filesOfCases());
      for (const fault of faults) fail(faultLine(fault, lang), ExitCode.UNUSABLE_INPUT);
      if (faults.length > 0) return;
      const asked = cases.filter((one) => hasEach(one, keyword));
      if (asked.length === 0) {
        fail(
          keyword.length > 0
            ? `No case has the keyword ${keyword.join(' and ')}`
            : 'There are no cases here: name files of them',
          ExitCode.FAILED,
        );
        return;
      }
      const checked = asked.map((one) => ({ asked: one, differences: checkCase(one) }));
      process.stdout.write(json ? `${JSON.stringify(asData(checked), undefined, 2)}\n` : told(checked, lang));
      if (checked.some(({ differences }) => differences.length > 0)) process.exitCode = ExitCode.FAILED;
    });
}

const hasEach = ({ keywords }: CaseInFile, asked: readonly string[]) => {
  const has = keywords.map((word) => word.toLowerCase());
  return asked.every((word) => has.includes(word.toLowerCase()));
};

/** For programs: each case with what came out otherwise. */
function asData(checked: readonly CheckedCase[]): object {
  const failed = checked.filter(({ differences }) => differences.length > 0).length;
  return {
    cases: checked.length,
    passed: checked.length - failed,
    failed,
    results: checked.map(({ asked: { name, file, line, date, source, keywords }, differences }) => ({
      name,
      file,
      line,
      date,
      source,
      keywords,
      passed: differences.length === 0,
      differences,
    })),
  };
}
