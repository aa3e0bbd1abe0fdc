import { isKnownNamespace, key, type MeshView } from '../../../istio/index.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { say } from '../../say.ts';
import { all, texts } from '../../spot.ts';
import { quote } from '../../words.ts';

/** The namespaces that an AuthorizationPolicy names callers of. */
export const sourceNamespaces: LinkedRule = ({ spec, view, given }) => {
  if (!given.namespaces) return [];
  const unknown = (pattern: string, aliases: readonly string[]) =>
    texts(all(spec, pattern))
      .filter(({ value }) => value !== '' && !isThere(value, view))
      .map((spot) =>
        say('MW2016', spot, `No namespace ${quote(spot.value)} is known, so no caller comes from it.`, {
          aliases,
        }),
      );
  return [
    ...unknown('rules[].from[].source.namespaces[]', ['IST0101', 'KIA0101']),
    ...unknown('rules[].from[].source.notNamespaces[]', ['IST0101']),
  ];
};

/** Whether a namespace fits, with one star at an edge allowed. */
function isThere(pattern: string, view: MeshView): boolean {
  if (!pattern.includes('*')) return isKnownNamespace(view, pattern);
  const { knownNamespaces, rootNamespace, defaultNamespace } = view.settings;
  return [
    'default',
    rootNamespace,
    defaultNamespace,
    ...knownNamespaces,
    ...view.find(key.kind('Namespace')).map(({ name }) => name),
  ].some((name) =>
    pattern.startsWith('*') ? name.endsWith(pattern.slice(1)) : name.startsWith(pattern.slice(0, -1)),
  );
}
