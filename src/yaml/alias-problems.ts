import type { SyntaxProblem, YamlNode } from './types.ts';

/** Aliases that name no anchor above them, or the very value that they stand in: nothing could be read for them. */
export function aliasProblems(root: YamlNode | undefined): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  const closed = new Set<string>();
  const open: string[] = [];
  const visit = (node: YamlNode) => {
    if (node.kind === 'alias') {
      const { target, from, to } = node;
      const say = (message: string) => problems.push({ code: 'syntax', message, from, to });
      if (open.includes(target))
        say(`*${target} stands inside the value of &${target}: it would hold itself.`);
      else if (!closed.has(target))
        say(
          `*${target} is an alias, but no anchor &${target} stands above it. A value that begins with * needs quotes.`,
        );
      return;
    }
    if (node.anchor !== undefined) open.push(node.anchor);
    if (node.kind === 'map') node.entries.forEach(({ value }) => visit(value));
    if (node.kind === 'list') node.items.forEach(visit);
    if (node.anchor !== undefined) closed.add(open.pop() as string);
  };
  if (root) visit(root);
  return problems;
}

/** The first merge key of a document, where what it names cannot be merged. */
export function firstMergeKey(node: YamlNode | undefined): { from: number; to: number } | undefined {
  if (node?.kind === 'list') return firstOf(node.items);
  if (node?.kind !== 'map') return undefined;
  const here = node.entries.find(({ key }) => key === '<<');
  return here ? here.keyRange : firstOf(node.entries.map(({ value }) => value));
}

function firstOf(nodes: readonly YamlNode[]): { from: number; to: number } | undefined {
  for (const node of nodes) {
    const found = firstMergeKey(node);
    if (found) return found;
  }
  return undefined;
}
