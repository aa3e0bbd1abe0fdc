import type { Mesh, Resource } from '../../../istio/index.ts';
import { locate, nodeAt, type Path } from '../../../yaml/index.ts';

/** The very text that stands at a place of a resource, without the indentation it has there; undefined where none does. */
export function asWritten(mesh: Mesh, resource: Resource, path: Path): string | undefined {
  const { file, document, path: outer } = resource.source;
  const text = mesh.files.find((each) => each.path === file)?.documents[document]?.text;
  if (text === undefined || resource.stale) return undefined;
  const node = nodeAt(locate(text), [...outer, ...path]);
  if (!node) return undefined;
  const column = node.from - (text.lastIndexOf('\n', node.from - 1) + 1);
  const lines = text.slice(node.from, node.to).trimEnd().split('\n');
  const indent = new RegExp(`^ {0,${column}}`);
  return lines.map((line, index) => (index === 0 ? line : line.replace(indent, ''))).join('\n');
}
