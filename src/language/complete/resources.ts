import { fieldAt, isWildcard, MODELLED_KINDS, type Mesh } from '../../istio/index.ts';
import { newResource, suggestedName } from '../../operations/index.ts';
import type { TextRange } from '../../text/index.ts';
import { detectStyle, emitDocument } from '../../yaml/index.ts';
import type { CompletionItem } from './item.ts';
import { freeName } from '../free-name.ts';
import { namesFor } from '../names/index.ts';
import type { Style } from './style.ts';

/** Whole new resources, for a place where a document begins. */
export function resourceItems(
  mesh: Mesh,
  namespace: string,
  replace: TextRange,
  style: Style,
): CompletionItem[] {
  const knownHost = firstHost(mesh, namespace);
  const written = { ...detectStyle('', undefined), indent: style.step, listIndent: style.dash };
  return MODELLED_KINDS.map((kind, index) => {
    const context = { namespace, knownHost };
    const name = freeName(mesh, kind, namespace, suggestedName(kind, context));
    const insert = emitDocument(newResource(kind, { ...context, name }), written);
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

/** A host that a new resource can be about. */
function firstHost(mesh: Mesh, namespace: string): string | undefined {
  const path = ['spec', 'host'];
  const field = fieldAt('DestinationRule', path);
  const within = namespace || mesh.settings.defaultNamespace;
  const place = { mesh, path, type: 'DestinationRule', namespace: within, textAt: () => undefined };
  return field && namesFor({ ...place, field }).find(({ name }) => !isWildcard(name))?.name;
}
