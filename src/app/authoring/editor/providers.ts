import type { IDisposable, languages } from 'monaco-editor/editor';
import type { Models } from '../../source/models.ts';
import { suggestion } from '../../source/providers/completion.ts';
import { fitting } from '../../source/providers/fitting.ts';
import { rangeIn } from '../../source/providers/ranges.ts';
import { monaco } from '../../source/setup.ts';
import { completeLesson, hoverLesson, type WrittenText } from '../assist/help.ts';
import { LESSON } from './language.ts';

const MOST = 250;

/** Lets Monaco ask what helps in a lesson. Returns the way to stop. */
export function registerLessonProviders(models: Models, written: (text: string) => WrittenText): () => void {
  const all: IDisposable[] = [
    monaco.languages.registerCompletionItemProvider(LESSON, {
      triggerCharacters: ['`', '#', ' ', ':', '-', '"', '[', '{', ',', '/', '.'],
      provideCompletionItems(model, position, { triggerCharacter }) {
        const open = models.byModel(model);
        if (!open) return { suggestions: [] };
        const offset = open.lines.offsetAt(position);
        const before = open.lines.line(position.lineNumber).slice(0, position.column - 1);
        if (triggerCharacter === '-' && !/^\s*-$/.test(before)) return { suggestions: [] };
        const text = open.lines.text();
        const items = completeLesson(written(text), offset);
        const shown = fitting(items, text, offset, MOST);
        return {
          suggestions: shown.map((item, order) => suggestion(open, offset, item, order)),
          incomplete: shown.length < items.length,
        };
      },
    }),
    monaco.languages.registerHoverProvider(LESSON, {
      async provideHover(model, position) {
        const open = models.byModel(model);
        if (!open) return null;
        const found = await hoverLesson(written(open.lines.text()), open.lines.offsetAt(position));
        if (!found || model.isDisposed()) return null;
        return { range: rangeIn(open.lines, found.range), contents: found.parts.map((value) => ({ value })) };
      },
    }),
    monaco.languages.registerDocumentSymbolProvider(LESSON, {
      displayName: 'Steps',
      provideDocumentSymbols(model): languages.DocumentSymbol[] {
        const open = models.byModel(model);
        if (!open) return [];
        const { outline } = written(open.lines.text());
        return outline.steps.map(({ title, range, blocks }) => ({
          name: title || '…',
          detail: '',
          kind: monaco.languages.SymbolKind.Module,
          tags: [],
          range: rangeIn(open.lines, range),
          selectionRange: rangeIn(open.lines, { from: range.from, to: range.from }),
          children: blocks.map((block) => ({
            name: block.word,
            detail: block.file ?? block.folder ?? '',
            kind: monaco.languages.SymbolKind.Field,
            tags: [],
            range: rangeIn(open.lines, block.range),
            selectionRange: rangeIn(open.lines, { from: block.range.from, to: block.range.from }),
          })),
        }));
      },
    }),
    monaco.languages.registerFoldingRangeProvider(LESSON, {
      provideFoldingRanges(model) {
        const open = models.byModel(model);
        if (!open) return [];
        const { head, introduction, steps } = written(open.lines.text()).outline;
        const ranges = [
          head,
          ...[introduction, ...steps].flatMap(({ blocks }) => blocks.map(({ range }) => range)),
        ];
        return [...ranges, ...steps.map(({ range }) => range)].flatMap(({ from, to }) => {
          const [start, end] = [open.lines.positionAt(from), open.lines.positionAt(Math.max(from, to - 1))];
          return end.lineNumber > start.lineNumber ? [{ start: start.lineNumber, end: end.lineNumber }] : [];
        });
      },
    }),
  ];
  return () => all.forEach((each) => each.dispose());
}
