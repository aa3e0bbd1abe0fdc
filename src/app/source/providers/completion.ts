import type { IDisposable, languages } from 'monaco-editor/editor';
import { complete, type CompletionItem } from '../../../language/index.ts';
import type { Session } from '../../../session/index.ts';
import { contextOf } from '../context.ts';
import type { Models, OpenModel } from '../models.ts';
import { fitting } from './fitting.ts';
import { rangeIn } from './ranges.ts';
import { snippet } from './snippet.ts';
import { monaco } from '../setup.ts';

/** More than a person reads; a workspace of thousands of hosts would make each key slow. */
const MOST = 250;

/** The list of what can be typed at the caret. */
export function registerCompletion(session: Session, models: Models): IDisposable {
  return monaco.languages.registerCompletionItemProvider('yaml', {
    triggerCharacters: [' ', ':', '-', '"', '[', '{', ',', '/', '.'],
    provideCompletionItems(model, position, { triggerCharacter }) {
      const open = models.byModel(model);
      if (!open) return { suggestions: [] };
      // A blank or a dash asks for what can stand next, not for a list at every word of a sentence.
      if (
        triggerCharacter === '-' &&
        !/^\s*-$/.test(open.lines.line(position.lineNumber).slice(0, position.column - 1))
      )
        return { suggestions: [] };
      const offset = open.lines.offsetAt(position);
      const { items } = complete(contextOf(session), open.path, offset);
      const shown = fitting(items, open.lines.text(), offset, MOST);
      return {
        suggestions: shown.map((item, order) => suggestion(open, offset, item, order)),
        // Then Monaco asks again at the next letter, instead of choosing among these.
        incomplete: shown.length < items.length,
      };
    },
  });
}

/** An item as Monaco shows it. */
export function suggestion(
  { lines }: Pick<OpenModel, 'lines'>,
  offset: number,
  item: CompletionItem,
  order: number,
): languages.CompletionItem {
  const kinds: Record<CompletionItem['kind'], languages.CompletionItemKind> = {
    field: monaco.languages.CompletionItemKind.Field,
    value: monaco.languages.CompletionItemKind.EnumMember,
    name: monaco.languages.CompletionItemKind.Reference,
    resource: monaco.languages.CompletionItemKind.Struct,
    item: monaco.languages.CompletionItemKind.Module,
  };
  return {
    label: { label: item.label, description: item.detail },
    kind: kinds[item.kind],
    documentation: { value: item.documentation },
    range: rangeIn(lines, item.replace),
    insertText: snippet(item),
    insertTextRules:
      monaco.languages.CompletionItemInsertTextRule.InsertAsSnippet |
      monaco.languages.CompletionItemInsertTextRule.KeepWhitespace,
    // Monaco filters by what stands between the range's start and the caret: blanks and quotes there are not typed words.
    filterText: (/^[\s'"]*/.exec(lines.text().slice(item.replace.from, offset))?.[0] ?? '') + item.label,
    sortText: String(order).padStart(5, '0'),
    preselect: order === 0,
    ...(item.deprecated ? { tags: [monaco.languages.CompletionItemTag.Deprecated] } : {}),
    ...(item.again ? { command: { id: 'editor.action.triggerSuggest', title: 'Suggest' } } : {}),
  };
}
