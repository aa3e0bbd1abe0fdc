import { isKnownNamespace } from '../../../istio/index.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { assuming, say, setting } from '../../say.ts';
import { all, texts } from '../../spot.ts';
import { closest, quote } from '../../words.ts';
import { namespacesIn } from '../references/namespaces-in.ts';

/** The namespaces that a ReferenceGrant lets routes come from. */
export const grants: LinkedRule = ({ spec, view, given }) => {
  if (!given.namespaces) return [];
  return texts(all(spec, 'from[].namespace')).flatMap((spot) => {
    const name = spot.value;
    if (name === '' || isKnownNamespace(view, name)) return [];
    const near = closest(name, namespacesIn(view));
    const mends = [
      ...(near === undefined ? [] : [setting(spot.path, near)]),
      assuming({ kind: 'assume-namespace', name }),
    ];
    return [
      say('MW2707', spot, `No namespace ${quote(name)} is known, so nothing comes from it.`, { mends }),
    ];
  });
};
