import { isKnownNamespace, type MeshView } from '../../../istio/index.ts';
import type { Mend } from '../../finding.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { assuming, say, setting } from '../../say.ts';
import { all, texts, type Spot } from '../../spot.ts';
import { closest, quote } from '../../words.ts';
import { namespacesIn } from './namespaces-in.ts';

/** The namespaces that an AuthorizationPolicy names callers of. */
export const sourceNamespaces: LinkedRule = ({ spec, view, given }) => {
  if (!given.namespaces) return [];
  const unknown = (pattern: string, aliases: readonly string[]) =>
    texts(all(spec, pattern))
      .filter(({ value }) => value !== '' && !isThere(value, view))
      .map((spot) =>
        say('MW2016', spot, `No namespace ${quote(spot.value)} is known, so no caller comes from it.`, {
          aliases,
          mends: mendsFor(spot, view),
        }),
      );
  return [
    ...unknown('rules[].from[].source.namespaces[]', ['IST0101', 'KIA0101']),
    ...unknown('rules[].from[].source.notNamespaces[]', ['IST0101']),
  ];
};

function mendsFor({ path, value }: Spot<string>, view: MeshView): readonly Mend[] {
  const near = closest(value, namespacesIn(view));
  const isName = !value.includes('*');
  return [
    ...(near === undefined ? [] : [setting(path, near)]),
    ...(isName ? [assuming({ kind: 'assume-namespace', name: value })] : []),
  ];
}

/** Whether a namespace fits, with one star at an edge allowed. */
function isThere(pattern: string, view: MeshView): boolean {
  if (!pattern.includes('*')) return isKnownNamespace(view, pattern);
  return namespacesIn(view).some((name) =>
    pattern.startsWith('*') ? name.endsWith(pattern.slice(1)) : name.startsWith(pattern.slice(0, -1)),
  );
}
