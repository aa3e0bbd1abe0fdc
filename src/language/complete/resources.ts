import { key, MODELLED_KINDS, type Mesh } from '../../istio/index.ts';
import { newResource, suggestedName } from '../../operations/index.ts';
import type { TextRange } from '../../text/index.ts';
import type { YamlValue } from '../../yaml/index.ts';
import type { CompletionItem } from './item.ts';
import { knownHosts } from './names.ts';
import { scalarText } from './scalar.ts';
import type { Style } from './style.ts';

/** Whole new resources, for a place where a document begins. */
export function resourceItems(
  mesh: Mesh,
  namespace: string,
  replace: TextRange,
  style: Style,
): CompletionItem[] {
  const knownHost = knownHosts(mesh, namespace).find(({ name }) => !name.startsWith('*'))?.name;
  return MODELLED_KINDS.map((kind, index) => {
    const context = { namespace, knownHost };
    const name = freeName(mesh, kind, namespace, suggestedName(kind, context));
    const insert = print(newResource(kind, { ...context, name }), 0, style).trimStart() + '\n';
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

function freeName(mesh: Mesh, kind: string, namespace: string, base: string): string {
  let name = base;
  const within = namespace || mesh.settings.defaultNamespace;
  for (let n = 2; mesh.find(key.name(kind, within, name)).length > 0; n++) name = `${base}-${n}`;
  return name;
}

/** A value in block style, with a line end before it where it stands under a key. */
function print(value: YamlValue, column: number, style: Style): string {
  const indent = ' '.repeat(column);
  if (Array.isArray(value)) {
    if (value.length === 0) return ' []';
    return value.map((item) => `\n${indent}-${shifted(print(item, column + 2, style))}`).join('');
  }
  if (value === null || typeof value !== 'object')
    return ` ${typeof value === 'string' ? scalarText(value, '', false) : String(value)}`;
  const entries = Object.entries(value);
  if (entries.length === 0) return ' {}';
  return entries
    .map(([name, each]) => {
      const inner = Array.isArray(each) ? column + style.dash : column + style.step;
      return `\n${indent}${name}:${print(each, inner, style)}`;
    })
    .join('');
}

/** An item's first key stands on the line of its dash. */
const shifted = (text: string): string => text.replace(/^\n\s*/, ' ');
