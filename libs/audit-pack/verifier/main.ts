import type { Words } from '#kernel';
import { verifyPack } from '../src/verify-pack.js';
import { findingIn, saidIn, verdictOf } from '../src/words.js';
import type { GivenFile, Page, Shown } from './dom.js';
import { knowsEd25519, settled } from './node-crypto.js';

/** The page: takes a pack, checks it here, and says what holds. Nothing leaves it, and nothing is fetched. */
const page = (globalThis as unknown as { readonly document: Page }).document;

function part(id: string): Shown {
  const found = page.querySelector(`#${id}`);
  if (!found) throw new Error(`The page has no ${id}`);
  return found;
}

const LANGUAGES = ['id', 'en'] as const;

/** Both languages, one under the other. What a pack says is text, never markup. */
function inBoth(tag: string, words: Words, className = ''): Shown {
  const element = page.createElement(tag);
  element.className = className;
  element.append(
    ...LANGUAGES.map((language) => {
      const line = page.createElement('span');
      line.lang = language;
      line.textContent = words[language];
      return line;
    }),
  );
  return element;
}

let pack: GivenFile | undefined;
let policy: GivenFile | undefined;

async function check(): Promise<void> {
  if (!pack) return;
  page.body.dataset.result = 'busy';
  part('name').textContent = pack.name;
  try {
    const bytes = new Uint8Array(await pack.arrayBuffer());
    const own = await policy?.text();
    const report = await settled(() => verifyPack(bytes, own));
    part('verdict').replaceChildren(inBoth('p', verdictOf(report), report.holds ? 'holds' : 'refused'));
    part('faults').replaceChildren(...report.findings.map((finding) => inBoth('li', findingIn(finding))));
    part('said').replaceChildren(...saidIn(report).map((line) => inBoth('li', line)));
    part('keys').textContent = report.policy ?? '';
    page.body.dataset.result = report.holds ? 'holds' : 'refused';
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const words = { id: `Tidak dapat diperiksa: ${reason}`, en: `It could not be checked: ${reason}` };
    part('verdict').replaceChildren(inBoth('p', words, 'refused'));
    for (const id of ['faults', 'said', 'keys']) part(id).replaceChildren();
    page.body.dataset.result = 'refused';
  }
}

function take(files: ArrayLike<GivenFile> | null | undefined, keep: (file: GivenFile) => void): void {
  const file = files?.[0];
  if (!file) return;
  keep(file);
  void check();
}

const [ofPack, ofPolicy] = [part('pack'), part('policy')];
ofPack.addEventListener('change', () => take(ofPack.files, (file) => (pack = file)));
ofPolicy.addEventListener('change', () => take(ofPolicy.files, (file) => (policy = file)));
page.addEventListener('dragover', (event) => event.preventDefault());
page.addEventListener('drop', (event) => {
  event.preventDefault();
  take(event.dataTransfer?.files, (file) => (pack = file));
});

part('unable').hidden = await knowsEd25519();
page.body.dataset.result = 'ready';
