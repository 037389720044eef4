import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { configurationTable } from '#runtime';
import { writeOrCheck } from '../../event-relay/scripts/generated-files.js';

/** Writes the table of docs/reference/configuration.md from the classes that read settings. With `--check` it only looks. */
const PAGE = 'docs/reference/configuration.md';
const TABLE = /^\| Variable .*?(?=\n\n)/ms;

const page = readFileSync(PAGE, 'utf8');
await writeOrCheck({ [PAGE]: page.replace(TABLE, () => configurationTable()) }, 'generate:configuration');
