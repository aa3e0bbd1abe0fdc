import { linkMesh, type GivenSettings } from '../istio/index.ts';
import { parseDocument, splitDocuments } from '../yaml/index.ts';
import type { LanguageContext } from './context.ts';

/** A context of files given as text, by path. */
export function contextOf(
  files: Readonly<Record<string, string>>,
  settings?: GivenSettings,
): LanguageContext {
  const all = Object.entries(files).map(([path, text]) => ({ path, text }));
  const mesh = linkMesh(
    all.map(({ path, text }) => ({
      path,
      documents: splitDocuments(text).map((slice) => parseDocument(slice.text)),
    })),
    settings,
  );
  return { files: all, mesh, problems: [] };
}

/** Takes the caret's mark `¦` out of a text. */
export function withCaret(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf('¦');
  if (offset < 0) throw new Error(`no caret in ${marked}`);
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

/** A range of one of several files. */
export interface Mark {
  readonly file: string;
  readonly from: number;
  readonly to: number;
}

/** Files without the marks that were in them, and where the marks were. */
export interface Marked {
  readonly files: Readonly<Record<string, string>>;
  readonly file: string;
  readonly offset: number;
  /** Where `«…»` stood, in the order of files and text. */
  readonly marks: readonly Mark[];
}

/** Takes the caret `¦` and the marks `«…»` out of files; the caret may stand in a mark. A text alone is the file `a.yaml`. */
export function unmarked(given: string | Readonly<Record<string, string>>): Marked {
  const files: Record<string, string> = {};
  const marks: Mark[] = [];
  let caret: { file: string; offset: number } | undefined;
  for (const [file, marked] of Object.entries(typeof given === 'string' ? { 'a.yaml': given } : given)) {
    let text = '';
    let from = -1;
    for (const character of marked) {
      if (character === '¦') caret = { file, offset: text.length };
      else if (character === '«') from = text.length;
      else if (character === '»') marks.push({ file, from, to: text.length });
      else text += character;
    }
    files[file] = text;
  }
  if (!caret) throw new Error('no caret in any file');
  return { files, ...caret, marks };
}
