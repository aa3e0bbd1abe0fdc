import {
  asMap,
  asText,
  codesIn,
  namespaceOf,
  SUPPRESSING,
  valueAt,
  type MeshSettings,
  type Resource,
} from '../istio/index.ts';
import type { Problem } from './problem.ts';

type Codes = Pick<Problem, 'code' | 'aliases'>;

/** Whether somebody asked not to be told of a problem: by an annotation of the resource, or by the settings. */
export function isSuppressed(problem: Codes, resource: Resource, settings: MeshSettings): boolean {
  return byAnnotation(problem, resource) || bySettings(problem, resource, settings);
}

const saidBy = ({ aliases }: Codes, tool: string): boolean => aliases.some((alias) => alias.startsWith(tool));

/**
 * A star is for all that the tool tells of whose annotation it stands in, and so is an empty one of Kiali's; a code is for
 * that finding, whichever of its codes is written.
 */
function byAnnotation(problem: Codes, { value }: Resource): boolean {
  const annotations = asMap(valueAt(value, ['metadata', 'annotations']));
  if (!annotations) return false;
  const written = (name: string): string | undefined =>
    Object.hasOwn(annotations, name) ? (asText(annotations[name]) ?? '') : undefined;
  const istio = written(SUPPRESSING.istio);
  const kiali = written(SUPPRESSING.kiali);
  const own = written(SUPPRESSING.own);
  if (istio === undefined && kiali === undefined && own === undefined) return false;
  const named = [istio, kiali, own].flatMap((text) => codesIn(text ?? ''));
  return (
    [problem.code, ...problem.aliases].some((code) => named.includes(code)) ||
    (istio !== undefined && codesIn(istio).includes('*') && saidBy(problem, 'IST')) ||
    (kiali !== undefined && codesIn(kiali).length === 0 && saidBy(problem, 'KIA')) ||
    (own !== undefined && codesIn(own).includes('*'))
  );
}

/** One entry of the settings: `CODE`, or `CODE=Kind name.namespace` as for `istioctl analyze -S`, with stars. */
interface Entry {
  readonly code: RegExp;
  readonly resource: RegExp | undefined;
}

const known = new WeakMap<readonly string[], readonly Entry[]>();

function entriesOf(suppress: readonly string[]): readonly Entry[] {
  let entries = known.get(suppress);
  if (!entries) known.set(suppress, (entries = suppress.map(entryOf)));
  return entries;
}

function entryOf(text: string): Entry {
  const equals = text.indexOf('=');
  const [code, resource] = equals < 0 ? [text, undefined] : [text.slice(0, equals), text.slice(equals + 1)];
  return { code: pattern(code), resource: resource === undefined ? undefined : pattern(resource) };
}

const pattern = (text: string): RegExp =>
  new RegExp(
    `^${text
      .trim()
      .split('*')
      .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
    's',
  );

function bySettings(problem: Codes, resource: Resource, settings: MeshSettings): boolean {
  if (settings.suppress.length === 0) return false;
  const name = `${resource.kind} ${resource.name}.${namespaceOf(resource, settings)}`;
  return entriesOf(settings.suppress).some(
    (entry) =>
      [problem.code, ...problem.aliases].some((code) => entry.code.test(code)) &&
      (entry.resource === undefined || entry.resource.test(name)),
  );
}
