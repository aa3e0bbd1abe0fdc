import { asTexts, gatewaysOf, MESH_GATEWAY, member, resolveGateway, specOf } from '../../../istio/index.ts';
import { gatewayNamed, isDelegate } from '../../../routing/index.ts';
import type { Finding, Mend } from '../../finding.ts';
import type { LinkedRule, LinkedSubject } from '../../linked/linked-rule.ts';
import { removing, say } from '../../say.ts';
import { all, items, texts, type Spot } from '../../spot.ts';
import { listOf, quote } from '../../words.ts';

/** Gateways that matches choose, among those that the VirtualService is bound to. */
export const boundGateways: LinkedRule = (subject) => {
  // A delegate has the gateways of those who hand on to it.
  if (isDelegate(subject.resource)) return [];
  return ['http', 'tls', 'tcp'].flatMap((section) =>
    all(subject.spec, `${section}[].match[].gateways`).flatMap((list) =>
      texts(items(list)).flatMap((spot) => (spot.value ? unbound(spot, list, subject) : [])),
    ),
  );
};

function unbound(
  spot: Spot<string>,
  list: Spot,
  { resource, namespace, view }: LinkedSubject,
): readonly Finding[] {
  const own = gatewaysOf(resource, view.settings);
  const name = resolveGateway(spot.value, namespace);
  if (own.includes(name)) return [];
  // One that does not exist is told of as that.
  if (name !== MESH_GATEWAY && !gatewayNamed(view, name)) return [];
  const written = asTexts(member(specOf(resource), 'gateways'));
  const only = items(list).length === 1;
  const where = own.map((gateway) => (gateway === MESH_GATEWAY ? 'the mesh' : gateway));
  const what = `This VirtualService is bound to ${listOf(where, 'and')}, not to ${quote(spot.value)}, so ${only ? 'this match is never true' : 'that part of the match is never true'}.`;
  const bind: Mend = {
    title: `Bind the VirtualService to ${spot.value} too`,
    steps: written.length
      ? [{ kind: 'set-field', path: ['spec', 'gateways', written.length], value: spot.value }]
      : [{ kind: 'set-field', path: ['spec', 'gateways'], value: [MESH_GATEWAY, spot.value] }],
  };
  const mends = [
    bind,
    only
      ? removing(list.path, 'Let the match count at all its gateways')
      : removing(spot.path, 'Remove it here'),
  ];
  return [say('MW3004', spot, what, { mends })];
}
