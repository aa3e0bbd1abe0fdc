import { asText, member } from '../../../istio/index.ts';
import type { YamlValue } from '../../../yaml/index.ts';
import type { Finding } from '../../finding.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { say } from '../../say.ts';
import { at, items } from '../../spot.ts';
import { listOf } from '../../words.ts';
import { isInMesh } from '../references/in-mesh.ts';
import { servicesOf } from './selected.ts';

interface Lead {
  readonly service: string;
  readonly port: string;
  readonly protocol: string;
  readonly target: string;
}

/** The Services before a Deployment: how they speak of the same ports. */
export const servicesOfWorkload: LinkedRule = ({ resource, view }) => {
  const services = servicesOf(resource, view);
  if (services.length < 2 || !isInMesh(resource, view)) return [];
  const leads = services.flatMap((service) =>
    items(at({ value: service.value, path: [] }, 'spec', 'ports')).map(({ value }): Lead => {
      const port = portText(member(value, 'port'));
      return {
        service: service.name,
        port,
        protocol: asText(member(value, 'protocol')) || 'TCP',
        target: portText(member(value, 'targetPort')) || port,
      };
    }),
  );
  return [
    ...differing(leads, 'port', 'protocol').map(([port, group]): Finding =>
      say(
        'MW2605',
        { path: ['metadata', 'name'] },
        `Services ${names(group)} speak of port ${port} in different ways: ${values(group, 'protocol')}.`,
      ),
    ),
    ...differing(leads, 'target', 'port').map(([target, group]): Finding =>
      say(
        'MW2606',
        { path: ['metadata', 'name'] },
        `Services ${names(group)} lead to port ${target} of this workload from different ports: ${values(group, 'port')}.`,
      ),
    ),
  ];
};

/** A port by its number or name; nothing for one that is not told, for which Kubernetes writes 0. */
const portText = (port: YamlValue | undefined): string =>
  typeof port === 'string' ? port : typeof port === 'number' && port > 0 ? String(port) : '';

function differing(
  leads: readonly Lead[],
  by: keyof Lead,
  differs: keyof Lead,
): readonly (readonly [string, readonly Lead[]])[] {
  const groups = new Map<string, Lead[]>();
  for (const lead of leads) groups.set(lead[by], [...(groups.get(lead[by]) ?? []), lead]);
  return [...groups].filter(([, group]) => new Set(group.map((lead) => lead[differs])).size > 1);
}

const values = (group: readonly Lead[], field: keyof Lead): string =>
  listOf([...new Set(group.map((lead) => lead[field]))].toSorted(), 'and');
const names = (group: readonly Lead[]): string => values(group, 'service');
