import type { IDisposable, languages } from 'monaco-editor/editor';
import { folding, symbols, type OutlineSymbol } from '../../../language/index.ts';
import type { Session } from '../../../session/index.ts';
import { contextOf } from '../context.ts';
import type { LineIndex } from '../lines.ts';
import type { Models } from '../models.ts';
import { rangeIn } from './ranges.ts';
import { monaco } from '../setup.ts';

/** The outline (go to symbol) and what folds. */
export function registerOutline(session: Session, models: Models): IDisposable[] {
  const kinds: Record<OutlineSymbol['kind'], languages.SymbolKind> = {
    resource: monaco.languages.SymbolKind.Object,
    field: monaco.languages.SymbolKind.Field,
    item: monaco.languages.SymbolKind.Array,
  };
  const symbolOf = (lines: LineIndex, symbol: OutlineSymbol): languages.DocumentSymbol => ({
    name: symbol.name,
    detail: symbol.detail,
    kind: kinds[symbol.kind],
    tags: [],
    range: rangeIn(lines, symbol.range),
    selectionRange: rangeIn(lines, symbol.nameRange),
    children: symbol.children.map((child) => symbolOf(lines, child)),
  });
  return [
    monaco.languages.registerDocumentSymbolProvider('yaml', {
      displayName: 'Resources',
      provideDocumentSymbols(model) {
        const open = models.byModel(model);
        return open ? symbols(contextOf(session), open.path).map((each) => symbolOf(open.lines, each)) : [];
      },
    }),
    monaco.languages.registerFoldingRangeProvider('yaml', {
      provideFoldingRanges(model) {
        const open = models.byModel(model);
        if (!open) return [];
        return folding(contextOf(session), open.path).map(({ from, to, kind }) => ({
          start: open.lines.positionAt(from).lineNumber,
          end: open.lines.positionAt(to).lineNumber,
          ...(kind === 'comment' ? { kind: monaco.languages.FoldingRangeKind.Comment } : {}),
        }));
      },
    }),
  ];
}
