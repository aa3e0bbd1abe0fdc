import { readFileSync } from 'node:fs';

/** A field as the text of a type declaration shows it: `spec.http[].timeout`, required or not, with its enum values. */
export interface Declared {
  readonly path: string;
  readonly required: boolean;
  readonly values: readonly string[];
}

const modules = new URL('../../node_modules/@kubernetes-models/', import.meta.url);

/**
 * Reads the fields of `interface I<kind>` line by line, without a parser: indentation tells what is inside what. On purpose
 * nothing is shared with the build, so that a mistake there cannot hide here.
 */
export function declaredFields(group: string, kind: string): readonly Declared[] {
  const file = new URL(`istio/${group}/v1/${kind}.d.ts`, modules);
  const lines = readFileSync(file, 'utf8').split('\n');
  const start = lines.findIndex((line) => line.startsWith(`export interface I${kind} `));
  const found: Declared[] = [];
  const open: { indent: number; path: string }[] = [];
  let skipTo: number | undefined;
  for (const line of lines.slice(start + 1)) {
    if (line.startsWith('}')) break;
    const indent = line.search(/\S/);
    if (skipTo !== undefined) {
      // A one-of repeats all members in every branch; its last line is the only one here that ends a statement.
      if (indent === skipTo && line.endsWith(';')) skipTo = undefined;
      continue;
    }
    if (/^\s*(\/?\*|$)/.test(line)) continue;
    while (open.length > 0 && (open.at(-1)?.indent ?? 0) >= indent) open.pop();
    if (/^\s*\}.*[&|(]/.test(line) && !line.endsWith(';')) {
      skipTo = indent;
      continue;
    }
    const parent = open.at(-1)?.path ?? '';
    const [, name, optional, type = ''] = /^\s*"([^"]+)"(\??): (.*)$/.exec(line) ?? [];
    const entry = /^\s*\[key: string\]: (.*)$/.exec(line)?.[1];
    if (name !== undefined) {
      const path = parent ? `${parent}.${name}` : name;
      found.push({
        path,
        required: optional === '',
        values: [...type.matchAll(/"([^"]+)"/g)].map(([, value = '']) => value),
      });
      if (type.endsWith('{')) open.push({ indent, path: type.startsWith('Array<') ? `${path}[]` : path });
    } else if (entry?.endsWith('{')) {
      open.push({ indent, path: `${parent}{}` });
    }
  }
  return found;
}
