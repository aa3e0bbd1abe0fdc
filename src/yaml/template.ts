import { scalarAt } from './cause.ts';
import type { SyntaxProblem, YamlNode } from './types.ts';

const WORDS =
  'This is a template, as in a Helm chart: what stands between {{ and }} is filled in before it is YAML. ' +
  'It is left alone, and nothing is read from it. Render it, as with "helm template", and open what comes out.';

/** What a template engine does on a line of its own, or in place of a value. */
const ACTION = /^[ \t]*(?:- +)*(?:[^\s#:]+:[ \t]+)?(?:\[[ \t]*)?(\{\{|\{%)/gm;

/**
 * Whether a text is not YAML yet: where a template engine has something to fill in, the parser sees maps for keys, or
 * nothing that it knows. A `{{` inside a text (a script in a ConfigMap) is that text's own.
 */
export function templateProblem(
  text: string,
  tree: YamlNode | undefined,
  broken: boolean,
): SyntaxProblem | undefined {
  for (const match of text.matchAll(ACTION)) {
    const action = match[1] ?? '';
    const from = match.index + match[0].length - action.length;
    if (scalarAt(tree, from) || !(broken || action === '{{')) continue;
    return { code: 'template', message: WORDS, from, to: endOf(text, from) };
  }
  return undefined;
}

function endOf(text: string, from: number): number {
  const closing = /[%}]\}|[\r\n]/g;
  closing.lastIndex = from;
  const end = closing.exec(text);
  if (!end) return text.length;
  return end[0].length === 2 ? end.index + 2 : end.index;
}
