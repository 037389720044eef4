/** The few parts of a page that the verifier touches: the types of a whole browser would reach into everything else here. */
export interface Shown {
  textContent: string | null;
  className: string;
  lang: string;
  hidden: boolean;
  readonly dataset: Record<string, string>;
  readonly files?: ArrayLike<GivenFile> | null;
  replaceChildren(...children: readonly Shown[]): void;
  append(...children: readonly Shown[]): void;
  addEventListener(type: string, listener: (event: Happened) => void): void;
}

export interface GivenFile {
  readonly name: string;
  arrayBuffer(): Promise<ArrayBuffer>;
  text(): Promise<string>;
}

export interface Happened {
  preventDefault(): void;
  readonly dataTransfer?: { readonly files: ArrayLike<GivenFile> } | null;
}

export interface Page extends Shown {
  readonly body: Shown;
  querySelector(selector: string): Shown | null;
  createElement(tag: string): Shown;
}
