import { gatewaysOf, labelsMatch, MESH_GATEWAY, selectorOf } from '../../../istio/index.ts';
import { findHost, gatewayNamed, ruleGateways, sentTo } from '../../../routing/index.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { say } from '../../say.ts';
import { items, type Spot, at } from '../../spot.ts';
import { quote } from '../../words.ts';

/** Rules that send sidecars to a gateway, and the gateway to itself. */
export const gatewayLoop: LinkedRule = ({ resource, view, namespace }) => {
  const names = gatewaysOf(resource, view.settings).filter((name) => name !== MESH_GATEWAY);
  if (!names.length) return [];
  return sentTo(resource, view).flatMap((way) => {
    if (way.mirror) return [];
    const service = findHost(view, way.host, namespace).resources.find(({ type }) => type === 'Service');
    const picks = service && selectorOf(service);
    if (!picks) return [];
    const bound = ruleGateways(resource, way.rule, view);
    const itself = names.find((name) => {
      const gateway = bound.includes(name) ? gatewayNamed(view, name) : undefined;
      const selector = gateway && selectorOf(gateway);
      return selector && (labelsMatch(selector, picks) || labelsMatch(picks, selector));
    });
    if (itself === undefined) return [];
    const rule: Spot = { value: way.rule.value, path: way.rule.path };
    const matches = items(at(rule, 'match'));
    const toMesh = bound.includes(MESH_GATEWAY);
    const steps = matches.length
      ? matches.map((match) => ({
          kind: 'set-field' as const,
          path: [...match.path, 'gateways'],
          value: [MESH_GATEWAY],
        }))
      : [
          {
            kind: 'set-field' as const,
            path: [...rule.path, 'match'],
            value: [{ gateways: [MESH_GATEWAY] }],
          },
        ];
    const what = `${quote(way.written)} is the gateway ${quote(itself)} itself, and this rule counts there too${toMesh ? ', as its match does not name "mesh" alone' : ''}: the gateway sends what arrives back to itself.`;
    return [
      say('MW3216', { path: [...way.path, 'host'] }, what, {
        mends: toMesh ? [{ title: 'Let the rule count in the mesh only', steps }] : [],
      }),
    ];
  });
};
