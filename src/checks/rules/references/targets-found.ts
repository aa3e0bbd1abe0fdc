import { key, namespaceOf, targetOf, targetRefsOf, type Target } from '../../../istio/index.ts';
import type { LinkedRule, LinkedSubject } from '../../linked/linked-rule.ts';
import { assuming, say, setting } from '../../say.ts';
import { closest, quote } from '../../words.ts';

/** What a policy names in `targetRefs` is there, as far as the files tell what there is of its kind. */
export const targetsFound: LinkedRule = ({ resource, namespace, view, given }) =>
  targetRefsOf(resource).flatMap(([path, ref]) => {
    const target = targetOf(ref, namespace, view.settings);
    if (!target || !isTold(target, given, view)) return [];
    if (view.find(key.name(target.type, target.namespace, target.name)).length > 0) return [];
    const kind = target.type.split('.')[0] ?? target.type;
    const where = kind === 'GatewayClass' ? '' : ` in namespace ${target.namespace}`;
    const what = `There is no ${kind} ${quote(target.name)}${where}, so nobody applies this to it.`;
    const others = view
      .find(key.kind(target.type))
      .filter((one) => namespaceOf(one, view.settings) === target.namespace)
      .map(({ name }) => name);
    const meant = closest(target.name, others);
    const name = [...path, 'name'];
    return [
      say('MW2067', { path: name }, what, {
        mends: [
          ...(meant === undefined ? [] : [setting(name, meant)]),
          ...(target.type === 'Service'
            ? [assuming({ kind: 'assume-service', namespace: resource.namespace, name: target.name })]
            : []),
        ],
      }),
    ];
  });

/** Where the files speak of none of a kind, that one is missing says nothing. */
function isTold({ type }: Target, given: LinkedSubject['given'], { find }: LinkedSubject['view']): boolean {
  if (type === 'Service') return given.services;
  return type === 'ServiceEntry' ? given.entries : find(key.kind(type)).length > 0;
}
