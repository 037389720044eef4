import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type Page, chromium } from 'playwright-core';
import { Random } from '../../../test/system/random.js';
import { EXAMPLE_POLICY, archived, examplePack } from '../src/pack.examples.js';
import { VERIFIER_PAGE } from '../src/verifier-page.js';
import { verifyPack } from '../src/verify-pack.js';
import { chromiumHere } from './chromium.js';
import { WAYS, tampered } from './tamper-pack.js';

const executablePath = chromiumHere();

(executablePath === undefined ? describe.skip : describe)(
  'the page that checks packs, in Chromium without a network',
  () => {
    let folder: string;
    let browser: Browser;
    let page: Page;
    const asked: string[] = [];
    const complaints: string[] = [];

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'lindung-verifier-'));
      const file = join(folder, 'verifier.html');
      await writeFile(file, VERIFIER_PAGE);
      browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
      const context = await browser.newContext({ offline: true });
      page = await context.newPage();
      page.on('request', (request) => asked.push(request.url()));
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(pathToFileURL(file).href);
      await page.waitForSelector('body[data-result=ready]');
    });
    afterAll(async () => {
      await browser?.close();
      await rm(folder, { recursive: true });
    });

    async function give(input: 'pack' | 'policy', bytes: Uint8Array, name: string) {
      await page.evaluate("document.body.dataset.result = 'waiting'");
      await page.setInputFiles(`#${input}`, {
        name,
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(bytes),
      });
      await page.waitForSelector('body[data-result=holds], body[data-result=refused]');
      const [result, faults, text] = await Promise.all([
        page.getAttribute('body', 'data-result'),
        page.locator('#faults li').allInnerTexts(),
        page.innerText('body'),
      ]);
      return { result, faults: faults.map((line) => line.split(':')[0]), text };
    }

    it('says that a good pack holds, in Indonesian and in English, and by whose keys', async () => {
      const { result, faults, text } = await give('pack', archived(await examplePack()), 'good.zip');
      expect([result, faults]).toEqual(['holds', []]);
      expect(text).toContain('Berkas audit ini utuh');
      expect(text).toContain('This audit pack holds');
      expect(text).toContain('w2.example/witness');
      expect(await page.locator('#unable').isVisible()).toBe(false);
    });

    it.each(WAYS)('refuses one with %s, and names the same faults as the command line', async (what) => {
      const random = new Random(20_261_129);
      for (let nth = 1; nth <= 3; nth += 1) {
        const { bytes } = await tampered(what, await examplePack(), random);
        const { result, faults } = await give('pack', bytes, `${nth}.zip`);
        const known = verifyPack(bytes).findings.map(({ fault }) => fault);
        expect([result, faults]).toEqual(['refused', known]);
        expect(known.length).toBeGreaterThan(0);
      }
    });

    it('believes only the policy of whoever checks, where there is one', async () => {
      await give('pack', archived(await examplePack()), 'good.zip');
      const stranger = EXAMPLE_POLICY.replaceAll(/^log .*\n/gm, '');
      expect((await give('policy', Buffer.from(stranger), 'policy.txt')).faults).toEqual(['OTHER_ORIGIN']);
      expect((await give('policy', Buffer.from(EXAMPLE_POLICY), 'policy.txt')).result).toBe('holds');
    });

    it('has asked nobody for anything, and complains of nothing', () => {
      expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([]);
      expect(complaints).toEqual([]);
    });
  },
);
