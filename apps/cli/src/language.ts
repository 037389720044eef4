import { Option } from 'commander';
import type { Words } from '#kernel';

/** The languages that `lindung` speaks. */
export type Language = keyof Words;

/** `--lang`, of every verb that speaks more than one. */
export const languageOption = () =>
  new Option('--lang <language>', 'the language').choices(['id', 'en'] satisfies Language[]).default('en');
