import type { Finding } from '../../finding.ts';
import { refuse, removing, renamingKey } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, entries, text, type Entry } from '../../spot.ts';
import { closest, listOf, quote } from '../../words.ts';
import { byDns, resolutionOf } from './resolution.ts';

/** Ports of endpoints, which go by the names of the service's ports. */
export const endpointPorts: SpecRule = ({ spec }) => {
  const resolution = resolutionOf(spec);
  if (resolution !== 'STATIC' && !byDns(resolution)) return [];
  const names = all(spec, 'ports[]').map((port) => text(at(port, 'name')) ?? '');
  return all(spec, 'endpoints[]')
    .flatMap((endpoint) => entries(at(endpoint, 'ports')))
    .filter(({ key }) => !names.includes(key))
    .map((port) => undefinedPort(port, names));
};

function undefinedPort(port: Entry, names: readonly string[]): Finding {
  const siblings = names.filter((name) => name !== '');
  const meant = closest(port.key, siblings) ?? (siblings.length === 1 ? siblings[0] : undefined);
  const what = `The service has no port with the name ${quote(port.key)}${siblings.length > 0 ? `; it has ${listOf(siblings, 'and')}` : ''}.`;
  const mends = [removing(port.path, 'Remove the port')];
  if (meant !== undefined) mends.unshift(renamingKey(port.path, meant));
  return refuse('MW0609', port, what, { at: 'key', mends });
}
