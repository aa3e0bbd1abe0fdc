import { asMap, asText, member, typeOf, valueAt, type ResourceId } from '../istio/index.ts';
import {
  appendDocument,
  detectStyle,
  editDocument,
  emitDocument,
  locate,
  splitDocuments,
  type YamlMap,
} from '../yaml/index.ts';
import { shifted, type Draft } from './draft.ts';
import { wholeList } from './whole-list.ts';

/** Adds a resource at the end of a file, in the file's own style. Returns its id. */
export function addResource(draft: Draft, path: string, value: YamlMap): ResourceId {
  const file = draft.file(path);
  if (!file) {
    draft.apply({ kind: 'create', path, text: emitDocument(value) });
    return newestId(draft, path, value);
  }
  const list = wholeList(file.text);
  if (list) {
    const { edits } = editDocument(list.slice.text, {
      kind: 'insert',
      path: ['items'],
      index: list.items,
      value,
    });
    draft.apply({ kind: 'edit', path, edits: shifted(edits, list.slice.from) });
  } else {
    const model = splitDocuments(file.text).at(-1)?.text ?? '';
    const text = emitDocument(value, detectStyle(model.trim() ? model : file.text, locate(model)));
    draft.apply({ kind: 'edit', path, edits: [appendDocument(file.text, text)] });
  }
  return newestId(draft, path, value);
}

/** The id that the mesh gave it: where the name is taken already, one with `#2`. */
export function newestId(draft: Draft, path: string, value: YamlMap): ResourceId {
  const resources = draft.mesh.files.find((file) => file.path === path)?.resources ?? [];
  return resources.at(-1)?.id ?? nominalId(value);
}

/** `Kind/namespace/name` as the value itself says. */
export function nominalId(value: YamlMap): ResourceId {
  const type = typeOf(asText(member(value, 'apiVersion')) ?? '', asText(member(value, 'kind')) ?? '');
  const metadata = asMap(member(value, 'metadata'));
  const text = (key: string) => asText(valueAt(metadata, [key])) ?? '';
  return `${type}/${text('namespace')}/${text('name')}`;
}
