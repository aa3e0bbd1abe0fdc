import { asList, asText, hostsOf, key, member, references, specOf, type Mesh } from '../../istio/index.ts';
import { freshHost, hostsAround, knownHosts, writtenHost } from './around.ts';
import type { Template, TemplateContext } from './context.ts';

/** What happens to the calls of the selected host; with the subsets that are sent to and nobody defines. */
export const destinationRule: Template = (context) => {
  const { mesh, namespace } = context;
  const host = hostFor(context);
  const missing = missingSubsets(mesh, host);
  return {
    about: host,
    spec: () => ({
      host: writtenHost(mesh, host, namespace),
      ...(missing.length > 0
        ? { subsets: missing.map((name) => ({ name, labels: { version: name } })) }
        : {}),
    }),
  };
};

/** One that has no DestinationRule yet before one that has: of two, one's traffic policy is ignored. */
function hostFor(context: TemplateContext): string {
  const { mesh, namespace, near } = context;
  const isGoverned = (host: string) => mesh.find(key.host('DestinationRule', host)).length > 0;
  const around = hostsAround(context).map(({ host }) => host);
  const free = around.find((host) => !isGoverned(host));
  if (free !== undefined) return free;
  if (near?.type !== 'DestinationRule' && around[0] !== undefined) return around[0];
  return knownHosts(mesh, namespace).find((host) => !isGoverned(host)) ?? freshHost(mesh);
}

function missingSubsets(mesh: Mesh, host: string): readonly string[] {
  const asked = mesh
    .find(key.kind('VirtualService'))
    .flatMap((virtualService) => references(virtualService, mesh.settings))
    .flatMap((reference) =>
      reference.kind === 'subset' && reference.host === host ? [reference.subset] : [],
    );
  const defined = mesh
    .find(key.kind('DestinationRule'))
    .filter((rule) => hostsOf(rule, mesh.settings).includes(host))
    .flatMap((rule) => asList(member(specOf(rule), 'subsets')))
    .map((subset) => asText(member(subset, 'name')));
  return [...new Set(asked)].filter((name) => !defined.includes(name));
}
