import {
  hostMentions,
  hostsOf,
  key,
  serviceLabel,
  serviceHost,
  serviceNamespace,
  type Mesh,
  type Resource,
} from '../../istio/index.ts';
import { renamingHost } from '../rename-host.ts';
import { chosenOf, textOf } from './answers.ts';
import type { Option, Refactoring } from './types.ts';

/** Gives a host another name in what defines it and wherever it is written, each place in the form it has. */
export const renameOneHost: Refactoring = {
  id: 'rename-host',
  title: 'Rename a host',
  words:
    'Gives a host another name in the ServiceEntry or Service that defines it and in every rule, policy and expectation that writes it, short names as short ones.',
  appliesTo: (mesh, { resource }) => hostsAt(mesh, mesh.byId.get(resource ?? '')).length > 0,
  questions: ({ mesh }, { resource: id }, given) => {
    const options = hostsAt(mesh, mesh.byId.get(id ?? ''));
    const host = chosenOf(given, 'host', options);
    const short = shortOf(mesh, host);
    return [
      ...(options.length > 1
        ? [{ kind: 'choice' as const, key: 'host', title: 'Host', value: host, options }]
        : []),
      {
        kind: 'text',
        // Of another host another name is asked for.
        key: `to ${host}`,
        title: short === undefined ? 'New host' : 'New name of the Service',
        value: textOf(given, `to ${host}`, short ?? host),
        hint: short === undefined ? undefined : 'It stays in its namespace.',
      },
    ];
  },
  *perform(draft, { resource: id = '' }, answers) {
    const { mesh } = draft;
    const options = hostsAt(mesh, mesh.byId.get(id));
    const host = chosenOf(answers, 'host', options);
    const typed = textOf(answers, `to ${host}`).trim();
    const namespace = serviceNamespace(host, mesh.settings.clusterDomain);
    const isLabel = namespace !== null && !typed.includes('.');
    const to = isLabel ? serviceHost(typed, namespace, mesh.settings.clusterDomain) : typed;
    yield* renamingHost(draft, host, to);
    const stays = draft.mesh.resources.filter(({ stale }) => stale);
    return {
      label: `Rename host ${shortOf(mesh, host) ?? host} to ${typed}`,
      select: { resource: draft.standingWhere(id) ?? id },
      renamed: { [host]: to },
      warnings: [
        namespace === null
          ? `Applications that call ${host} go on doing so until they are changed: they are not in these files.`
          : `Applications that call ${shortOf(mesh, host)} have to call ${typed} instead: they are not in these files.`,
        ...stays.map(
          ({ name, source }) => `${name} in ${source.file} cannot be read now and was not looked at.`,
        ),
      ],
    };
  },
};

const shortOf = ({ settings }: Mesh, host: string): string | undefined =>
  serviceNamespace(host, settings.clusterDomain) === null ? undefined : serviceLabel(host);

/** The hosts that a resource defines or writes and that can have another name, those of its own first. */
function hostsAt(mesh: Mesh, resource: Resource | undefined): readonly Option[] {
  if (!resource) return [];
  const own = ['ServiceEntry', 'Service', 'VirtualService', 'DestinationRule'].includes(resource.type)
    ? hostsOf(resource, mesh.settings)
    : [];
  const written = hostMentions(mesh, resource).map(({ host }) => host);
  return [...new Set([...own, ...written])]
    .filter((host) => host !== '*' && host !== '')
    .map((host) => ({
      value: host,
      title: shortOf(mesh, host) ?? host,
      words: ['Service', 'ServiceEntry'].some((type) => mesh.has(key.host(type, host)))
        ? undefined
        : 'No file defines it.',
    }));
}
