import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Standalone, startStandalone } from '../../apps/standalone/src/start-standalone.js';
import { publishedFigures } from './figures-file.js';
import { makeHistory } from './history.js';
import { planOf } from './plan.js';
import { isAsPublished, shownFigures } from './reports.js';

const SCALE = 100;

describe('the published figures, one in a hundred', () => {
  let dataDir: string;
  let system: Standalone;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'lindung-figures-'));
    system = await startStandalone({
      dataDir,
      durable: false,
      freePorts: true,
      allowClockHeader: true,
      logLevel: 'error',
    });
  });
  afterAll(async () => {
    await system?.stop();
    await rm(dataDir, { recursive: true });
  });

  it('are what the reports show of a history that happened', async () => {
    const figures = publishedFigures();
    const position = await makeHistory(system, planOf(figures, SCALE));
    const shown = await shownFigures(system, figures, SCALE, position);
    expect(shown.filter((figure) => !isAsPublished(figure))).toEqual([]);
    expect(shown).toHaveLength(13);
  }, 600_000);
});
