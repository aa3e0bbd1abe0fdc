import type { TextRange } from '../../text/index.ts';
import { detectStyle, emitDocument, type Path } from '../../yaml/index.ts';
import { stopsOf, type CompletionItem } from './item.ts';
import { SNIPPETS } from './snippets.ts';
import type { Style } from './style.ts';

export interface SnippetsRequest {
  /** The kind of the resource and the list's path in it. */
  readonly type: string;
  readonly path: Path;
  readonly replace: TextRange;
  /** Text before the first key: a dash, indentation that is missing. */
  readonly before: string;
  /** Where the keys of the item stand. */
  readonly column: number;
  readonly style: Style;
}

/** Whole items of a list, as far as there are usual ones. */
export function snippetItems({
  type,
  path,
  replace,
  before,
  column,
  style,
}: SnippetsRequest): CompletionItem[] {
  const place = [type, ...path.filter((step) => typeof step === 'string')].join('.');
  const written = { ...detectStyle('', undefined), indent: style.step, listIndent: style.dash };
  return (SNIPPETS[place] ?? []).map(({ label, detail, value }) => {
    const text = emitDocument(value, written).trimEnd();
    return {
      label,
      kind: 'item',
      detail,
      documentation: `\`\`\`yaml\n${text.replaceAll('¦', '')}\n\`\`\``,
      replace,
      ...stopsOf(before + text.replaceAll('\n', `\n${' '.repeat(column)}`)),
      again: true,
      deprecated: false,
      rank: 0.9,
    };
  });
}
