import { MODELLED_KINDS, valueAt } from '../../istio/index.ts';
import type { ParsedDocument, Path, YamlValue } from '../../yaml/index.ts';
import type { TextFinding } from '../finding.ts';
import { asMap } from '../visit.ts';

/** What a template engine fills in, or the shell's way, as Flux and envsubst do. */
const ACTION = /\{\{[^{}]*\}\}|\$\{[A-Za-z_][^{}]*\}/;

/** Whether something in a text may be to be filled in: quickly, for nearly all have nothing. */
export const mayBeTemplate = (text: string): boolean => text.includes('{{') || text.includes('${');

/** Texts that are a person's own, in which two braces mean what they like. */
const free: ReadonlySet<string> = new Set(['annotations', 'body']);

/**
 * A resource with something to be filled in, which is YAML all the same because it stands in quotes or within a word. It is
 * read and can be edited; of what is not known yet nothing else is said.
 */
export function template({ text, value }: ParsedDocument): readonly TextFinding[] {
  if (!isTemplate(text, value)) return [];
  const [action = ''] = ACTION.exec(text) ?? [];
  const from = text.indexOf(action);
  const [like, render] = action.startsWith('$')
    ? ['as for Flux or envsubst', 'Fill it in, as with "envsubst"']
    : ['as in a Helm chart', 'Render it, as with "helm template"'];
  const message = `This is a template, ${like}: "${action}" is filled in before it reaches a cluster. What stands so is left alone and not checked. ${render}, and check what comes out.`;
  return [{ code: 'MW0012', severity: 'info', message, from, to: from + action.length }];
}

function isTemplate(text: string, value: YamlValue | undefined): boolean {
  if (value === undefined || !mayBeTemplate(text)) return false;
  const kind = asMap(value)?.['kind'];
  return MODELLED_KINDS.some((name) => name === kind) && filledIn(value);
}

function filledIn(value: YamlValue): boolean {
  if (typeof value === 'string') return ACTION.test(value);
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(filledIn);
  return Object.entries(value).some(([key, content]) => !free.has(key) && filledIn(content));
}

/** Whether what a problem is about is still to be filled in: the text at its path, a text of the list there, or the key. */
export function isFilledInLater(value: YamlValue, path: Path): boolean {
  const there = valueAt(value, path);
  return [path.at(-1), ...(Array.isArray(there) ? there : [there])].some(
    (word) => typeof word === 'string' && ACTION.test(word),
  );
}
