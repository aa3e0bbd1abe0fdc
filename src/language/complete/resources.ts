import { MODELLED_KINDS, type Mesh } from '../../istio/index.ts';
import { newResource } from '../../operations/index.ts';
import type { TextRange } from '../../text/index.ts';
import { detectStyle, emitDocument } from '../../yaml/index.ts';
import type { CompletionItem } from './item.ts';
import type { Style } from './style.ts';

/** Whole new resources, for a place where a document begins. */
export function resourceItems(
  mesh: Mesh,
  namespace: string,
  replace: TextRange,
  style: Style,
): CompletionItem[] {
  const written = { ...detectStyle('', undefined), indent: style.step, listIndent: style.dash };
  return MODELLED_KINDS.map((kind, index) => {
    const { name, value } = newResource(mesh, kind, {}, { namespace });
    const insert = emitDocument(value, written);
    const at = insert.indexOf(`name: ${name}`) + 'name: '.length;
    return {
      label: kind,
      kind: 'resource',
      detail: 'new resource',
      documentation: `\`\`\`yaml\n${insert}\`\`\``,
      replace,
      insert,
      stops: [at + name.length, insert.length],
      again: false,
      deprecated: false,
      rank: 1 + index / 100,
    };
  });
}
