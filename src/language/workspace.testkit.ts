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
