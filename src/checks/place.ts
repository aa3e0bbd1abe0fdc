import type { TextRange } from '../text/index.ts';
import {
  keyRangeAt,
  locate,
  nodeAt,
  valueRangeAt,
  type ParsedDocument,
  type Path,
  type YamlNode,
} from '../yaml/index.ts';

/** What to mark for a finding at a path of a document. Parses the text for its places, so it is asked only where there are findings. */
export function placeOf(document: ParsedDocument, path: Path, at: 'key' | 'value'): TextRange {
  const root = locate(document.text);
  if (!root) return { from: 0, to: 0 };
  // A whole object has no key: its first is marked, not all its lines.
  if (path.length === 0 || (at === 'key' && typeof path.at(-1) === 'number')) return firstKey(root, path);
  return at === 'key' ? keyRangeAt(root, path) : valueRangeAt(root, path);
}

function firstKey(root: YamlNode, path: Path): TextRange {
  const node = nodeAt(root, path);
  if (node?.kind === 'map' && node.entries[0]) return node.entries[0].keyRange;
  return path.length === 0 ? { from: root.from, to: root.from } : keyRangeAt(root, path);
}
