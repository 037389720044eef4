/** How the page looks, without its program. */
export const STYLE = `
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 1.8rem; }
span { display: block; } span[lang=en] { color: #555; font-size: .9rem; }
label { display: block; margin: 1rem 0; padding: 1rem; border: 2px dashed #777; }
input { display: block; margin-top: .5rem; }
li { margin: .4rem 0; overflow-wrap: anywhere; }
pre { overflow-wrap: anywhere; white-space: pre-wrap; font-size: .8rem; background: #f3f3f3; padding: .8rem; }
.holds, .refused { padding: .8rem 1rem; font-weight: bold; border-left: .5rem solid; }
.holds { border-color: #1a7f37; background: #e6f4ea; } .refused { border-color: #b3261e; background: #fce8e6; }`;

const both = (id: string, en: string): string => `<span lang="id">${id}</span><span lang="en">${en}</span>`;

export const BODY = `
<main>
<h1>${both('Pemeriksa berkas audit Lindung', 'Verifier of audit packs of Lindung')}</h1>
<p>${both(
  'Halaman ini memeriksa semuanya di komputer ini. Tidak ada yang dikirim, tidak ada yang diambil: jaringan boleh dimatikan.',
  'This page checks everything on this computer. Nothing is sent and nothing is fetched: the network may be off.',
)}</p>
<p id="unable" class="refused" hidden>${both(
  'Peramban ini tidak mengenal tanda tangan Ed25519. Pakai Chromium 137, Firefox 129, atau Safari 17 dan yang lebih baru.',
  'This browser knows no Ed25519 signatures. Use Chromium 137, Firefox 129, Safari 17, or newer ones.',
)}</p>
<label>${both('Berkas audit (.zip): pilih, atau seret ke halaman ini', 'Audit pack (.zip): choose it, or drag it onto this page')}<input id="pack" type="file" accept=".zip"></label>
<label>${both(
  'Kebijakan Anda sendiri (tidak wajib): kunci yang Anda percaya',
  'A policy of your own (not needed): the keys that you trust',
)}<input id="policy" type="file"></label>
<p id="name"></p>
<section aria-live="polite">
<div id="verdict"></div>
<ul id="faults"></ul>
<ul id="said"></ul>
</section>
<h2>${both('Kebijakan dan kunci yang dipakai', 'The policy and the keys that were used')}</h2>
<pre id="keys"></pre>
</main>`;
