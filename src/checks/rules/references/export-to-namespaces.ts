import { isKnownNamespace } from '../../../istio/index.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { assuming, removing, say, setting } from '../../say.ts';
import { all, texts } from '../../spot.ts';
import { closest, quote } from '../../words.ts';
import { namespacesIn } from './namespaces-in.ts';

/** Namespaces that a resource is shown to, by name. */
export const exportToNamespaces: LinkedRule = ({ spec, view, given }) => {
  if (!given.namespaces) return [];
  const written = texts(all(spec, 'exportTo[]'));
  return written.flatMap((spot) => {
    const name = spot.value;
    if (['', '.', '*', '~'].includes(name) || isKnownNamespace(view, name)) return [];
    const near = closest(name, namespacesIn(view));
    const what = `No namespace ${quote(name)} is known, so showing the resource to it changes nothing.`;
    return [
      say('MW2051', spot, what, {
        mends: [
          ...(near === undefined ? [] : [setting(spot.path, near)]),
          ...(written.length > 1 ? [removing(spot.path, `Take ${quote(name)} out`)] : []),
          assuming({ kind: 'assume-namespace', name }),
        ],
      }),
    ];
  });
};
